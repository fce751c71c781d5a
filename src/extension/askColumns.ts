import { QuickInputButtons, window, type QuickPickItem } from 'vscode';
import { headerName } from '../core/formats/csv/csvColumns';
import type { ColumnMapping } from '../core/formats/csv/tableHeader';
import { tripleParts, type TriplePart } from '../core/formats/csv/tripleNames';
import { plainLabel } from '../core/text/escape';
import type { UnknownTable } from '../protocol/logApi';

/** What was answered about a table so far. */
export interface ColumnAnswers {
  part?: TriplePart;
  /** Headers as `headerName` has them, `""` for none, by the path of what stands below them. */
  readonly columns: Map<string, string>;
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

/**
 * Asks question after question, with a way back; what is answered is noted in `answers`, which may hold answers of before.
 * Undefined when the user leaves a question, or finds no column for anything.
 */
export async function askColumns(
  fileName: string,
  table: UnknownTable,
  answers: ColumnAnswers,
): Promise<ColumnMapping | undefined> {
  for (let at = table.part === undefined ? -1 : 0; ;) {
    const part = table.part ?? answers.part ?? 'events';
    // Of a table that is recognised only the change ID is missing.
    const asked = table.part === undefined ? questions[part] : questions[part].slice(0, 1);
    if (at >= asked.length) return mappingOf(part, asked, answers);
    const count = table.part === undefined ? asked.length + 1 : asked.length;
    const step = table.part === undefined ? at + 2 : at + 1;
    const chosen =
      at < 0
        ? await askPart(fileName, answers)
        : await askColumn(fileName, asked[at]!, table, answers, { step, count });
    if (chosen === 'left') return undefined;
    if (chosen === 'done') return mappingOf(part, asked, answers);
    at += chosen === 'back' ? -1 : 1;
  }
}

function mappingOf(
  part: TriplePart,
  asked: readonly (readonly [path: string, name: string])[],
  { columns }: ColumnAnswers,
): ColumnMapping | undefined {
  const chosen = asked.flatMap(([path]) => {
    const column = columns.get(path) ?? '';
    return column === '' ? [] : [[path, column] as const];
  });
  return chosen.length === 0 ? undefined : { part, columns: Object.fromEntries(chosen) };
}

type Turn = 'next' | 'back' | 'left' | 'done';

interface PartItem extends QuickPickItem {
  readonly part: TriplePart;
}

async function askPart(fileName: string, answers: ColumnAnswers): Promise<Turn> {
  const items = tripleParts.map((part): PartItem => ({ label: partTitles[part], part }));
  const chosen = await pick(
    items,
    items.find(({ part }) => part === answers.part),
    {
      title: `${fileName} is a table with columns that are not recognised`,
      placeholder: 'What does a row hold?',
    },
  );
  if (typeof chosen === 'object') answers.part = chosen.part;
  return typeof chosen === 'object' ? 'next' : chosen;
}

interface ColumnItem extends QuickPickItem {
  /** Undefined ends the questions. */
  readonly column: string | undefined;
}

/** Without what a row holds and which change it belongs to there is nothing to read. */
const FIRST_STEPS = 2;
/** A value of the first row is cut here. */
const MAX_VALUE = 60;

async function askColumn(
  fileName: string,
  [path, name]: readonly [path: string, name: string],
  { titles, sample }: UnknownTable,
  { columns }: ColumnAnswers,
  { step, count }: { readonly step: number; readonly count: number },
): Promise<Turn> {
  const named = titles.flatMap((each, index): readonly ColumnItem[] => {
    const column = headerName(each);
    const value = plainLabel(sample[index] ?? '', MAX_VALUE);
    const description = `column ${index + 1}${value === '' ? '' : `, begins with ${value}`}`;
    return column === '' ? [] : [{ label: plainLabel(each), description, column }];
  });
  const items: readonly ColumnItem[] = [
    ...named,
    { label: '$(circle-slash) No such column', column: '' },
    ...(step > FIRST_STEPS ? [{ label: '$(check) That is all: read the file', column: undefined }] : []),
  ];
  const chosen = await pick(
    items,
    items.find(({ column }) => column === columns.get(path)),
    {
      title: `Columns of ${fileName}`,
      placeholder: `Which column holds the ${name}?`,
      step,
      count,
    },
  );
  if (typeof chosen === 'string') return chosen;
  if (chosen.column === undefined) return 'done';
  columns.set(path, chosen.column);
  return 'next';
}

interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly step?: number;
  readonly count?: number;
}

/** One question; there is a way back to the one before, except from the first. */
function pick<Item extends QuickPickItem>(
  items: readonly Item[],
  active: Item | undefined,
  { title, placeholder, step, count }: Question,
): Promise<Item | 'back' | 'left'> {
  const input = window.createQuickPick<Item>();
  input.items = items;
  input.title = title;
  input.placeholder = placeholder;
  input.step = step;
  input.totalSteps = count;
  input.ignoreFocusOut = true;
  input.buttons = (step ?? 1) > 1 ? [QuickInputButtons.Back] : [];
  if (active !== undefined) input.activeItems = [active];
  return new Promise((resolve) => {
    const end = (turn: Item | 'back' | 'left'): void => {
      resolve(turn);
      input.dispose();
    };
    input.onDidAccept(() => {
      const [chosen] = input.selectedItems;
      if (chosen !== undefined) end(chosen);
    });
    input.onDidTriggerButton(() => end('back'));
    input.onDidHide(() => end('left'));
    input.show();
  });
}
