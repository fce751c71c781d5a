import { Disposable, window } from 'vscode';
import type { OpenLogs } from './openLogs';
import { filesMeant } from './whichFile';

/**
 * Makes the log whose file, or a document made of it, comes to the top the active one: commands without an argument and
 * the keys are about what is seen. What else happens to tabs changes nothing: who has chosen another log in the tree
 * meanwhile stays there.
 */
export function followTabs(logs: OpenLogs): Disposable {
  let last: string | undefined;
  const follow = (): void => {
    const [file] = filesMeant(undefined, undefined);
    const address = file?.toString();
    if (address === last) return;
    last = address;
    const log = file && logs.find(file)?.log;
    if (log !== undefined) logs.activate(log);
  };
  return Disposable.from(window.tabGroups.onDidChangeTabs(follow), window.tabGroups.onDidChangeTabGroups(follow));
}
