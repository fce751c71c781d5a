import { TENANT_ID } from './job';
import type { Failure } from './failures';
import { attributesOf, labelOf, type Scene, stepsOf } from './steps';

/** One record of the log, with its keys in the order in which the service writes them. */
export function recordOf(scene: Scene): object {
  const { job, subject, story, moment } = scene;
  const isUser = story.kind === 'User';
  const isUntouched = story.action === 'create' && story.status !== 'success';
  return {
    id: moment.id,
    activityDateTime: moment.time,
    tenantId: TENANT_ID,
    jobId: job.jobId,
    cycleId: moment.cycleId,
    changeId: moment.changeId,
    provisioningAction: story.action,
    durationInMilliseconds: moment.durationMs,
    servicePrincipal: job.servicePrincipal,
    sourceSystem: { ...job.source, details: {} },
    targetSystem: {
      ...job.target,
      details: {
        ApplicationId: job.applicationId,
        ServicePrincipalId: job.servicePrincipal.id,
        ServicePrincipalDisplayName: job.servicePrincipal.displayName,
      },
    },
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    sourceIdentity: {
      id: job.sourceKey?.(subject) ?? subject.sourceId,
      displayName: subject.displayName,
      identityType: story.kind,
      details: {
        id: job.sourceKey?.(subject) ?? subject.sourceId,
        odatatype: story.kind,
        DisplayName: subject.displayName,
        ...(isUser ? { UserPrincipalName: subject.userPrincipalName } : {}),
      },
    },
    targetIdentity: {
      id: isUntouched ? '' : subject.targetId,
      displayName: '',
      identityType: isUser ? job.targetType : 'Group',
      details: {},
    },
    provisioningStatusInfo: { status: story.status, errorInformation: errorOf(scene) },
    provisioningSteps: stepsOf(scene),
    modifiedProperties: modifiedPropertiesOf(scene),
  };
}

function errorOf(scene: Scene): object | null {
  const { story } = scene;
  if (story.failure !== undefined) {
    return {
      errorCode: story.failure.code,
      reason: reasonOf(story.failure, scene),
      additionalDetails: null,
      errorCategory: story.failure.category,
      recommendedAction: null,
    };
  }
  if (story.skipCode === undefined) return null;
  return {
    errorCode: story.skipCode,
    reason: `${story.kind} '${labelOf(scene)}' was left as it is.`,
    additionalDetails: null,
    errorCategory: 'success',
    recommendedAction: null,
  };
}

/** Lines that end in CR LF; a web response and the sentence on retries share a line, as in real logs. */
function reasonOf(failure: Failure, { subject, story, moment }: Scene): string {
  const retries = story.retries ?? 0;
  const retry = failure.isRetried
    ? `This operation was retried ${retries} times. ` +
      `It will be retried again after this date: ${moment.nextAttempt} UTC`
    : '';
  const response = failure.webResponse === undefined ? '' : JSON.stringify(failure.webResponse(subject));
  const lines = [
    ...(failure.httpStatus === '' ? [] : [`StatusCode: ${failure.httpStatus}`]),
    `Message: ${failure.message}`,
    ...(response === '' ? [] : ['Web Response: ']),
  ];
  const tail = [...(response === '' ? [] : [response]), ...(retry === '' ? [] : [retry])].join('. ');
  return [...lines, ...(tail === '' ? [] : [tail])].join('\r\n');
}

function modifiedPropertiesOf(scene: Scene): readonly object[] {
  const { job, subject, story } = scene;
  if (story.action === 'create') {
    return attributesOf(scene).map(({ target, value }) => changed(target, null, value(subject)));
  }
  if (story.action === 'update' && story.kind === 'User' && story.skip === undefined) {
    const [first, ...others] = job.attributes.filter((attribute) => attribute.former !== undefined);
    return [
      // The log knows one old value; the others are null, and only the matching step has them.
      ...(first === undefined ? [] : [changed(first.target, first.former!(subject), first.value(subject))]),
      ...others.map(({ target, value }) => changed(target, null, value(subject))),
      ...(job.isInbound ? [changed('accountDisabled', null, 'False')] : []),
    ];
  }
  if (story.action === 'update' && story.kind === 'Group') return [changed('members', null, subject.managerId)];
  if (story.action === 'disable') {
    const active = job.attributes.find(({ source }) => source === 'accountEnabled' || source === 'Active')!;
    const isInverted = active.target === 'accountDisabled';
    return [changed(active.target, isInverted ? 'False' : 'True', isInverted ? 'True' : 'False')];
  }
  return [];
}

function changed(displayName: string, oldValue: string | null, newValue: string): object {
  return { displayName, oldValue, newValue };
}
