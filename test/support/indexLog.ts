import { buildIndex, type BuildOptions, type BuildResult } from '../../src/core/index/buildIndex';
import type { EventSummary } from '../../src/core/model';
import { memorySource } from '../../src/core/scan/byteSource';

/** A log that could be indexed. */
export type IndexedLog = Extract<BuildResult, { kind: 'built' }>;

/** Indexes files that are in memory; throws when they are refused. */
export async function indexLog(
  files: readonly (string | Uint8Array)[],
  options: BuildOptions = {},
): Promise<IndexedLog> {
  const sources = files.map((file) => memorySource(typeof file === 'string' ? new TextEncoder().encode(file) : file));
  const result = await buildIndex(sources, options);
  if (result.kind !== 'built') throw new Error(result.kind === 'refused' ? result.message : result.kind);
  return result;
}

/** Every event of a log in a line. */
export function summariesOf({ index }: IndexedLog): EventSummary[] {
  return Array.from({ length: index.rowCount }, (_, row) => index.summary(row));
}

/**
 * The text document that VS Code makes of a file: decoded without its byte order mark, and with one kind of line end,
 * CR LF when more than half of the line ends hold a carriage return, else LF. The rule stands in VS Code's
 * `pieceTreeTextBufferBuilder.ts`.
 */
export function documentOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const returns = ends.filter((end) => end.startsWith('\r')).length;
  return text.replace(/\r\n|\r|\n/g, returns > ends.length / 2 ? '\r\n' : '\n');
}
