import { QuickPickItemKind, Uri, env, window, type QuickPickItem } from 'vscode';
import { scenarios, turns, type ErrorCode } from '../../core/codes/errorCode';
import type { CatalogueSection } from '../../core/codes/catalogue';
import { plainLabel } from '../../core/text/escape';
import type { Command } from './command';

/** Searches the catalogue, with or without an open log, and says what an entry means. */
export const explainErrorCode: Command = {
  id: 'provisioningLog.explainErrorCode',
  title: 'Explain Error Code…',
  doing: 'explain the error code',
  async run({ codes }) {
    const chosen = await window.showQuickPick(codes.sections.flatMap(itemsOf), {
      title: 'Explain an Error Code',
      placeHolder: 'Type a code, or words of what it means',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen?.entry !== undefined) await explain(chosen.entry);
  },
};

interface EntryItem extends QuickPickItem {
  readonly entry?: ErrorCode;
}

function itemsOf({ title, entries }: CatalogueSection): EntryItem[] {
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...entries.map(itemOf)];
}

function itemOf(entry: ErrorCode): EntryItem {
  return {
    label: plainLabel(entry.codes.join(', ')),
    description: plainLabel(entry.title),
    detail: plainLabel(entry.cause),
    entry,
  };
}

/** A dialog shows plain text: nothing in it is interpreted, also where the user wrote the entry. */
async function explain(entry: ErrorCode): Promise<void> {
  const turn = turns.find(({ id }) => id === entry.turn);
  const where = scenarios.filter(({ id }) => entry.appliesTo.includes(id)).map(({ title }) => title);
  const detail = [
    entry.cause,
    entry.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    entry.retry.text,
    `Whose turn: ${turn?.title ?? entry.turn}. ${turn?.sentence ?? ''}`,
    `Where: ${where.join(', ')}.`,
    origins[entry.origin],
  ];
  const documentation = 'Open the Documentation';
  const buttons = entry.documentation === undefined ? [] : [documentation];
  const options = { modal: true, detail: detail.join('\n\n') };
  const chosen = await window.showInformationMessage(`${entry.codes.join(', ')}: ${entry.title}`, options, ...buttons);
  if (chosen === documentation && entry.documentation !== undefined) {
    await env.openExternal(Uri.parse(entry.documentation, true));
  }
}

const origins: Readonly<Record<ErrorCode['origin'], string>> = {
  documented: 'The documentation names this code.',
  observed: 'Known from published logs; no documentation names it.',
  user: 'This is an entry of your own.',
};
