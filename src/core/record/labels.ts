/** The part of a job ID before the tenant: `scim` of `scim.4b8c18bd….4ba261ce-…`; `""` for an empty ID. */
export function jobTemplate(jobId: string): string {
  const dot = jobId.indexOf('.');
  return dot < 0 ? jobId : jobId.slice(0, dot);
}

/**
 * What a job is called: the service principal, else the target system, else the template part of the job ID.
 * The service principal comes first because every generic SCIM application has the target system `customappsso`.
 */
export function jobName(servicePrincipal: string, targetSystem: string, jobId: string): string {
  return firstText(servicePrincipal, targetSystem, jobTemplate(jobId));
}

/** The texts of a record that can name the object it is about, best first; `""` when absent. */
export interface IdentityTexts {
  readonly sourceDisplayName: string;
  /** `UserPrincipalName` in the source identity's details. */
  readonly sourceUserPrincipalName: string;
  /** `ReportableIdentifier` in the details of the first step that has one. */
  readonly reportableIdentifier: string;
  /** `userName`, else `userPrincipalName`, in the details of the first step that has one. */
  readonly stepUserName: string;
  readonly sourceId: string;
  readonly targetId: string;
}

/** The best name there is for the object of an event; `""` when the record names it nowhere. */
export function identityLabel(texts: IdentityTexts): string {
  return firstText(
    texts.sourceDisplayName,
    texts.sourceUserPrincipalName,
    texts.reportableIdentifier,
    texts.stepUserName,
    texts.sourceId,
    texts.targetId,
  );
}

/** The first text that is more than white space, as spelled; `""` when there is none. */
export function firstText(...texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '') ?? '';
}

/** What Azure Active Directory is called now. */
export const ENTRA_ID = 'Microsoft Entra ID';

/** Equal for two names of one system: ignores case, and knows that Azure Active Directory was renamed. */
export function systemKey(name: string): string {
  const key = name.trim().toLowerCase();
  return key === 'azure active directory' ? ENTRA_ID.toLowerCase() : key;
}

/** Whether two display names mean one system. */
export function isSameSystem(one: string, other: string): boolean {
  return systemKey(one) === systemKey(other);
}

/** What an event's key is made of; texts as in the summary, `""` when absent. */
export interface KeyTexts {
  readonly id: string;
  readonly changeId: string;
  readonly time: string;
  readonly action: string;
}

/** An event's key before repeats are told apart by `#2`, `#3` …: its ID, else change ID, time and action. */
export function keyBase({ id, changeId, time, action }: KeyTexts): string {
  return id !== '' ? id : `${changeId} ${time} ${action}`;
}
