import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { exportFormats } from '../../core/export/exportFormats';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import type { ExportChoice } from '../takeAway/takeAway';
import type { Command } from './command';
import { logMeant } from './whichLog';
import { queryMeant } from './whichQuery';

/** Writes the events that the filter lets through to files or to the clipboard, with pseudonyms or without. */
export const exportEvents: Command = {
  id: 'provisioningLog.export',
  title: 'Export…',
  doing: 'export the events',
  async run(services, argument, query) {
    const log = logMeant(services, argument);
    const wanted = queryMeant(log, query);
    const choice = await askForFormat(await services.takeAway.eventCount(log, wanted), wanted);
    if (choice === undefined) return;
    const place = await askForPlace(choice);
    if (place === 'file') await services.takeAway.toFiles(log, wanted, choice);
    if (place === 'clipboard') await services.takeAway.toClipboard(log, wanted, choice);
  },
};

interface FormatItem extends QuickPickItem {
  readonly choice?: ExportChoice;
}

async function askForFormat(total: number, query: string): Promise<ExportChoice | undefined> {
  const items = (isRedacted: boolean): FormatItem[] =>
    exportFormats.map((format) => ({
      label: format.title,
      description: isRedacted ? 'redacted' : '',
      detail: (isRedacted ? format.redactedDetail : undefined) ?? format.detail,
      choice: { format, isRedacted },
    }));
  const chosen = await window.showQuickPick<FormatItem>(
    [
      { label: 'As the log has it', kind: QuickPickItemKind.Separator },
      ...items(false),
      { label: 'Redacted: pseudonyms for names, addresses, hosts and IDs', kind: QuickPickItemKind.Separator },
      ...items(true),
    ],
    {
      title: `Export ${formatCounted(total, 'Event')}${query === '' ? '' : ` · ${plainLabel(query, 60)}`}`,
      placeHolder: 'Choose a form',
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return chosen?.choice;
}

interface PlaceItem extends QuickPickItem {
  readonly place: 'file' | 'clipboard';
}

/** Several files have no place on a clipboard. */
async function askForPlace({ format }: ExportChoice): Promise<PlaceItem['place'] | undefined> {
  if (format.kind === 'records' && format.files.length > 1) return 'file';
  const places: readonly PlaceItem[] = [
    { label: '$(save-as) To a File…', place: 'file' },
    { label: '$(copy) To the Clipboard', place: 'clipboard' },
  ];
  return (await window.showQuickPick(places, { title: format.title, placeHolder: 'Choose where to' }))?.place;
}
