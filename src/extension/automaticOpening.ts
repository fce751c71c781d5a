import {
  commands,
  languages,
  TabInputText,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import { plainLabel } from '../core/text/escape';
import { fileLabel } from './fileLabel';
import { countsOf } from './logCounts';
import { looksLikeLog } from './looksLikeLog';
import type { Opening } from './opening';
import type { OpenLog } from './openLog';
import type { OpenLogs } from './openLogs';
import type { Report } from './report';
import { settings } from './settings';

/** The language of files that are named like a log. */
export const LOG_LANGUAGE = 'provisioning-log';

/** Names that a downloaded log has, packed or not; the manifest's language patterns say the same of those that are text. */
const logName = /provisioninglog.*\.(json|jsonl|ndjson|zip|gz)$/i;

const packedName = /\.(zip|gz)$/i;

/** Schemes of files that a user opens; others count when VS Code says that one can write to them. */
const fileSchemes = new Set(['file', 'vscode-remote', 'vscode-vfs', 'vscode-local', 'vsls', 'memfs']);

/**
 * Opens logs by themselves when a tab shows a file that is named like one, and hands back to JSON what only has such a
 * name. Only tabs count: documents of comparisons, of git or of other extensions start nothing.
 */
export class AutomaticOpening implements Disposable {
  private readonly subscriptions: Disposable[];
  /** Files that were looked at already: opened, refused or declined. */
  private readonly settled = new Set<string>();
  private readonly noLogs = new Set<string>();
  /** What was said of archives that could not be read: once in a window is enough. */
  private readonly told = new Set<string>();

  constructor(
    private readonly logs: OpenLogs,
    private readonly opening: Opening,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const tab of closed) if (tab.input instanceof TabInputText) this.settled.delete(tab.input.uri.toString());
        for (const tab of opened) if (tab.input instanceof TabInputText) this.consider(tab.input.uri);
      }),
      // The document may come after its tab, and comes again when its language changes.
      workspace.onDidOpenTextDocument((document) => this.consider(document.uri)),
    ];
  }

  /** Looks at the tabs that are there already. */
  start(): void {
    for (const file of textTabs()) this.consider(file);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private consider(file: Uri): void {
    void this.report.runQuietly('look at a file that was opened in an editor', () => this.look(file));
  }

  private async look(file: Uri): Promise<void> {
    const address = file.toString();
    if (!isUserFile(file) || !textTabs().some((tab) => tab.toString() === address)) return;
    const document = workspace.textDocuments.find((candidate) => candidate.uri.toString() === address);
    const isOurs = document?.languageId === LOG_LANGUAGE;
    if (!isOurs && !logName.test(file.path)) return;
    if (isOurs && (this.noLogs.has(address) || !looksLikeLog(document))) return this.handBack(document);
    if (this.noLogs.has(address) || this.settled.has(address) || this.logs.find(file) !== undefined) return;
    this.settled.add(address);
    if (settings.openAutomatically === 'prompt') return this.offer(file);
    if (settings.openAutomatically !== 'always') return;
    const isPacked = packedName.test(file.path);
    const log = await this.opening.openQuietly(file, (why) => {
      if (isPacked) this.tellOfRefusal(address, why);
    });
    if (log !== undefined && isPacked) await this.tellOfArchive(file, log);
  }

  /** Who says yes has asked for the log by name, and hears what goes wrong. */
  private async offer(file: Uri): Promise<void> {
    const analyze = 'Analyze';
    const chosen = await this.report.ask(
      `${plainLabel(fileLabel(file))} is named like a provisioning log.`,
      analyze,
      'Not Now',
    );
    if (chosen === analyze) await commands.executeCommand('provisioningLog.analyze', file);
  }

  /** Of an archive the editor only says that it cannot show it: who opens one is told where its log is. */
  private async tellOfArchive(file: Uri, log: OpenLog): Promise<void> {
    const showJobs = 'Show Jobs';
    const showAnalysis = 'Show Analysis';
    // One that is damaged may have no events: then what is missing is the news.
    const read = `${plainLabel(fileLabel(file))} was read as a provisioning log: ${countsOf(log.info)}.`;
    const chosen = await this.report.ask(
      [read, ...log.info.notices.slice(0, 1).map((notice) => plainLabel(notice))].join(' '),
      showJobs,
      showAnalysis,
    );
    if (chosen === showJobs) await commands.executeCommand('provisioningLog.showJobs', file);
    if (chosen === showAnalysis) await commands.executeCommand('provisioningLog.showAnalysis', file);
  }

  /** A text shows in its editor what it is; of an archive nobody else says why it holds no log. */
  private tellOfRefusal(address: string, why: string): void {
    const said = `${address}\n${why}`;
    if (this.told.has(said)) return;
    this.told.add(said);
    this.report.inform(why);
  }

  private async handBack(document: TextDocument): Promise<void> {
    this.noLogs.add(document.uri.toString());
    await languages.setTextDocumentLanguage(document, 'json');
    this.report.note('gave a document that is no log back to JSON');
  }
}

/** Files of all tabs that show text. */
function textTabs(): readonly Uri[] {
  return window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap((tab) => (tab.input instanceof TabInputText ? [tab.input.uri] : []));
}

function isUserFile({ scheme }: Uri): boolean {
  if (fileSchemes.has(scheme)) return true;
  return scheme !== 'vscode-userdata' && workspace.fs.isWritableFileSystem(scheme) === true;
}
