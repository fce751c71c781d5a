import type { Detail, Identity, ModifiedProperty, ProvisioningEvent, Step, System } from '../model';

/**
 * What a text of an event is about, which decides what redaction makes of it:
 * - `name`: names a person, a group, a tenant, or is an ID
 * - `system`: names a system or an application
 * - `value`: the value of an attribute
 * - `sentence`: written by the service, the target or an administrator, with names in it
 */
export type TextKind = 'name' | 'system' | 'value' | 'sentence';

/** Gives the text that takes the place of another. */
export type TextChange = (kind: TextKind, text: string) => string;

/** Details with which the service explains itself, in lower case without spaces: their values are sentences. */
const serviceDetails = new Set([
  'activeinthesourcesystem',
  'assigned',
  'assignedtotheapplication',
  'countprocessed',
  'creationtime',
  'isactive',
  'iseffectivelyentitledforprovisioning',
  'isinprovisioningscope',
  'isinprovisioningscopedisplayname',
  'issoftdeleted',
  'modificationtype',
  'nextattempt',
  'odatatype',
  'origin',
  'propertyname',
  'scopeevaluationresult',
  'scopingfilterevaluationpassed',
  'skipreason',
  'typename',
]);

/** Words that decide what an event means are kept as they are. */
const serviceWord = /^[A-Za-z]{1,60}$/;

/**
 * An event of which every text that may name somebody is changed, and nothing else: times, actions, outcomes, error
 * codes and the shape stay. Extra fields of the record are not part of it, nor is its raw text.
 */
export function changeTexts(event: ProvisioningEvent, change: TextChange): ProvisioningEvent {
  const name = (text: string): string => (text === '' ? '' : change('name', text));
  const sentence = (text: string): string => (text === '' ? '' : change('sentence', text));
  const systemName = (text: string): string => (text === '' ? '' : change('system', text));
  const { error } = event;
  return {
    ...event,
    key: name(event.key),
    id: name(event.id),
    changeId: name(event.changeId),
    cycleId: name(event.cycleId),
    jobId: changeJobId(event.jobId, change),
    sourceSystem: systemName(event.sourceSystem),
    targetSystem: systemName(event.targetSystem),
    jobName: systemName(event.jobName),
    identity: name(event.identity),
    tenantId: name(event.tenantId),
    steps: event.steps.map((step) => changeStep(step, change)),
    modifiedProperties: event.modifiedProperties.map((property) => changeProperty(property, change)),
    ...(error && {
      error: {
        ...error,
        category: changeUnlessWord(error.category, change),
        reason: sentence(error.reason),
        details: sentence(error.details),
        recommendedAction: sentence(error.recommendedAction),
      },
    }),
    servicePrincipal: changeSystem(event.servicePrincipal, change),
    source: changeSystem(event.source, change),
    target: changeSystem(event.target, change),
    sourceIdentity: changeIdentity(event.sourceIdentity, change),
    targetIdentity: changeIdentity(event.targetIdentity, change),
    initiatedBy: changeInitiator(event.initiatedBy, change),
    raw: '',
    rawIsCut: false,
    ...(event.otherColumns && { otherColumns: [] }),
    ...(event.joined && { joined: [] }),
  };
}

/** `<template>.<tenant>.<GUID>`: the template says which connector the job has, and stays unless it names somebody. */
export function changeJobId(jobId: string, change: TextChange): string {
  if (jobId === '') return '';
  const [template = '', ...rest] = jobId.split('.');
  return [change('sentence', template), ...rest.map((part) => (part === '' ? '' : change('name', part)))].join('.');
}

function changeUnlessWord(text: string, change: TextChange): string {
  return text === '' || serviceWord.test(text) ? text : change('sentence', text);
}

function changeStep(step: Step, change: TextChange): Step {
  return {
    ...step,
    name: changeUnlessWord(step.name, change),
    description: change('sentence', step.description),
    details: step.details.map((detail) => changeDetail(detail, change)),
  };
}

function changeDetail({ name, value }: Detail, change: TextChange): Detail {
  const key = name.replace(/\s/g, '').toLowerCase();
  const isService = serviceDetails.has(key) || key.endsWith('hastherequiredrole');
  const changed = change('sentence', name);
  if (value === null || value === '') return { name: changed, value };
  if (key === 'skipreason' && serviceWord.test(value)) return { name, value };
  // The names by which readers know a detail stay, even if somebody is called like it.
  return isService
    ? { name, value: change('sentence', value) }
    : { name: keptName(name, changed), value: change('value', value) };
}

/** Details from which an event's name is read. */
function keptName(name: string, changed: string): string {
  return /^(?:reportableidentifier|username|userprincipalname|displayname|id)$/i.test(name) ? name : changed;
}

function changeProperty(property: ModifiedProperty, change: TextChange): ModifiedProperty {
  const value = (text: string | null): string | null => (text === null || text === '' ? text : change('value', text));
  return {
    ...property,
    name: change('sentence', property.name),
    oldValue: value(property.oldValue),
    newValue: value(property.newValue),
  };
}

function changeSystem({ id, displayName, details }: System, change: TextChange): System {
  return {
    id: id === '' ? '' : change('name', id),
    displayName: displayName === '' ? '' : change('system', displayName),
    details: details.map(({ name, value }) => ({ name, value: value === null ? null : change('system', value) })),
  };
}

function changeIdentity({ id, displayName, type, details }: Identity, change: TextChange): Identity {
  return {
    id: id === '' ? '' : change('name', id),
    displayName: displayName === '' ? '' : change('name', displayName),
    type: change('sentence', type),
    details: details.map((detail) => changeDetail(detail, change)),
  };
}

/** The service itself, or a person. */
function changeInitiator(initiator: Identity, change: TextChange): Identity {
  const { id, displayName, type, details } = initiator;
  const isPerson = type.toLowerCase() === 'user';
  return {
    id: id === '' ? '' : change('name', id),
    displayName: displayName === '' ? '' : change(isPerson ? 'name' : 'system', displayName),
    type: changeUnlessWord(type, change),
    details: details.map((detail) => changeDetail(detail, change)),
  };
}
