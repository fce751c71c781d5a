import { CancellationTokenSource, commands, env, Uri, type Disposable, type WebviewPanel } from 'vscode';
import type { Findings } from '../../core/analysis/findings/findFindings';
import { openChannel, type Channel } from '../../protocol/channel';
import type { LogContent } from '../../protocol/logApi';
import type { LogPageHost, LogPageState, LogPageView } from '../../protocol/logPageApi';
import { ok, type Reply } from '../../protocol/reply';
import type { Services } from '../commands/command';
import { filesLabel } from '../fileLabel';
import { withQuietProgress } from '../longProgress';
import type { OpenLog } from '../openLog';
import { portOf, showPage } from '../panel/webPage';
import { UserError, valueOf } from '../report';
import { withSiblings } from '../siblings';
import { copyRows } from './copyRows';

/** So many problems are listed. */
const PROBLEMS_SHOWN = 1_000;
/** Progress is drawn no more often than this. */
const PROGRESS_INTERVAL_MS = 100;

/** What a page needs of the extension. */
export type PageServices = Omit<Services, 'analysis'>;

/** One page of a log: opens the log of its files, answers the page's questions, and tells it what becomes of the log. */
export class LogPageSession implements Disposable {
  private readonly channel: Channel<LogPageView>;
  private readonly subscriptions: Disposable[];
  private log: OpenLog | undefined;
  private reading: CancellationTokenSource | undefined;
  private state: LogPageState;
  private findings: Findings | undefined;
  /** Ends what nobody waits for any more. */
  private readonly life = new CancellationTokenSource();
  private isDisposed = false;

  constructor(
    private readonly files: readonly Uri[],
    panel: WebviewPanel,
    private readonly services: PageServices,
  ) {
    this.state = this.emptyState();
    this.channel = openChannel<LogPageView>(portOf(panel.webview), this.host(), ['show']);
    const { extensionUri, logs, report, panel: eventPanel } = services;
    const drawAgain = (log: OpenLog): void => {
      if (log === this.log) void report.runQuietly('draw the log again', () => this.describe(log));
    };
    this.subscriptions = [
      logs.onDidChangeLog(drawAgain),
      logs.onDidGrow(drawAgain),
      logs.onDidChangeCodes(drawAgain),
      logs.onDidChangeFilter((log) => {
        if (log === this.log) this.draw({ ...this.state, filter: log.filter });
      }),
      logs.onDidClose((log) => this.forget(log)),
      logs.onDidChange(() => this.readIfOpen()),
      eventPanel.onDidChange(() => this.draw({ ...this.state, shownRow: this.shownRow() })),
      panel.onDidChangeViewState(() => {
        if (panel.active && this.log !== undefined) logs.activate(this.log);
      }),
    ];
    showPage(panel.webview, extensionUri, { app: 'analysis', title: 'Provisioning Log' });
    void this.read();
  }

  /** Stops a reading that nobody waits for any more. The log itself stays open in the tree. */
  dispose(): void {
    this.isDisposed = true;
    this.reading?.cancel();
    this.life.cancel();
    this.life.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.channel.close('The page was closed.');
  }

  private host(): LogPageHost {
    const { report, actions, memory, panel, prettifier, story, treeView } = this.services;
    const withLog = <T>(doing: string, task: (log: OpenLog) => T | Promise<T>): Promise<Reply<T>> =>
      report.answer(doing, () => {
        if (this.log === undefined) throw new UserError('The log is not open. Choose Try Again to read it.');
        return task(this.log);
      });
    /** Worker and page speak the same words: the answer goes through as it is. */
    const asked = async <T>(question: (log: OpenLog) => Promise<Reply<T>>): Promise<Reply<T>> => {
      const reply = await withLog('ask the log', question);
      return reply.ok ? reply.value : reply;
    };
    const run = (command: string) => async (log: OpenLog) => {
      await commands.executeCommand(command, log.files.map(String));
    };
    const forEachFile = async (task: (file: Uri) => PromiseLike<unknown>) => {
      for (const file of this.files) await task(file);
    };
    return {
      ready: () => Promise.resolve(ok(this.state)),
      overview: (query, options) => asked((log) => log.api.overview(query, options)),
      facet: (query, field, options) => asked((log) => log.api.facet(query, field, options)),
      table: (query, request) => asked((log) => log.api.table(query, request)),
      placeInTable: (query, sort, row) => asked((log) => log.api.placeInTable(query, sort, row)),
      matrix: (query, by, limit) => asked((log) => log.api.matrix(query, by, limit)),
      durations: (query, limit) => asked((log) => log.api.durations(query, limit)),
      topErrors: (query, limit) => asked((log) => log.api.topErrors(query, limit)),
      suggestions: (query, cursor, limit) => asked((log) => log.api.suggestions(query, cursor, limit)),
      findings: () =>
        asked(async (log) => {
          const reply = await withQuietProgress('Looking for findings', (onProgress) =>
            log.findings({ token: this.life.token, onProgress }),
          );
          if (reply.ok) this.findings = reply.value;
          return reply;
        }),
      openFindingDocumentation: (position) =>
        withLog('open the documentation', async () => {
          const address = this.findings?.findings[position]?.documentation;
          if (address !== undefined) await env.openExternal(Uri.parse(address, true));
        }),
      setFilter: (query) => withLog('filter the events', (log) => log.setFilter(query)),
      saveFilter: () => withLog('save the filter', run('provisioningLog.saveFilter')),
      showSavedFilters: () => withLog('list the saved filters', run('provisioningLog.showSavedFilters')),
      keepLayout: (layout) => withLog('remember the layout', (log) => memory.keep(log.files, 'layout', layout)),
      showEvent: (row) => withLog('show the event', (log) => panel.show(log, row)),
      showHistory: (row) => withLog('show the history', (log) => story.show(log, row)),
      openInAdminCenter: (row) =>
        withLog('open the admin center', async (log) => {
          const { key } = valueOf(await log.event(row));
          await commands.executeCommand('provisioningLog.openInAdminCenter', { log: log.files.map(String), key });
        }),
      copyValue: (text) =>
        report.answer('copy the value', async () => {
          await env.clipboard.writeText(text);
        }),
      copyRows: (query, copied) => withLog('copy the rows', (log) => copyRows(log, query, copied)),
      prettify: () => report.answer('prettify the log', () => forEachFile((file) => prettifier.prettify(file))),
      openAsText: () =>
        report.answer('open the log as text', () =>
          forEachFile((file) => {
            const isArchive = this.contentsOf(file).some(({ form }) => form === 'unpacked');
            return isArchive ? prettifier.prettify(file) : commands.executeCommand('vscode.openWith', file, 'default');
          }),
        ),
      showJobs: () => withLog('show the jobs', (log) => treeView.showJobs(log)),
      showProblem: (index) =>
        withLog('show the place', async (log) => {
          const { file = 0, byteOffset, byteLength = 1 } = this.state.problems[index] ?? {};
          if (byteOffset !== undefined) await actions.showBytes(log, { file, byteOffset, byteLength });
        }),
      reload: async () => {
        await this.read();
        return ok(undefined);
      },
      cancel: () => {
        this.reading?.cancel();
        return Promise.resolve(ok(undefined));
      },
    };
  }

  /** Opens the log, or reads it again; the page shows progress meanwhile, and the reason when it fails. */
  private async read(): Promise<void> {
    if (this.reading !== undefined) return;
    const { report, logs, opening } = this.services;
    const reading = new CancellationTokenSource();
    this.reading = reading;
    this.draw({ ...this.state, failure: undefined, progress: { done: 0, total: 0 } });
    const options = {
      token: reading.token,
      onProgress: this.progress(),
      confirmLarge: opening.confirmLarge,
      onPartial: (log: OpenLog) => {
        this.log = log;
        void report.runQuietly('draw a part of the log', () => this.describe(log));
      },
    };
    const reply = await report.answer('read the log', async () => {
      if (this.log === undefined) this.log = await logs.open(await this.filesToOpen(), options);
      else await this.log.reload(options);
      this.state = { ...this.state, progress: undefined };
      await this.describe(this.log);
    });
    this.reading = undefined;
    reading.dispose();
    if (reply.ok) return;
    const failure = reply.error.isCancelled === true ? 'Reading was cancelled.' : reply.error.message;
    this.draw({ ...this.state, progress: undefined, failure });
  }

  /** A page whose log was closed shows it again when it is opened otherwise. */
  private readIfOpen(): void {
    if (this.log !== undefined || this.reading !== undefined) return;
    const { logs } = this.services;
    const found = this.files.map((file) => logs.find(file)?.log);
    if (found.every((log) => log !== undefined && logs.shown.includes(log))) void this.read();
  }

  /** The files, and what belongs to them; of a log that is open already, its file alone leads to it. */
  private async filesToOpen(): Promise<readonly Uri[]> {
    const [first] = this.files;
    const isKnown = first !== undefined && this.services.logs.find(first) !== undefined;
    return this.files.length > 1 || isKnown ? this.files : withSiblings(this.files);
  }

  /** What the log holds of one of the page's files; nothing where the file is another view of it. */
  private contentsOf(file: Uri): readonly LogContent[] {
    return this.log?.info.files.filter(({ origin }) => String(this.log?.files[origin]) === String(file)) ?? [];
  }

  /** Asks the log for what the page draws before it asks itself. */
  private async describe(log: OpenLog): Promise<void> {
    const problems = valueOf(await log.api.problems({ offset: 0, limit: PROBLEMS_SHOWN }));
    const own = this.files.flatMap((file) => this.contentsOf(file));
    this.draw({
      ...this.emptyState(),
      progress: this.state.progress,
      byteLength: (own.length > 0 ? own : log.info.files).reduce((sum, { byteLength }) => sum + byteLength, 0),
      stale: log.staleness?.message,
      info: log.info,
      revision: this.state.revision + 1,
      filter: log.filter,
      shownRow: this.shownRow(),
      problems,
      layout: this.services.memory.read(log.files, 'layout'),
    });
  }

  private shownRow(): number | undefined {
    const { current } = this.services.panel;
    return current !== undefined && current.log === this.log ? current.row : undefined;
  }

  private progress(): (done: number, total: number) => void {
    let drawnAt = 0;
    return (done, total) => {
      const now = Date.now();
      if (now - drawnAt < PROGRESS_INTERVAL_MS) return;
      drawnAt = now;
      this.draw({ ...this.state, progress: { done, total } });
    };
  }

  private forget(log: OpenLog): void {
    if (log !== this.log) return;
    this.log = undefined;
    const failure = 'The log was closed. Choose Try Again to read it.';
    this.draw({ ...this.emptyState(), revision: this.state.revision + 1, failure });
  }

  private emptyState(): LogPageState {
    return {
      name: filesLabel(this.files),
      byteLength: 0,
      revision: 0,
      filter: '',
      problems: [],
      saved: { log: this.files.map(String) },
    };
  }

  private draw(state: LogPageState): void {
    this.state = state;
    if (!this.isDisposed) this.channel.remote.show(state);
  }
}
