/** What the program inside an extension host is to measure: the user setting `provlogBench.order`. */
export interface HostOrder {
  /** The log's name in the workspace folder. */
  readonly log: string;
  /** How many events it has. */
  readonly events: number;
  /** The name under which it is prettified; absent to leave that out. */
  readonly pretty?: string;
}

/** What came out; times in ms, memory in MB. */
export interface HostFigures {
  /** `extension.activate()` in a fresh window, loading its code included. */
  readonly activateMs: number;
  /** From the call of the command to the first job row that the tree is handed. */
  readonly firstRowMs: number;
  /** From the call of the command to its end: all is read. */
  readonly indexedMs: number;
  /** The same for the log that was closed and is opened again. */
  readonly againFirstRowMs: number;
  readonly againMs: number;
  /** One event by its key, through the API that other extensions use; the median of some from anywhere in the log. */
  readonly eventMs: number;
  /** From the call of the command to the message that the file is saved. */
  readonly prettifyMs?: number;
  /** What the editor alone takes to hand the whole file over, which is how a browser reads it. */
  readonly readMs?: number;
  /** From the cancellation of a reading to the answer that it is cancelled. */
  readonly cancelMs: number;
  /** From the cancellation of a reading to the end of its worker. */
  readonly cancelledWorkerMs: number;
  /** Resident memory after the cancelled reading, above what it was before; absent where nobody can say. */
  readonly cancelledGrowthMB?: number;
}

/** A console line of the program begins with this: figures, or why there are none. */
export const benchPrefix = 'provlog-bench ';

/** What the program has to say. */
export type HostAnswer = { readonly figures: HostFigures } | { readonly failure: string };
