import { window, type QuickPickItem } from 'vscode';
import type { TriplePart } from '../../core/formats/csv/tripleNames';
import { plainLabel } from '../../core/text/escape';
import type { Command } from './command';

interface TableItem extends QuickPickItem {
  readonly key: string;
}

const rowsOf: Readonly<Record<TriplePart, string>> = {
  events: 'rows are events',
  steps: 'rows are provisioning steps',
  modifiedProperties: 'rows are modified properties',
};

/** Forgets what was said about the columns of tables. Logs that are open stay as they are until they are analyzed again. */
export const forgetColumns: Command = {
  id: 'provisioningLog.forgetColumns',
  title: 'Forget Column Answers…',
  doing: 'forget what was said about columns',
  async run({ columns, report }) {
    const items = columns.answered.map(({ key, part, titles }): TableItem => ({
      label: plainLabel(titles.filter((title) => title.trim() !== '').join(', ')),
      description: rowsOf[part],
      picked: true,
      key,
    }));
    if (items.length === 0) {
      report.inform('Nothing is remembered about columns: you were never asked, or it is forgotten already.');
      return;
    }
    const chosen = await window.showQuickPick(items, {
      canPickMany: true,
      title: 'Forget Column Answers',
      placeHolder: 'Tables, by their columns, whose answers are forgotten',
    });
    if (chosen === undefined || chosen.length === 0) return;
    await columns.forget(chosen.map(({ key }) => key));
    report.inform('The answers are forgotten. Analyze such a file again, and you are asked what its columns hold.');
  },
};
