import { Uri } from 'vscode';

/** Reads which files a page showed (`saved` of `LogPageState`); undefined when it is nothing of ours. */
export function readSavedFiles(state: unknown): readonly Uri[] | undefined {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return undefined;
  const { saved } = state;
  if (typeof saved !== 'object' || saved === null || !('log' in saved) || !Array.isArray(saved.log)) return undefined;
  const addresses: readonly unknown[] = saved.log;
  const texts = addresses.filter((address) => typeof address === 'string');
  if (texts.length === 0 || texts.length !== addresses.length) return undefined;
  return texts.map((address) => Uri.parse(address));
}
