import type { Turn } from '../codes/errorCode';
import type { OpenedJson } from '../explain/openJson';
import type { SkipVerdict } from '../explain/skipVerdict';
import type { WhatChanged } from '../explain/whatChanged';
import type { OpenedDetails } from '../explain/openDetails';
import type { Action, Detail, Status, StepType } from '../model';

/** One event as the panel shows it: plain texts and lists, made from the record and the catalogue. */
export interface EventView {
  readonly row: number;
  readonly key: string;
  /** What happened to whom, where, when, with what result. */
  readonly sentence: string;
  readonly status: Status;
  readonly action: Action;
  readonly steps: readonly StepView[];
  /** What the log says on how long the steps took; `""` when it says nothing at all. */
  readonly timing: string;
  /** Why the event was skipped; absent for one that was not. */
  readonly skip?: SkipVerdict;
  readonly troubleshooting: Troubleshooting;
  readonly changes: WhatChanged;
  /** Groups of names and values: the event, the object on both sides, the application, the ids. */
  readonly summary: readonly SummaryGroup[];
  /** The record, pretty, or its beginning. */
  readonly raw: string;
  readonly rawIsCut: boolean;
}

/** A part of the summary. Groups with a side stand beside each other. */
export interface SummaryGroup {
  readonly title: string;
  readonly side?: 'source' | 'target';
  readonly rows: readonly Detail[];
}

/** One step as the panel shows it. */
export interface StepView {
  /** As the log spells it; `""` when it does not. */
  readonly name: string;
  readonly type: StepType;
  readonly status: Status;
  readonly description: string;
  /** What a step of that name is, in a sentence of ours; `""` for an unknown name. */
  readonly meaning: string;
  /** When it was logged, and how long after the step before; `""` where the log does not say. */
  readonly time: string;
  readonly details: OpenedDetails;
}

/** What is known of why an event did not succeed. */
export interface Troubleshooting {
  /** As spelled in the log; `""` when the event has none. */
  readonly code: string;
  /** The catalogue's words on the code; absent when the code is unknown or there is none. */
  readonly known?: KnownWords;
  /** The catalogue's words on what reason, steps and failed clauses mention. */
  readonly marks: readonly KnownWords[];
  /** Said when there is no code, or an unknown one. */
  readonly notice: string;
  /** How often the code occurs in this log, this event included. */
  readonly count: number;
  /** As the log has it, whole. */
  readonly reason: string;
  /** The parts of the reason by name; empty when it is one plain message. */
  readonly reasonFields: readonly Detail[];
  /** What the target answered, where that is JSON. */
  readonly answer?: OpenedJson;
  /** What the service notes on the next attempt. */
  readonly escrow: readonly Detail[];
  readonly details: string;
  readonly category: string;
  readonly recommendedAction: string;
}

/** What the catalogue says on a code. The texts of an entry of the user's are data, like log text. */
export interface KnownWords {
  readonly title: string;
  readonly cause: string;
  /** What to do, in this order. */
  readonly steps: readonly string[];
  /** In a few words, and in a sentence. */
  readonly retryTitle: string;
  readonly retry: string;
  /** Who has to act. */
  readonly turn: { readonly id: Turn; readonly title: string; readonly sentence: string };
  /** `""` when there is none. */
  readonly documentation: string;
  /** Whether the user wrote the entry. */
  readonly isYours: boolean;
  /** Where the catalogue has this from, unless documentation says it; else `""`. */
  readonly origin: string;
}
