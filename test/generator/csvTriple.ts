/** What the three files of a "Download CSV" are called. */
export const tripleFiles = {
  events: 'ProvisioningLogs.csv',
  steps: 'ProvisioningLogs_ProvisioningSteps.csv',
  properties: 'ProvisioningLogs_ModifiedProperties.csv',
} as const;

/** The texts of the three files. */
export type CsvTriple = Readonly<Record<keyof typeof tripleFiles, string>>;

/** How the files are written. */
export interface CsvOptions {
  readonly separator?: string;
  readonly lineEnd?: string;
  readonly byteOrderMark?: boolean;
  /** Every cell stands in quotes; only those that need them unless told. */
  readonly quotesAll?: boolean;
  /** Steps and properties name the event, too, not its change only. */
  readonly hasEventIds?: boolean;
}

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
type Row = Readonly<Record<string, Json | undefined>>;

/** Headers, and the places of what stands below them. */
type Columns = readonly (readonly [title: string, path: string])[];

const eventColumns: Columns = [
  ['ID', 'id'],
  ['Date (UTC)', 'activityDateTime'],
  ['Tenant ID', 'tenantId'],
  ['Job ID', 'jobId'],
  ['Cycle ID', 'cycleId'],
  ['Change ID', 'changeId'],
  ['Action', 'provisioningAction'],
  ['Duration (ms)', 'durationInMilliseconds'],
  ['Status', 'provisioningStatusInfo.status'],
  ['Error Code', 'provisioningStatusInfo.errorInformation.errorCode'],
  ['Reason', 'provisioningStatusInfo.errorInformation.reason'],
  ['Additional Details', 'provisioningStatusInfo.errorInformation.additionalDetails'],
  ['Recommended Action', 'provisioningStatusInfo.errorInformation.recommendedAction'],
  ['Error Category', 'provisioningStatusInfo.errorInformation.errorCategory'],
  ['Service Principal ID', 'servicePrincipal.id'],
  ['Service Principal Name', 'servicePrincipal.displayName'],
  ['Source System ID', 'sourceSystem.id'],
  ['Source System Name', 'sourceSystem.displayName'],
  ['Source System Details', 'sourceSystem.details'],
  ['Target System ID', 'targetSystem.id'],
  ['Target System Name', 'targetSystem.displayName'],
  ['Target System Details', 'targetSystem.details'],
  ['Source Identity ID', 'sourceIdentity.id'],
  ['Source Identity Name', 'sourceIdentity.displayName'],
  ['Source Identity Type', 'sourceIdentity.identityType'],
  ['Source Identity Details', 'sourceIdentity.details'],
  ['Target Identity ID', 'targetIdentity.id'],
  ['Target Identity Name', 'targetIdentity.displayName'],
  ['Target Identity Type', 'targetIdentity.identityType'],
  ['Target Identity Details', 'targetIdentity.details'],
  ['Initiated By', 'initiatedBy.displayName'],
  ['Initiator Type', 'initiatedBy.initiatorType'],
];
const keyColumns = (hasEventIds: boolean): Columns => [
  ['Change ID', 'changeId'],
  ...(hasEventIds ? [['Activity ID', 'eventId'] as const] : []),
];
const stepColumns: Columns = [
  ['Step Name', 'name'],
  ['Step Type', 'provisioningStepType'],
  ['Step Status', 'status'],
  ['Description', 'description'],
  ['Details', 'details'],
];
const propertyColumns: Columns = [
  ['Property Name', 'displayName'],
  ['Old Value', 'oldValue'],
  ['New Value', 'newValue'],
];

/** Writes records of the Graph API, as `JSON.parse` gives them, as the three files of a CSV download. */
export function csvTriple(records: readonly object[], options: CsvOptions = {}): CsvTriple {
  const { hasEventIds = false } = options;
  const rows = records as readonly Row[];
  const partsOf = (key: string): readonly Row[] =>
    rows.flatMap((row) => {
      const { changeId, id, [key]: parts } = row;
      return ((parts ?? []) as readonly Row[]).map((part) => ({ ...part, changeId, eventId: id }));
    });
  const write = (columns: Columns, each: readonly Row[]): string => csvTable(columns, each, options);
  return {
    events: write(eventColumns, rows),
    steps: write([...keyColumns(hasEventIds), ...stepColumns], partsOf('provisioningSteps')),
    properties: write([...keyColumns(hasEventIds), ...propertyColumns], partsOf('modifiedProperties')),
  };
}

/** Writes records as Log Analytics exports them: nested columns are texts that hold JSON. */
export function logAnalyticsCsv(records: readonly object[], options: CsvOptions = {}): string {
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const pascal = (key: string): string =>
    key === 'activityDateTime' ? 'TimeGenerated [UTC]' : key.charAt(0).toUpperCase() + key.slice(1);
  return csvTable(
    keys.map((key) => [pascal(key), key] as const),
    records,
    options,
  );
}

/** Writes objects as a table. */
export function csvTable(columns: Columns, objects: readonly object[], options: CsvOptions): string {
  const rows = objects as readonly Row[];
  const { separator = ',', lineEnd = '\r\n', byteOrderMark = false, quotesAll = false } = options;
  const cell = (value: Json | undefined): string => {
    const text =
      value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    const needsQuotes = quotesAll || /["\r\n,;\t]|^\s|\s$/.test(text);
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [
    columns.map(([title]) => cell(title)),
    ...rows.map((row) => columns.map(([, path]) => cell(valueAt(row, path)))),
  ].map((cells) => `${cells.join(separator)}${lineEnd}`);
  return (byteOrderMark ? '\uFEFF' : '') + lines.join('');
}

function valueAt(row: Row, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Row)[key] : undefined;
  }, row as Json);
}
