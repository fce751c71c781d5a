import { bareFieldPaths, graphFieldPaths, type FieldPath } from './eventFields';
import { areEventKeys } from './eventKeys';
import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import type { LogFormat } from './logFormat';
import { inLines, inList, memberAt, type Place } from './places';

/** Where rows of the table keep what the index wants: as Graph does, or as a bare text. */
export const rowFields: readonly FieldPath[] = [...graphFieldPaths, ...bareFieldPaths];

/**
 * Columns of the table AADProvisioningLogs whose texts hold JSON, in lower case:
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadprovisioninglogs
 */
export const jsonColumns = [
  'initiatedby',
  'modifiedproperties',
  'provisioningsteps',
  'provisioningstatusinfo',
  'serviceprincipal',
  'sourceidentity',
  'sourcesystem',
  'statusinfo',
  'targetidentity',
  'targetsystem',
];

/** Rows of the table, exported from Log Analytics as objects. */
function rows(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title,
    matches: (head) => head.root === root && areRows(head, path),
    container,
    fields: rowFields,
    embedded: jsonColumns,
  });
}

/** Rows in a list, as `az monitor log-analytics query` prints them. */
export const logAnalyticsRows = rows('log-analytics-rows', 'Log Analytics rows (JSON)', inList, 'list');

/** One row a line, as data export rules write them. */
export const logAnalyticsLines = rows('log-analytics-lines', 'Log Analytics rows (JSON Lines)', inLines, 'object');

function areRows(head: FileHead, path: string): boolean {
  const keys = head.keysAt(path);
  if (!areEventKeys(keys)) return false;
  return keys.has('timegenerated') || jsonColumns.some((name) => /^\s*[[{]/.test(head.textAt(memberAt(path, name))));
}
