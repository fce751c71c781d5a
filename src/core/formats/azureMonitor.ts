import { envelopeContent } from '../record/envelopeContent';
import { graphFieldPaths, type FieldPath } from './eventFields';
import { areEventKeys, envelopeKeys } from './eventKeys';
import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import type { LogFormat } from './logFormat';
import { inLines, inList, inListOfPages, inPages, memberAt, type Place } from './places';

const PREFIX = 'properties.';

/** Of each field first the record's own, then the envelope's. */
const fields: readonly FieldPath[] = graphFieldPaths.flatMap((each) => [
  { ...each, path: `${PREFIX}${each.path}` },
  each,
]);

/**
 * Records as diagnostic settings of Microsoft Entra write them: an envelope with the event in `properties`.
 * https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema
 */
function azureMonitor(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title,
    matches: (head) => head.root === root && areEnvelopes(head, path),
    container,
    fields,
    isTelling,
    markers: envelopeKeys,
    content: envelopeContent,
  });
}

/** Storage blobs: one envelope a line; also several hours of them in one file, and a single envelope. */
export const azureMonitorLines = azureMonitor(
  'azure-monitor-lines',
  'Azure Monitor records (JSON Lines)',
  inLines,
  'object',
);

/** Messages of an Event Hub. */
export const azureMonitorMessages = azureMonitor(
  'azure-monitor-messages',
  'Azure Monitor records (Event Hub)',
  inPages('records'),
  'object',
);

/** Envelopes that were put into a list. */
export const azureMonitorList = azureMonitor('azure-monitor-list', 'Azure Monitor records (JSON)', inList, 'list');

/** Messages of an Event Hub that were put into a list. */
export const azureMonitorMessageList = azureMonitor(
  'azure-monitor-message-list',
  'Azure Monitor records (list of Event Hub messages)',
  inListOfPages('records'),
  'list',
);

/**
 * As {@link azureMonitor}, with the event as a text of JSON in `properties`: pipelines between the service and the file
 * write it so.
 */
function azureMonitorText(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title: `${title}, properties as text`,
    matches: (head) => head.root === root && areEnvelopesOfTexts(head, path),
    container,
    fields,
    isTelling,
    markers: envelopeKeys,
    embedded: ['properties'],
    content: envelopeContent,
  });
}

/** As {@link azureMonitorLines}, with `properties` as a text. */
export const azureMonitorTextLines = azureMonitorText(
  'azure-monitor-text-lines',
  azureMonitorLines.title,
  inLines,
  'object',
);

/** As {@link azureMonitorMessages}, with `properties` as a text. */
export const azureMonitorTextMessages = azureMonitorText(
  'azure-monitor-text-messages',
  azureMonitorMessages.title,
  inPages('records'),
  'object',
);

/** As {@link azureMonitorList}, with `properties` as a text. */
export const azureMonitorTextList = azureMonitorText('azure-monitor-text-list', azureMonitorList.title, inList, 'list');

/** As {@link azureMonitorMessageList}, with `properties` as a text. */
export const azureMonitorTextMessageList = azureMonitorText(
  'azure-monitor-text-message-list',
  azureMonitorMessageList.title,
  inListOfPages('records'),
  'list',
);

/** What is said of a file whose envelopes are not of our service; undefined when it has none. */
export function foreignEnvelopes(head: FileHead): string | undefined {
  for (const { path } of [inLines, inList, inPages('records'), inListOfPages('records')]) {
    const category = head.textAt(memberAt(path, 'category'));
    if (category === '' || !head.keysAt(path).has('properties')) continue;
    const name = category.replace(/[^\w.-]/g, '·').slice(0, 40);
    return isOurCategory(category)
      ? `The file holds Azure Monitor records of the category “${name}”, which other services than Microsoft Entra use, too: their resource is not microsoft.aadiam, and their properties have none of an event’s fields, such as changeId or jobId.`
      : `The file holds Azure Monitor records of the category “${name}”; provisioning logs have the category “ProvisioningLogs”.`;
  }
  return undefined;
}

/** The category alone proves nothing: other services use it, too. Neither does the resource, which all logs of Entra share. */
function areEnvelopes(head: FileHead, path: string): boolean {
  const keys = head.keysAt(path);
  if (!keys.has('category') && !keys.has('resourceid') && !keys.has('operationname')) return false;
  if (areEventKeys(head.keysAt(memberAt(path, 'properties')))) return true;
  return isOurs(head, path);
}

/** The first text may be of another category: then what the envelope says decides. */
function areEnvelopesOfTexts(head: FileHead, path: string): boolean {
  const keys = head.keysAt(path);
  if (!keys.has('category') && !keys.has('resourceid') && !keys.has('operationname')) return false;
  const text = head.textAt(memberAt(path, 'properties'));
  return /^\s*\{/.test(text) && (areEventKeys(new Set(keysIn(text))) || isOurs(head, path));
}

/** What may be keys of the JSON that a text spells, in lower case. */
function keysIn(text: string): readonly string[] {
  return [...text.matchAll(/\\?"(\w+)\\?"\s*:/g)].map(([, key = '']) => key.toLowerCase());
}

function isOurs(head: FileHead, path: string): boolean {
  return (
    isOurCategory(head.textAt(memberAt(path, 'category'))) &&
    /microsoft\.aadiam/i.test(head.textAt(memberAt(path, 'resourceid')))
  );
}

function isOurCategory(category: string): boolean {
  return category.toLowerCase() === 'provisioninglogs';
}

function isTelling(path: string): boolean {
  const [around = '', key = ''] = path.split('.');
  return `${around}.` === PREFIX && areEventKeys(new Set([key.replace('[]', '')]));
}
