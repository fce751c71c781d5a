/**
 * One thing that is measured. It runs in a process of its own, times itself (so that starting Node and loading code do
 * not count), and says what it found out, so that two sides can be seen to have done the same work.
 */
export interface Side {
  readonly id: string;
  run(input: BenchInput): Promise<Outcome>;
}

/** What a side works on. */
export interface BenchInput {
  /** The log, in the page cache already. */
  readonly file: string;
  readonly byteLength: number;
  readonly events: number;
  readonly failures: number;
  /** A folder of the run's own, to write into. */
  readonly scratch: string;
}

/** What came out, or why nothing could be measured. */
export type Outcome =
  | {
      /** In the row's unit. */
      readonly value: number;
      /** What the work found out, as a text that must be the same on both sides. */
      readonly answer: string;
    }
  | { readonly absent: string };
