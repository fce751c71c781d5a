import type { Attribute, Job } from './job';
import type { Moment } from './moment';
import type { Story } from './story';
import type { Subject } from './subject';

/** A step as the log spells it. */
export interface WireStep {
  readonly name: string;
  readonly provisioningStepType: string;
  readonly status: string;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Everything that steps and attributes are made from. */
export interface Scene {
  readonly job: Job;
  readonly subject: Subject;
  readonly story: Story;
  readonly moment: Moment;
}

/** The steps of an event, in the order in which the service logs them. */
export function stepsOf(scene: Scene): readonly WireStep[] {
  const { story } = scene;
  const isMatched = story.action !== 'create' || story.skip === 'RedundantExport';
  const steps = [
    ...(story.retries ? [escrowStep(scene)] : []),
    importStep(scene),
    scopingStep(scene),
    isMatched ? matchedStep(scene) : unmatchedStep(scene),
    ...(story.status === 'warning' ? [referenceStep(scene)] : []),
    lastStep(scene),
  ];
  // Unknown through and through: no reader can take the outcome from the steps instead.
  return story.status === 'unknownFutureValue' ? steps.map((step) => ({ ...step, status: story.status })) : steps;
}

/** The name by which descriptions call the object. */
export function labelOf({ subject, story }: Scene): string {
  return story.kind === 'Group' ? subject.displayName : subject.userPrincipalName;
}

/** The attributes that a job carries for this kind of object. */
export function attributesOf({ job, story }: Scene): readonly Attribute[] {
  return story.kind === 'Group' ? groupAttributes : job.attributes;
}

/** An attribute's name as step details spell it: without dots and colons. */
export function detailName(attribute: string): string {
  return attribute.replace(/[.:]/g, '');
}

const groupAttributes: readonly Attribute[] = [
  { source: 'displayName', target: 'displayName', value: (subject) => subject.displayName },
  { source: 'mailNickname', target: 'externalId', value: (subject) => subject.login },
  { source: 'members', target: 'members', value: (subject) => subject.managerId },
];

const changeTypes = { create: 'Add', delete: 'Delete' } as const;

function importStep(scene: Scene): WireStep {
  const { job, subject, story } = scene;
  const changeType = story.action in changeTypes ? changeTypes[story.action as 'create' | 'delete'] : 'Update';
  const isChange = story.skip === undefined;
  const details: Record<string, string> = { objectId: job.sourceKey?.(subject) ?? subject.sourceId };
  // A change brings what has changed, everything else the whole object.
  const isPartial = isChange && changeType === 'Update';
  for (const { source, value, former } of attributesOf(scene)) {
    if (!isPartial || former !== undefined) details[detailName(source)] = value(subject);
  }
  details.IsSoftDeleted = story.action === 'delete' || story.action === 'stagedDelete' ? 'True' : 'False';
  if (job.isInbound) {
    details.originatingReplicaToken = JSON.stringify({ InvocationId: subject.managerId, Name: 'DC01.contoso.com' });
    details.extensionAttribute1 = '';
    details.extensionAttribute2 = '';
  } else details.appRoleAssignments = 'User';
  return {
    name: isChange ? `EntryImport${changeType === 'Add' ? 'Add' : 'Update'}` : 'EntryImport',
    provisioningStepType: 'import',
    status: 'success',
    description: isChange
      ? `Received ${story.kind} '${labelOf(scene)}' change of type (${changeType}) from ${job.source.displayName}`
      : `Retrieved ${story.kind} '${labelOf(scene)}' from ${job.source.displayName}`,
    details,
  };
}

function scopingStep({ job, story }: Scene): WireStep {
  const isActive = story.action !== 'disable' && story.action !== 'delete';
  const isEntitled = story.skip !== 'NotEffectivelyEntitled';
  return {
    name: 'EntrySynchronizationScoping',
    provisioningStepType: 'scoping',
    status: isEntitled ? 'success' : 'skipped',
    description: `Determine if ${story.kind} in scope by evaluating against each scoping filter`,
    details: {
      'Active in the source system': word(isActive),
      ...(job.isInbound
        ? {}
        : { 'Assigned to the application': word(isEntitled), [`${story.kind} has the required role`]: 'True' }),
      'Scoping filter evaluation passed': word(isEntitled || !job.isInbound),
      ScopeEvaluationResult: JSON.stringify(
        job.scopingFilter === undefined ? {} : { [job.scopingFilter]: isEntitled || !job.isInbound },
      ),
    },
  };
}

function matchedStep(scene: Scene): WireStep {
  const { job, subject, story } = scene;
  const details: Record<string, string> = { id: subject.targetId };
  for (const { target, value, former } of attributesOf(scene)) {
    const isOld = former !== undefined && story.action === 'update';
    details[detailName(target)] = isOld ? former(subject) : value(subject);
  }
  return {
    name: 'EntryImport',
    provisioningStepType: 'matching',
    status: 'success',
    description: `Retrieved ${story.kind} '${labelOf(scene)}' from ${job.target.displayName}`,
    details,
  };
}

function unmatchedStep(scene: Scene): WireStep {
  const { job, story } = scene;
  const target = job.target.displayName;
  return {
    name: 'EntrySynchronizationAdd',
    provisioningStepType: 'matching',
    status: 'success',
    description:
      `${story.kind} '${labelOf(scene)}' will be created in ${target} ` +
      `(${story.kind} is active and in scope, but no matching ${story.kind} was found in ${target})`,
    details: {},
  };
}

function escrowStep({ job, subject, story, moment }: Scene): WireStep {
  return {
    name: 'EntryEscrowRetry',
    provisioningStepType: 'processing',
    status: 'success',
    description: `A change that failed before is tried again`,
    details: {
      CountProcessed: String(story.retries),
      CreationTime: moment.time,
      Identifier: job.sourceKey?.(subject) ?? subject.sourceId,
      ModificationType: story.action === 'create' ? 'Add' : 'Modify',
      NextAttempt: moment.nextAttemptUs,
      Origin: 'Source',
      TypeName: story.kind,
    },
  };
}

function referenceStep({ job, subject }: Scene): WireStep {
  return {
    name: 'EntrySynchronizationUpdate',
    provisioningStepType: 'referenceResolution',
    status: 'warning',
    description:
      `UnableToResolveReferenceAttributeValue: ${subject.managerId} is a member of the group in the source ` +
      `and does not exist in ${job.target.displayName}`,
    details: { ReportableIdentifier: subject.displayName, UnresolvedReference: subject.managerId },
  };
}

/** The step that decides: written, failed, or left alone. */
function lastStep(scene: Scene): WireStep {
  const { job, subject, story } = scene;
  const label = labelOf(scene);
  if (story.skip !== undefined) {
    return {
      name: 'EntrySynchronizationSkip',
      provisioningStepType: story.skip === 'RedundantExport' ? 'export' : 'processing',
      status: 'skipped',
      description: skipDescription(scene),
      details: {
        SkipReason: story.skip,
        ReportableIdentifier: label,
        ...(story.skip === 'AttributeValidationFailed' ? { PropertyName: attributesOf(scene)[0]!.target } : {}),
      },
    };
  }
  if (story.action === 'stagedDelete') {
    return {
      name: 'EntrySynchronizationSkip',
      provisioningStepType: 'export',
      status: story.status,
      description: `The deletion of ${story.kind} '${label}' waits for an administrator`,
      details: { ReportableIdentifier: label },
    };
  }
  const isFailure = story.status === 'failure';
  const verb = { create: ['create', 'created'], delete: ['delete', 'deleted'] } as const;
  const [infinitive, participle] =
    story.action === 'create' || story.action === 'delete' ? verb[story.action] : ['update', 'updated'];
  return {
    name: exportName(story.action),
    provisioningStepType: 'export',
    status: story.status,
    description: isFailure
      ? `Failed to ${infinitive} ${story.kind} '${label}' in ${job.target.displayName}`
      : `${story.kind} '${label}' was ${participle} in ${job.target.displayName}`,
    details: { ReportableIdentifier: label, ...(isFailure ? {} : { id: subject.targetId }) },
  };
}

function exportName(action: string): string {
  if (action === 'create') return 'EntryExportAdd';
  if (action === 'delete') return 'EntryExportDelete';
  return action === 'disable' ? 'EntryExportUpdateSoftDelete' : 'EntryExportUpdate';
}

function skipDescription(scene: Scene): string {
  const { job, story } = scene;
  const named = `${story.kind} '${labelOf(scene)}'`;
  if (story.skip === 'RedundantExport') {
    return `${named} is the same in ${job.source.displayName} and ${job.target.displayName}; nothing has to be changed`;
  }
  if (story.skip === 'AttributeValidationFailed') return `${named} has a value that the mapping does not accept`;
  return (
    `${named} is skipped for these reasons: 1) it is not assigned to the application 2) it has no role ` +
    `3) no scoping filter lets it pass`
  );
}

function word(value: boolean): string {
  return value ? 'True' : 'False';
}
