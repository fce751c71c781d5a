import { window, type Memento, type QuickPickItem, type Uri } from 'vscode';
import { headerName } from '../core/formats/csv/csvColumns';
import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import { tripleParts, type TriplePart } from '../core/formats/csv/tripleNames';
import { plainLabel } from '../core/text/escape';
import type { UnknownTable } from '../protocol/logApi';
import { fileLabel } from './fileLabel';

/** Says what the columns of a table hold that are not recognised; undefined leaves the table as it is. */
export type MapColumns = (file: Uri, table: UnknownTable) => Promise<ColumnMapping | undefined>;

const STATE_KEY = 'columnMappings';

/** What users said about the columns of tables: asked once for each header row, and remembered. */
export class TableColumns {
  constructor(private readonly state: Memento) {}

  /** Answers what was said before, without a question. */
  readonly remembered: MapColumns = (_, { key }) => Promise.resolve(this.known.get(key));

  /** Asks what was not said before. */
  readonly ask: MapColumns = async (file, table) => {
    const known = await this.remembered(file, table);
    if (known !== undefined) return known;
    const mapping = await askColumns(plainLabel(fileLabel(file)), table);
    if (mapping === undefined) return undefined;
    await this.state.update(STATE_KEY, Object.fromEntries(this.known.set(table.key, mapping)));
    return mapping;
  };

  private get known(): Map<string, ColumnMapping> {
    const stored = this.state.get<Record<string, unknown>>(STATE_KEY) ?? {};
    return new Map(Object.entries(stored).filter((entry): entry is [string, ColumnMapping] => isMapping(entry[1])));
  }
}

/** What is asked about a table, by what its rows are: the change first, without which nothing can be joined. */
const questions: Readonly<Record<TriplePart, readonly (readonly [path: string, name: string])[]>> = {
  events: [
    ['changeid', 'change ID'],
    ['id', 'ID of the event'],
    ['activitydatetime', 'date and time'],
    ['provisioningaction', 'action'],
    ['provisioningstatusinfo.status', 'status'],
    ['jobid', 'job ID'],
    ['serviceprincipal.displayname', 'name of the application'],
    ['sourceidentity.displayname', 'name of the user or group'],
    ['provisioningstatusinfo.errorinformation.errorcode', 'error code'],
    ['provisioningstatusinfo.errorinformation.reason', 'reason'],
  ],
  steps: [
    ['changeid', 'change ID'],
    ['provisioningsteps[].name', 'name of the step'],
    ['provisioningsteps[].provisioningsteptype', 'type of the step'],
    ['provisioningsteps[].status', 'status of the step'],
    ['provisioningsteps[].description', 'description'],
    ['provisioningsteps[].details', 'details'],
  ],
  modifiedProperties: [
    ['changeid', 'change ID'],
    ['modifiedproperties[].displayname', 'name of the attribute'],
    ['modifiedproperties[].oldvalue', 'old value'],
    ['modifiedproperties[].newvalue', 'new value'],
  ],
};

const partTitles: Readonly<Record<TriplePart, string>> = {
  events: 'Events',
  steps: 'Provisioning steps',
  modifiedProperties: 'Modified properties',
};

/** Undefined when the user leaves a question, or names no change ID where nothing else was asked. */
async function askColumns(fileName: string, table: UnknownTable): Promise<ColumnMapping | undefined> {
  const part = table.part ?? (await askPart(fileName));
  if (part === undefined) return undefined;
  // Of a table that is recognised only the change ID is missing.
  const asked = table.part === undefined ? questions[part] : questions[part].slice(0, 1);
  const columns: Record<string, string> = {};
  for (const [index, [path, name]] of asked.entries()) {
    const title = `${fileName}: columns (${index + 1}/${asked.length})`;
    const chosen = await askColumn(title, name, table.titles);
    if (chosen === undefined) return undefined;
    if (chosen !== '') columns[path] = chosen;
  }
  return Object.keys(columns).length === 0 ? undefined : { part, columns };
}

async function askPart(fileName: string): Promise<TriplePart | undefined> {
  const items = tripleParts.map((part) => ({ label: partTitles[part], part }));
  const chosen = await window.showQuickPick(items, {
    title: `${fileName} is a table with columns that are not recognised`,
    placeHolder: 'What does a row hold?',
    ignoreFocusOut: true,
  });
  return chosen?.part;
}

interface ColumnItem extends QuickPickItem {
  readonly column: string;
}

/** The header as it is compared; `""` for none, undefined when the question is left. */
async function askColumn(title: string, name: string, titles: readonly string[]): Promise<string | undefined> {
  const items: readonly ColumnItem[] = titles.flatMap((each, index) => {
    const column = headerName(each);
    return column === '' ? [] : [{ label: plainLabel(each), description: `column ${index + 1}`, column }];
  });
  const none: ColumnItem = { label: '$(circle-slash) No such column', column: '' };
  const chosen = await window.showQuickPick([...items, none], {
    title,
    placeHolder: `Which column holds the ${name}?`,
    ignoreFocusOut: true,
  });
  return chosen?.column;
}

/** What is stored may come from another version. */
function isMapping(value: unknown): value is ColumnMapping {
  if (typeof value !== 'object' || value === null) return false;
  const { part, columns } = value as Partial<Record<keyof ColumnMapping, unknown>>;
  return (
    tripleParts.some((each) => each === part) &&
    typeof columns === 'object' &&
    columns !== null &&
    Object.values(columns).every((name) => typeof name === 'string')
  );
}
