import type { Detail, Identity, ProvisioningEvent, System } from '../model';

/**
 * An event as a record of Microsoft Graph (v1.0), minified: what any reader of provisioning logs opens, whatever the
 * log was that it comes from. An old value that was recovered from a step is absent again, as in the log.
 */
export function eventRecord(event: ProvisioningEvent): string {
  const { error } = event;
  return JSON.stringify({
    id: event.id,
    ...(event.time !== '' && { activityDateTime: event.time }),
    ...(event.tenantId !== '' && { tenantId: event.tenantId }),
    jobId: event.jobId,
    cycleId: event.cycleId,
    changeId: event.changeId,
    provisioningAction: event.action === 'unknown' ? 'unknownFutureValue' : event.action,
    ...(event.durationMs !== undefined && { durationInMilliseconds: event.durationMs }),
    servicePrincipal: { id: event.servicePrincipal.id, displayName: event.servicePrincipal.displayName },
    sourceSystem: system(event.source),
    targetSystem: system(event.target),
    initiatedBy: {
      id: event.initiatedBy.id,
      displayName: event.initiatedBy.displayName,
      initiatorType: event.initiatedBy.type,
    },
    sourceIdentity: identity(event.sourceIdentity),
    targetIdentity: identity(event.targetIdentity),
    provisioningStatusInfo: {
      status: event.status === 'unknown' ? 'unknownFutureValue' : event.status,
      errorInformation:
        error === undefined
          ? null
          : {
              errorCode: orNull(error.code),
              reason: orNull(error.reason),
              additionalDetails: orNull(error.details),
              errorCategory: orNull(error.category),
              recommendedAction: orNull(error.recommendedAction),
            },
    },
    provisioningSteps: event.steps.map((step) => ({
      name: step.name,
      provisioningStepType: step.type === 'unknown' ? 'unknownFutureValue' : step.type,
      status: step.status === 'unknown' ? 'unknownFutureValue' : step.status,
      description: step.description,
      details: members(step.details),
    })),
    modifiedProperties: event.modifiedProperties.map(({ name, oldValue, newValue, recovered }) => ({
      displayName: name,
      oldValue: recovered ? null : oldValue,
      newValue,
    })),
    ...(event.otherColumns && event.otherColumns.length > 0 && { otherColumns: members(event.otherColumns) }),
  });
}

function system({ id, displayName, details }: System): object {
  return { id, displayName, details: members(details) };
}

function identity({ id, displayName, type, details }: Identity): object {
  return { id, displayName, identityType: type, details: members(details) };
}

/** Of repeated names the last one counts, as for whoever reads the result. */
function members(details: readonly Detail[]): object {
  return Object.fromEntries(details.map(({ name, value }) => [name, value]));
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
