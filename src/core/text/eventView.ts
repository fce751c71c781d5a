import type { Action, Detail, ModifiedProperty, Status, Step } from '../model';

/** One event as the panel shows it: plain texts and lists, made from the record and the catalogue. */
export interface EventView {
  readonly row: number;
  readonly key: string;
  /** What happened to whom, where, when, with what result. */
  readonly sentence: string;
  readonly status: Status;
  readonly action: Action;
  readonly steps: readonly Step[];
  readonly troubleshooting: Troubleshooting;
  readonly modifiedProperties: readonly ModifiedProperty[];
  /** Groups of names and values: the event, the object on both sides, the systems, the ids. */
  readonly summary: readonly { readonly title: string; readonly rows: readonly Detail[] }[];
  /** The record, pretty, or its beginning. */
  readonly raw: string;
  readonly rawIsCut: boolean;
}

/** What is known of why an event did not succeed. */
export interface Troubleshooting {
  /** As spelled in the log; `""` when the event has none. */
  readonly code: string;
  /** The catalogue's words on the code; absent when the code is unknown or there is none. */
  readonly known?: {
    readonly title: string;
    readonly cause: string;
    readonly steps: readonly string[];
    readonly retry: string;
    readonly documentation: string;
  };
  /** Said when there is no code, or an unknown one. */
  readonly notice: string;
  /** How often the code occurs in this log. */
  readonly count: number;
  readonly reason: string;
  readonly details: string;
  readonly category: string;
  readonly recommendedAction: string;
}
