import type { WireRecord } from '../../generator/wireRecord';

interface Party {
  readonly id: string;
  readonly displayName: string;
  readonly identityType?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** The rest of a generated record, which rows hold, too. */
interface FullRecord extends WireRecord {
  readonly tenantId: string;
  readonly servicePrincipal: Party;
  readonly sourceSystem: Party;
  readonly targetSystem: Party;
  readonly initiatedBy: Party;
  readonly sourceIdentity: Party;
  readonly targetIdentity: Party;
}

type Cell = (record: FullRecord) => string | undefined;

const cells: Readonly<Record<string, Cell>> = {
  activityDateTime: ({ activityDateTime }) => new Date(activityDateTime).toISOString(),
  status: ({ provisioningStatusInfo }) => provisioningStatusInfo.status.toLowerCase(),
  action: ({ provisioningAction }) => provisioningAction.toLowerCase(),
  identity: identityOf,
  errorCode: ({ provisioningStatusInfo }) => provisioningStatusInfo.errorInformation?.errorCode,
  reason: ({ provisioningStatusInfo }) => provisioningStatusInfo.errorInformation?.reason,
  skipReason: (record) => stepDetail(record, 'SkipReason'),
  job: ({ servicePrincipal, targetSystem }) => servicePrincipal.displayName || targetSystem.displayName,
  sourceSystem: ({ sourceSystem }) => sourceSystem.displayName,
  targetSystem: ({ targetSystem }) => targetSystem.displayName,
  sourceIdentityId: ({ sourceIdentity }) => sourceIdentity.id,
  sourceIdentityDisplayName: ({ sourceIdentity }) => sourceIdentity.displayName,
  sourceIdentityUserPrincipalName: ({ sourceIdentity }) => sourceIdentity.details?.UserPrincipalName,
  sourceIdentityType: ({ sourceIdentity }) => sourceIdentity.identityType,
  targetIdentityId: ({ targetIdentity }) => targetIdentity.id,
  targetIdentityDisplayName: ({ targetIdentity }) => targetIdentity.displayName,
  targetIdentityType: ({ targetIdentity }) => targetIdentity.identityType,
  modifiedAttributes: ({ modifiedProperties }) => modifiedProperties.map(({ displayName }) => displayName).join(', '),
  steps: ({ provisioningSteps }) =>
    provisioningSteps.map(({ name, status }) => `${name}: ${status.toLowerCase()}`).join(', '),
  lastStep: ({ provisioningSteps }) => provisioningSteps.at(-1)?.description,
  durationInMilliseconds: ({ durationInMilliseconds }) => String(durationInMilliseconds),
  initiatedBy: ({ initiatedBy }) => initiatedBy.displayName || initiatedBy.id,
  id: ({ id }) => id,
  changeId: ({ changeId }) => changeId,
  cycleId: ({ cycleId }) => cycleId,
  jobId: ({ jobId }) => jobId,
  tenantId: ({ tenantId }) => tenantId,
};

/** What stands above the rows. */
export const plainTitles: readonly string[] = Object.keys(cells);

/** A row of a parsed record, as an export has it, by its members alone. */
export function plainCells(record: WireRecord): readonly string[] {
  return Object.values(cells).map((cell) => cell(record as FullRecord) ?? '');
}

function identityOf(record: FullRecord): string | undefined {
  const { sourceIdentity, targetIdentity } = record;
  return [
    sourceIdentity.displayName,
    sourceIdentity.details?.UserPrincipalName,
    stepDetail(record, 'ReportableIdentifier'),
    stepDetail(record, 'userName'),
    stepDetail(record, 'userPrincipalName'),
    sourceIdentity.id,
    targetIdentity.id,
  ].find((text) => text !== undefined && text.trim() !== '');
}

function stepDetail({ provisioningSteps }: FullRecord, name: string): string | undefined {
  const texts = provisioningSteps.map(({ details }) => details[name]);
  return texts.find((text) => text !== undefined && text !== '');
}
