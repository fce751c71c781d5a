import { TabInputCustom, TabInputNotebook, TabInputText, TabInputTextDiff, Uri, window, type Tab } from 'vscode';
import { readVirtualUri } from './documents/virtualUri';

/**
 * The files a command is about: its argument, or all that are selected in the explorer when the argument is one of
 * them, else the file of the active tab, whatever kind of editor shows it. A document made from a log stands for the
 * log's files. Never asks a text document: there is none for a large file. Empty when nothing points at a file.
 */
export function filesMeant(argument: unknown, selection: unknown): readonly Uri[] {
  if (argument instanceof Uri) {
    const selected = Array.isArray(selection) ? selection.filter((item) => item instanceof Uri) : [];
    const isSelected = selected.some((file) => file.toString() === argument.toString());
    return isSelected ? selected : originals(argument);
  }
  const active = fileOfTab(window.tabGroups.activeTabGroup.activeTab);
  return active === undefined ? [] : originals(active);
}

/** The file that a tab shows; of a comparison the newer side. Undefined for tabs without a file. */
export function fileOfTab(tab: Tab | undefined): Uri | undefined {
  const input = tab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook) {
    return input.uri;
  }
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}

function originals(file: Uri): readonly Uri[] {
  return readVirtualUri(file)?.files ?? [file];
}
