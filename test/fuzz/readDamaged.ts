import { buildIndex } from '../../src/core/index/buildIndex';
import { memorySource } from '../../src/core/scan/byteSource';
import { eventsOf, normalised } from '../support/readLog';

/** Bytes of one of a log's files. */
export interface FoundPlace {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  /** The bytes, one character each. */
  readonly text: string;
  /** What the event says that was read from it. */
  readonly says?: string;
}

/** What is to be found in a log, or was found in a damaged one. */
export interface FoundLog {
  /** By file; undefined where it is no log. All are when the log is refused. */
  readonly formats: readonly (string | undefined)[];
  readonly isTable: boolean;
  /** The records of events, in their order. */
  readonly records: readonly FoundPlace[];
  /** Rows of other tables that belong to them. */
  readonly joined: readonly FoundPlace[];
  /** What the problems are about. */
  readonly told: readonly Omit<FoundPlace, 'text' | 'says'>[];
  /** Whether every problem is listed. */
  readonly tellsAll: boolean;
}

/** Reads a log as the product does, every record of it. Throws for what must not be in an answer. */
export async function readDamaged(files: readonly Uint8Array[], chunkBytes = 4096): Promise<FoundLog> {
  const log = await buildIndex(files.map(memorySource), { chunkBytes });
  const nothing = { records: [], joined: [], told: [], tellsAll: true, isTable: false };
  if (log.kind !== 'built') return { ...nothing, formats: files.map(() => undefined) };
  const events = await eventsOf(log, files);
  const place = (file: number, start: number, byteLength: number): FoundPlace => {
    const { buffer, byteOffset } = files[file]!;
    const text = Buffer.from(buffer, byteOffset + start, byteLength).toString('latin1');
    return { file, start, end: start + byteLength, text };
  };
  const told = log.problems.kept.map(({ code, file = 0, byteOffset = 0, byteLength = 0 }) =>
    code === 'notALog'
      ? { file, start: 0, end: files[file]!.length }
      : { file, start: byteOffset, end: byteOffset + byteLength },
  );
  return {
    formats: log.files.map(({ format }) => format?.id),
    isTable: log.files.some(({ format }) => format?.isTable === true),
    records: events.map((event) => ({
      ...place(event.file, event.byteOffset, event.byteLength),
      says: JSON.stringify(normalised(event)),
    })),
    joined: events.flatMap(({ joined = [] }) =>
      joined.map(({ file, byteOffset, byteLength }) => place(file, byteOffset, byteLength)),
    ),
    told,
    tellsAll: log.problems.kept.length === log.problems.count,
  };
}
