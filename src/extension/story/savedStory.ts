import { Uri } from 'vscode';
import type { ObjectIds } from '../../core/analysis/story/objectIds';
import { isTextList } from '../textList';

/** What the page of a story kept over a reload of the window. */
export interface KeptStory {
  /** The files of each log. */
  readonly logs: readonly (readonly Uri[])[];
  readonly object: ObjectIds;
}

/** Reads what the page kept (`saved` of `StoryState`); undefined when it is nothing of ours. */
export function readSavedStory(state: unknown): KeptStory | undefined {
  const saved = partOf(state, 'saved');
  const object = partOf(saved, 'object');
  const [ids, reportables, names] = ['ids', 'reportables', 'names'].map((name) => textsOf(partOf(object, name)));
  const logs = partOf(saved, 'logs');
  if (ids === undefined || reportables === undefined || names === undefined || !Array.isArray(logs)) return undefined;
  const files = logs.map(textsOf);
  if (files.length === 0 || !files.every((texts) => texts !== undefined && texts.length > 0)) return undefined;
  return {
    logs: files.map((texts) => (texts ?? []).map((text) => Uri.parse(text))),
    object: { ids, reportables, names },
  };
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  return isTextList(value) ? value : undefined;
}
