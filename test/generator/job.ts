import type { Subject } from './subject';

/** One attribute that a job carries over. */
export interface Attribute {
  /** Name in the source. */
  readonly source: string;
  /** Name in the target, with all its dots and colons. */
  readonly target: string;
  readonly value: (subject: Subject) => string;
  /** What it was before an update; only attributes that updates change have one. */
  readonly former?: (subject: Subject) => string;
}

/** One provisioning job: who is carried from where to where, and how. */
export interface Job {
  /** Short name by which failures and stories refer to the job. */
  readonly key: string;
  readonly jobId: string;
  readonly servicePrincipal: { readonly id: string; readonly displayName: string };
  readonly source: { readonly id: string; readonly displayName: string };
  readonly target: { readonly id: string; readonly displayName: string };
  readonly applicationId: string;
  readonly targetType: string;
  /** By what the source knows an object, where that is not its object ID. */
  readonly sourceKey?: (subject: Subject) => string;
  /** From a human resources system or a directory into Entra or Active Directory: nobody is assigned to an application. */
  readonly isInbound: boolean;
  /** A scoping filter as `ScopeEvaluationResult` spells it; absent when the job has none. */
  readonly scopingFilter?: string;
  readonly attributes: readonly Attribute[];
}

/** The tenant all jobs belong to. */
export const TENANT_ID = '4b8c18bd-2f9f-4a04-9f6c-6a1dcf9c3270';
