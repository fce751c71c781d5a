/**
 * The words of the domain. A log holds events; events with one change ID form a change; a job runs in cycles;
 * an event has steps. Field names and their sources: https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
 */

/** Outcomes of an event or a step. */
export const statuses = ['success', 'failure', 'skipped', 'warning', 'unknown'] as const;
/** What an event or a step came to. */
export type Status = (typeof statuses)[number];

/** What the service did or tried to do to the target object. */
export const actions = ['create', 'update', 'delete', 'disable', 'stageddelete', 'other', 'unknown'] as const;
/** One of {@link actions}. */
export type Action = (typeof actions)[number];

/** Phases of a change, as the service names them; anything else is `unknown`. */
export const stepTypes = [
  'import',
  'scoping',
  'matching',
  'processing',
  'referenceResolution',
  'export',
  'unknown',
] as const;
/** One of {@link stepTypes}. */
export type StepType = (typeof stepTypes)[number];

/** One step of an event. */
export interface Step {
  readonly name: string;
  readonly type: StepType;
  readonly status: Status;
  readonly description: string;
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; absent where the log gives steps no time. Only provisioning on demand does. */
  readonly time?: string;
  /** The step's details in file order; values are texts, nested values their JSON. A null value is `null`. */
  readonly details: readonly Detail[];
}

/** A name and its value as the log spells them. */
export interface Detail {
  readonly name: string;
  readonly value: string | null;
}

/** One attribute that the service changed or tried to change. */
export interface ModifiedProperty {
  readonly name: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  /** True when the log's old value was null and `oldValue` was found in the matching step instead. */
  readonly recovered: boolean;
}

/** Why an event did not succeed, as the log says it. Texts are `""` when absent. */
export interface EventError {
  readonly code: string;
  readonly reason: string;
  readonly details: string;
  readonly category: string;
  readonly recommendedAction: string;
}

/** One event in a line. Texts are `""` when absent. */
export interface EventSummary {
  /** Opaque and unique in its log. */
  readonly key: string;
  readonly id: string;
  readonly changeId: string;
  readonly jobId: string;
  readonly cycleId: string;
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; `""` when the log has no readable time. */
  readonly time: string;
  readonly action: Action;
  readonly status: Status;
  /** As spelled in the log. */
  readonly errorCode?: string;
  /** Display name. */
  readonly sourceSystem: string;
  /** Display name. */
  readonly targetSystem: string;
  /** The best name the event has for the object it is about. */
  readonly identity: string;
  readonly durationMs?: number;
  /** Index into the log's files. */
  readonly file: number;
  /** Where the record stands in that file: UTF-8 bytes, of the unpacked content for archives. */
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** The object on one side of an event. Texts are `""` when absent. */
export interface Identity {
  readonly id: string;
  readonly displayName: string;
  readonly type: string;
  readonly details: readonly Detail[];
}

/** One system of an event. Texts are `""` when absent. */
export interface System {
  readonly id: string;
  readonly displayName: string;
  readonly details: readonly Detail[];
}

/** One event with everything its record holds. */
export interface ProvisioningEvent extends EventSummary {
  readonly steps: readonly Step[];
  readonly modifiedProperties: readonly ModifiedProperty[];
  readonly error?: EventError;
  readonly jobName: string;
  readonly servicePrincipal: System;
  readonly source: System;
  readonly target: System;
  readonly sourceIdentity: Identity;
  readonly targetIdentity: Identity;
  readonly initiatedBy: Identity;
  readonly tenantId: string;
  /** The record's exact text; for a record longer than the log's limit for one text, its beginning. */
  readonly raw: string;
  /** True when `raw` is only the beginning of the record. */
  readonly rawIsCut: boolean;
  /** What stands below headers of a table that are not known. */
  readonly otherColumns?: readonly Detail[];
  /** True when the record is a row of a table, and `raw` no JSON. */
  readonly isTable?: boolean;
  /** The event's rows in other tables: its steps, its modified properties. */
  readonly joined?: readonly JoinedRows[];
}

/** Rows of a table that belong to an event of another. */
export interface JoinedRows {
  readonly file: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  /** As they stand in the file. */
  readonly text: string;
}

/** Counts over a whole log. */
export interface LogSummary {
  readonly events: number;
  readonly jobs: readonly JobSummary[];
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly byAction: Readonly<Record<Action, number>>;
  /** Codes as spelled in the log. */
  readonly byErrorCode: Readonly<Record<string, number>>;
}

/** One job of a log. */
export interface JobSummary {
  readonly jobId: string;
  /** Service principal, else target system, else the template part of the job ID. */
  readonly name: string;
  readonly events: number;
  readonly byStatus: Readonly<Record<Status, number>>;
}
