import { QuickPickItemKind, Uri, env, window, type QuickPickItem } from 'vscode';
import type { ErrorCode } from '../../core/codes/errorCode';
import { findEntries } from '../../core/codes/findEntries';
import { isSpelledAsCode, lookUpCode, type CodeLookUp } from '../../core/codes/lookUpCode';
import { entryText, unknownCodeText } from '../../core/text/entryText';
import { plainLabel } from '../../core/text/escape';
import type { CodeCatalogue } from '../codeCatalogue';
import { codeWord } from '../hover/wordHover';
import type { Command } from './command';

/** Searches the catalogue, with or without an open log, and says what an entry means. */
export const explainErrorCode: Command = {
  id: 'provisioningLog.explainErrorCode',
  title: 'Explain Error Code…',
  doing: 'explain the error code',
  async run({ codes }) {
    const chosen = await choose(codes, codeAtCursor());
    if (chosen !== undefined) await explain(chosen);
  },
};

/** What is explained: an entry, or a code by its spelling. */
interface Explained {
  readonly title: string;
  readonly text: string;
  readonly documentation: string | undefined;
}

interface ExplainedItem extends QuickPickItem {
  readonly explained?: Explained;
}

/** The code that is selected in the editor or under its cursor, to begin with; `""` when there is none. */
function codeAtCursor(): string {
  const editor = window.activeTextEditor;
  if (editor === undefined) return '';
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, codeWord) : selection;
  const word = range?.isSingleLine === true ? document.getText(range).trim() : '';
  return isSpelledAsCode(word) ? word : '';
}

function choose(codes: CodeCatalogue, typed: string): Promise<Explained | undefined> {
  const picker = window.createQuickPick<ExplainedItem>();
  picker.title = 'Explain an Error Code';
  picker.placeholder = 'Type or paste a code, or words of what it means';
  picker.value = typed;
  const update = () => {
    picker.items = itemsFor(picker.value, codes);
  };
  picker.onDidChangeValue(update);
  update();
  picker.show();
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.explained);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
  });
}

/** The code as it is typed, where it is one, and the entries in which all words occur. */
function itemsFor(typed: string, { index, sections }: CodeCatalogue): readonly ExplainedItem[] {
  const found = findEntries(typed, sections);
  const entries = sections.flatMap(({ id, title }) => {
    const own = found.filter(({ section }) => section === id).map(({ entry }) => itemOf(entry));
    return own.length === 0 ? [] : [{ label: title, kind: QuickPickItemKind.Separator }, ...own];
  });
  const code = typed.trim();
  const looked = isSpelledAsCode(code) ? lookUpCode(code, index) : undefined;
  const isListed = looked?.isKnown === true && looked.matched.toLowerCase() === code.toLowerCase();
  return looked === undefined || isListed ? entries : [spelledItem(code, looked), ...entries];
}

function itemOf(entry: ErrorCode): ExplainedItem {
  return {
    label: plainLabel(entry.codes.join(', ')),
    description: plainLabel(entry.title),
    detail: plainLabel(entry.cause),
    // What is listed was found by us; the picker is not to search again in its own way.
    alwaysShow: true,
    explained: explainedBy(entry, entry.codes.join(', ')),
  };
}

/** A code behind a connector's name, or one that nobody knows. */
function spelledItem(code: string, found: CodeLookUp): ExplainedItem {
  const label = plainLabel(code);
  if (!found.isKnown) {
    const text = unknownCodeText(found);
    const explained = { title: label, text, documentation: undefined };
    return { label, description: 'Not in the catalogue', detail: text, alwaysShow: true, explained };
  }
  const from = found.connector === undefined ? '' : ` · from ${plainLabel(found.connector)}`;
  return {
    label,
    description: `${plainLabel(found.entry.title)}${from}`,
    detail: plainLabel(found.entry.cause),
    alwaysShow: true,
    explained: explainedBy(found.entry, code),
  };
}

function explainedBy(entry: ErrorCode, code: string): Explained {
  return { title: `${code}: ${entry.title}`, text: entryText(entry), documentation: entry.documentation };
}

/** A dialog shows plain text: nothing in it is interpreted, also where the user wrote the entry. */
async function explain({ title, text, documentation }: Explained): Promise<void> {
  const open = 'Open the Documentation';
  const copy = 'Copy';
  const buttons = [...(documentation === undefined ? [] : [open]), copy];
  const chosen = await window.showInformationMessage(title, { modal: true, detail: text }, ...buttons);
  if (chosen === open && documentation !== undefined) await env.openExternal(Uri.parse(documentation, true));
  if (chosen === copy) await env.clipboard.writeText(`${title}\n\n${text}`);
}
