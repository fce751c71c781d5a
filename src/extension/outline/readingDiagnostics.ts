import {
  Diagnostic,
  DiagnosticSeverity,
  Range,
  Uri,
  languages,
  workspace,
  type DiagnosticCollection,
  type Disposable,
} from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { withoutFileName } from '../../core/text/problemText';
import { KEPT_PROBLEMS } from '../../core/problem';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import { valueOf, type Report } from '../report';
import { settings } from '../settings';

/** A line is marked to its end, wherever that is. */
const LINE_END = Number.MAX_SAFE_INTEGER;

/**
 * Puts what could not be read of the logs that are shown into the Problems view, at the lines of their files. What stands
 * inside an archive has no line that an editor could show. Off unless the setting says so.
 */
export class ReadingDiagnostics implements Disposable {
  private readonly collection: DiagnosticCollection = languages.createDiagnosticCollection('provisioning-log-reading');
  private readonly subscriptions: readonly Disposable[];
  /** Counts the updates: only the last one counts. */
  private turn = 0;

  constructor(
    private readonly logs: OpenLogs,
    private readonly report: Report,
  ) {
    const update = (): void => this.update();
    this.subscriptions = [
      logs.onDidChange(update),
      logs.onDidReload(update),
      logs.onDidGrow(update),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('provisioningLog.diagnostics')) this.update();
      }),
    ];
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.collection.dispose();
  }

  private update(): void {
    const turn = ++this.turn;
    void this.report.runQuietly('list what could not be read', async () => {
      const found = new Map<string, Diagnostic[]>();
      if (settings.diagnostics) {
        for (const log of this.logs.shown) if (log.info.isPartial !== true) await collect(log, found);
      }
      if (turn !== this.turn) return;
      this.collection.clear();
      for (const [address, diagnostics] of found) this.collection.set(Uri.parse(address), diagnostics);
    });
  }
}

async function collect(log: OpenLog, found: Map<string, Diagnostic[]>): Promise<void> {
  if (log.info.problemCount === 0) return;
  const problems = valueOf(await log.api.problems({ offset: 0, limit: KEPT_PROBLEMS }));
  for (const { message, code, file, line } of problems) {
    const content = file === undefined ? undefined : log.info.files[file];
    const address = content === undefined || content.form === 'unpacked' ? undefined : log.files[content.origin];
    if (content === undefined || address === undefined) continue;
    const row = (line ?? 1) - 1;
    const text = plainLabel(withoutFileName(message, content.name));
    const diagnostic = new Diagnostic(new Range(row, 0, row, LINE_END), text, DiagnosticSeverity.Warning);
    diagnostic.source = 'Provisioning Log';
    diagnostic.code = code;
    const key = address.toString();
    found.set(key, [...(found.get(key) ?? []), diagnostic]);
  }
}
