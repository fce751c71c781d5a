import { csvTable, csvTriple, tripleFiles } from '../csvTriple';
import { rowOf } from './logAnalyticsShapes';
import { elementsOf, membersOf, type GraphRecord, type Shape } from './shape';

/** The shapes that are tables. */
export const csvShapes: readonly Shape[] = [
  {
    id: 'Log Analytics export',
    format: 'log-analytics-csv',
    write: (records) => {
      const rows = records.map((record) => rowOf(record));
      const columns = Object.keys(rowOf({})).map(
        (name) => [name === 'TimeGenerated' ? 'TimeGenerated [UTC]' : name, name] as const,
      );
      return [csvTable(columns, rows, { quotesAll: true, lineEnd: '\n' })];
    },
    canWrite: (record) => !Object.values(record).some(isBlank),
  },
  {
    id: 'CSV download, events named by all files',
    format: 'portal-csv',
    otherFormats: ['portal-csv-steps', 'portal-csv-properties'],
    write: (records) => inOrder(csvTriple(records, { hasEventIds: true })),
    canWrite: holdsNoBlanks,
  },
  {
    id: 'CSV download, semicolons',
    format: 'portal-csv',
    otherFormats: ['portal-csv-steps', 'portal-csv-properties'],
    write: (records) => inOrder(csvTriple(records, { hasEventIds: true, separator: ';', byteOrderMark: true })),
    canWrite: holdsNoBlanks,
  },
];

function inOrder(triple: ReturnType<typeof csvTriple>): readonly string[] {
  return Object.keys(tripleFiles).map((part) => triple[part as keyof typeof tripleFiles]);
}

/** A cell with nothing but white space reads as absent, and an empty value of a property as null. */
function holdsNoBlanks(record: GraphRecord): boolean {
  const error = membersOf(membersOf(record.provisioningStatusInfo).errorInformation);
  const objects = [
    record,
    error,
    ...['servicePrincipal', 'sourceSystem', 'targetSystem', 'sourceIdentity', 'targetIdentity'].map((key) =>
      membersOf(record[key]),
    ),
    ...elementsOf(record.provisioningSteps).map(membersOf),
  ];
  const properties = elementsOf(record.modifiedProperties).map(membersOf);
  return (
    !objects.some((each) => Object.values(each).some(isBlank)) &&
    !properties.some((each) => Object.values(each).some((value) => isBlank(value) || value === ''))
  );
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && /^[\0- ]*$/.test(value);
}
