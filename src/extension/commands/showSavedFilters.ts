import { env, QuickPickItemKind, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import { addNamedFilters, readNamedFilters, writeNamedFilters, type NamedFilter } from '../../core/query/namedFilters';
import { parseQuery } from '../../core/query/parseQuery';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import { askForFilterName } from '../filter/askForFilterName';
import type { SavedFilters } from '../filter/savedFilters';
import { UserError } from '../report';
import type { Command } from './command';
import { logMeant } from './whichLog';

/** Lists the named filters: to apply, rename, copy or delete one, and to share them as text. */
export const showSavedFilters: Command = {
  id: 'provisioningLog.showSavedFilters',
  title: 'Saved Filters…',
  doing: 'use a saved filter',
  async run({ savedFilters, logs, report }, argument) {
    // The list is there again after a filter was changed, until one is applied or the list is left.
    for (;;) {
      const choice = await choose(savedFilters);
      switch (choice?.act) {
        case undefined:
          return;
        case 'apply':
          logMeant({ logs }, argument).setFilter(choice.filter.query);
          return;
        case 'rename':
          await rename(savedFilters, choice.filter);
          break;
        case 'delete':
          await savedFilters.delete(choice.filter);
          break;
        case 'copy':
          await copy([choice.filter]);
          return;
        case 'copyAll':
          await copy(savedFilters.all);
          return;
        case 'paste':
          report.inform(await paste(savedFilters));
          break;
      }
    }
  },
};

type Choice =
  | { readonly act: 'apply' | 'rename' | 'copy' | 'delete'; readonly filter: NamedFilter }
  | { readonly act: 'copyAll' | 'paste' };

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

const renames: QuickInputButton = { iconPath: new ThemeIcon('edit'), tooltip: 'Rename' };
const copies: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: 'Copy as Text' };
const deletes: QuickInputButton = { iconPath: new ThemeIcon('trash'), tooltip: 'Delete' };

function choose(saved: SavedFilters): Promise<Choice | undefined> {
  const pick = window.createQuickPick<ChoiceItem>();
  pick.title = 'Saved Filters';
  pick.placeholder = 'Choose a filter to look at its events only';
  pick.matchOnDescription = true;
  pick.items = itemsOf(saved.all);
  const chosen = new Promise<Choice | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.choice));
    pick.onDidTriggerItemButton(({ item: { choice }, button }) => {
      const act = button === renames ? 'rename' : button === copies ? 'copy' : 'delete';
      if (choice !== undefined && 'filter' in choice) resolve({ act, filter: choice.filter });
    });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  return chosen.finally(() => pick.dispose());
}

function itemsOf(filters: readonly NamedFilter[]): ChoiceItem[] {
  const named = filters.map((filter): ChoiceItem => ({
    label: plainLabel(filter.name),
    description: plainLabel(filter.query),
    buttons: [renames, copies, deletes],
    choice: { act: 'apply', filter },
  }));
  const share: ChoiceItem[] = [
    { label: 'Share', kind: QuickPickItemKind.Separator },
    { label: '$(clippy) Add Filters from the Clipboard', choice: { act: 'paste' } },
  ];
  if (filters.length > 0) share.push({ label: '$(copy) Copy All as Text', choice: { act: 'copyAll' } });
  return [...named, ...share];
}

async function rename(saved: SavedFilters, filter: NamedFilter): Promise<void> {
  const name = await askForFilterName(saved, filter);
  if (name !== undefined) await saved.rename(filter, name);
}

async function copy(filters: readonly NamedFilter[]): Promise<void> {
  await env.clipboard.writeText(writeNamedFilters(filters));
  window.setStatusBarMessage(`Copied ${formatCounted(filters.length, 'filter')}.`, 5_000);
}

/** Adds what the clipboard holds, and says how that went. Nothing is added when one of the queries is broken. */
async function paste(saved: SavedFilters): Promise<string> {
  const filters = readNamedFilters(await env.clipboard.readText());
  if (filters.length === 0) throw new UserError('The clipboard holds no filters. Copy some with "Copy as Text" first.');
  for (const { query } of filters) {
    const [fault] = parseQuery(query).errors;
    if (fault !== undefined) throw new UserError(`The clipboard holds no filters: ${plainLabel(fault.message)}`);
  }
  const { added, renamed, known } = addNamedFilters(saved.all, filters);
  await saved.save(...added);
  return [
    added.length === 0 ? 'No filter was added.' : `Added ${formatCounted(added.length, 'filter')}.`,
    renamed === 0 ? '' : 'A filter whose name was taken by another one has a number behind its name.',
    known === 0 ? '' : `${formatCounted(known, 'filter')} ${known === 1 ? 'was' : 'were'} there already.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
