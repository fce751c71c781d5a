import { Uri } from 'vscode';
import { isTextList } from '../textList';

/** What the event panel kept over a reload of the window. */
export interface SavedPanel {
  readonly files: readonly Uri[];
  readonly key: string;
}

/** Reads what the page kept (`saved` of `EventPanelState`); undefined when it is nothing of ours. */
export function readSavedPanel(state: unknown): SavedPanel | undefined {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return undefined;
  const { saved } = state;
  if (typeof saved !== 'object' || saved === null || !('log' in saved) || !('key' in saved)) return undefined;
  const { log, key } = saved;
  if (!isTextList(log) || log.length === 0 || typeof key !== 'string' || key === '') return undefined;
  return { files: log.map((address) => Uri.parse(address)), key };
}
