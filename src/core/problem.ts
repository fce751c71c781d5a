/** What went wrong with one place of one file, as data; its text is written in `core/text/problemText.ts`. */
export interface ProblemFact {
  /** What kind of fault it is; one entry of the table in `core/text/problemText.ts`. */
  readonly code: string;
  /** Index into the log's files; absent when the problem is about the whole log. */
  readonly file?: number;
  /** Where in that file, in bytes from its start. */
  readonly byteOffset?: number;
  /** How many bytes are concerned. */
  readonly byteLength?: number;
  /** The line, counted from 1. */
  readonly line?: number;
  /** The event's number in the file, counted from 1. */
  readonly event?: number;
  /** What the text needs besides: names, counts. Log text in here is data, never markup. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A problem as users and callers of the API read it. */
export interface Problem {
  readonly code: string;
  /** One sentence: what is wrong, where, and what to do. */
  readonly message: string;
  readonly file?: number;
  readonly byteOffset?: number;
  readonly byteLength?: number;
  readonly line?: number;
  readonly event?: number;
}

/** So many problems of one log are kept in full; the rest are counted by code. */
export const KEPT_PROBLEMS = 1_000;
