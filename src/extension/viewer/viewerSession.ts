import { CancellationTokenSource, commands, type Disposable, type Uri, type WebviewPanel } from 'vscode';
import { openChannel, type Channel } from '../../protocol/channel';
import type { LogContent } from '../../protocol/logApi';
import type { ViewerHost, ViewerState, ViewerView } from '../../protocol/panelApi';
import { ok, type Reply } from '../../protocol/reply';
import type { Services } from '../commands/command';
import { fileLabel } from '../fileLabel';
import type { OpenLog } from '../openLog';
import { portOf, showPage } from '../panel/webPage';
import { UserError, valueOf } from '../report';
import { withSiblings } from '../siblings';

/** So many of the latest failures are shown. */
const FAILURES_SHOWN = 100;
/** So many jobs are shown. More than a handful means that something else was taken for a job. */
const JOBS_SHOWN = 200;
/** Progress is drawn no more often than this. */
const PROGRESS_INTERVAL_MS = 100;

/** One viewer: opens the log of its file, draws what is known of it, and follows what becomes of it. */
export class ViewerSession implements Disposable {
  private readonly channel: Channel<ViewerView>;
  private readonly subscriptions: Disposable[];
  private log: OpenLog | undefined;
  private reading: CancellationTokenSource | undefined;
  private state: ViewerState;
  private isDisposed = false;

  constructor(
    private readonly file: Uri,
    panel: WebviewPanel,
    private readonly services: Services,
  ) {
    this.state = { fileName: fileLabel(file), byteLength: 0, jobs: [], jobCount: 0, problems: [], failures: [] };
    this.channel = openChannel<ViewerView>(portOf(panel.webview), this.host(), ['show']);
    const { extensionUri, logs, report } = services;
    const drawAgain = (log: OpenLog): void => {
      if (log === this.log) void report.runQuietly('draw the log again', () => this.describe(log));
    };
    this.subscriptions = [
      logs.onDidChangeLog(drawAgain),
      logs.onDidGrow(drawAgain),
      logs.onDidClose((log) => this.forget(log)),
    ];
    showPage(panel.webview, extensionUri, { app: 'viewer', title: 'Provisioning Log' });
    void this.read();
  }

  /** Stops a reading that nobody waits for any more. The log itself stays open in the tree. */
  dispose(): void {
    this.isDisposed = true;
    this.reading?.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.channel.close('The viewer was closed.');
  }

  private host(): ViewerHost {
    const { report, actions, panel, prettifier, treeView } = this.services;
    const withLog = (doing: string, task: (log: OpenLog) => Promise<void>): Promise<Reply<void>> =>
      report.answer(doing, () => {
        if (this.log === undefined) throw new UserError('The log is not open. Choose Try Again to read it.');
        return task(this.log);
      });
    return {
      ready: () => Promise.resolve(ok(this.state)),
      prettify: () => report.answer('prettify the log', () => prettifier.prettify(this.file)),
      openAsText: () =>
        report.answer('open the file as text', async () => {
          const isArchive = this.log !== undefined && this.contentsIn(this.log).some(({ form }) => form === 'unpacked');
          if (isArchive) await prettifier.prettify(this.file);
          else await commands.executeCommand('vscode.openWith', this.file, 'default');
        }),
      showJobs: () => withLog('show the jobs', (log) => treeView.showJobs(log)),
      showEvent: (row) => withLog('show the event', (log) => panel.show(log, row)),
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

  /** The file, and what belongs to it; of a log that is open already, the file alone leads to it. */
  private async filesToOpen(): Promise<readonly Uri[]> {
    const isKnown = this.services.logs.find(this.file) !== undefined;
    return isKnown ? [this.file] : withSiblings([this.file]);
  }

  /** Asks the log for everything that is drawn. */
  private async describe(log: OpenLog): Promise<void> {
    const [summary, problems, failures] = await Promise.all([
      log.api.summary(),
      log.api.problems({ offset: 0, limit: 1_000 }),
      log.api.latestFailures(FAILURES_SHOWN),
    ]);
    const { jobs } = valueOf(summary);
    const contents = this.contentsIn(log);
    this.draw({
      progress: this.state.progress,
      fileName: fileLabel(this.file),
      byteLength: contents.reduce((sum, { byteLength }) => sum + byteLength, 0),
      stale: log.staleness?.message,
      info: log.info,
      jobs: [...jobs].sort((left, right) => right.events - left.events).slice(0, JOBS_SHOWN),
      jobCount: jobs.length,
      problems: valueOf(problems),
      failures: valueOf(failures),
    });
  }

  /** What the log holds of this viewer's file; nothing where the file is another view of it. */
  private contentsIn(log: OpenLog): readonly LogContent[] {
    const address = this.file.toString();
    return log.info.files.filter(({ origin }) => log.files[origin]?.toString() === address);
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
    const { fileName, byteLength } = this.state;
    const failure = 'The log was closed. Choose Try Again to read it.';
    this.draw({ fileName, byteLength, failure, jobs: [], jobCount: 0, problems: [], failures: [] });
  }

  private draw(state: ViewerState): void {
    this.state = state;
    if (!this.isDisposed) this.channel.remote.show(state);
  }
}
