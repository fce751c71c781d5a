import { elementsOf, membersOf, textOf, type GraphRecord, type Shape } from './shape';

const context = 'https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning';

const json = (value: unknown): string => JSON.stringify(value);

function pageOf(records: readonly GraphRecord[], isLast = true): GraphRecord {
  return {
    '@odata.context': context,
    ...(isLast ? {} : { '@odata.nextLink': 'https://graph.microsoft.com/v1.0/auditLogs/provisioning?$skiptoken=x' }),
    value: records,
  };
}

/** Pages of two records, as a script saves them that follows the links. */
function pagesOf(records: readonly GraphRecord[]): readonly GraphRecord[] {
  const pages: GraphRecord[] = [];
  for (let at = 0; at < records.length || at === 0; at += 2) {
    pages.push(pageOf(records.slice(at, at + 2), at + 2 >= records.length));
  }
  return pages;
}

/** The generation before 2021: `action` and `statusInfo` with flat error fields, enums in capitals. */
function legacyOf(record: GraphRecord): GraphRecord {
  const { provisioningAction, provisioningStatusInfo, provisioningSteps, initiatedBy, ...rest } = record;
  const { status, errorInformation } = membersOf(provisioningStatusInfo);
  const { initiatorType, ...initiator } = membersOf(initiatedBy);
  return {
    ...rest,
    ...(provisioningAction !== undefined && { action: capitalised(provisioningAction) }),
    ...(provisioningStatusInfo !== undefined && {
      statusInfo: {
        '@odata.type': '#microsoft.graph.statusDetails',
        status: capitalised(status),
        ...membersOf(errorInformation),
      },
    }),
    ...(initiatedBy !== undefined && { initiatedBy: { initiatingType: capitalised(initiatorType), ...initiator } }),
    provisioningSteps: elementsOf(provisioningSteps).map((step) => {
      const { provisioningStepType, ...others } = membersOf(step);
      return { ...others, provisioningStepType: capitalised(provisioningStepType) };
    }),
  };
}

function capitalised(value: unknown): unknown {
  return typeof value === 'string' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
}

/** The shapes in which Graph's own records stand in a file. */
export const graphShapes: readonly Shape[] = [
  { id: 'portal list', format: 'portal-json', write: (records) => [json(records)] },
  { id: 'pretty list', format: 'portal-json', write: (records) => [JSON.stringify(records, null, 2)] },
  { id: 'Graph page', format: 'graph-page', write: (records) => [json(pageOf(records))] },
  { id: 'Graph pages, one a line', format: 'graph-page', write: (records) => [pagesOf(records).map(json).join('\n')] },
  { id: 'list of Graph pages', format: 'graph-page-list', write: (records) => [json(pagesOf(records))] },
  {
    id: 'JSON Lines',
    format: 'json-lines',
    write: (records) => [records.map((record) => `${json(record)}\n`).join('')],
  },
  {
    id: 'pretty records one after the other',
    format: 'json-lines',
    write: (records) => [records.map((record) => JSON.stringify(record, null, '\t')).join('\r\n')],
  },
  {
    id: 'vendor wrapper',
    format: 'portal-json',
    write: (records) => [json(records.map((record) => ({ _logType: 'provisioning', ...record, _ingested: 1 })))],
  },
  {
    id: 'legacy',
    format: 'graph-page',
    write: (records) => [json(pageOf(records.map(legacyOf)))],
    keeps: (event) => ({
      ...event,
      initiatedBy: { ...event.initiatedBy, type: textOf(capitalised(event.initiatedBy.type)) },
    }),
  },
];
