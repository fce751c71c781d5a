import { CodeLens, EventEmitter, workspace, type CodeLensProvider, type Disposable, type TextDocument } from 'vscode';
import { outcomeLabel } from '../../core/text/outlineLabels';
import type { EventAddress } from '../commands/whichEvent';
import { logOfDocument } from '../documents/logOfDocument';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { settings } from '../settings';
import { rangeOf, type DocumentOutlines } from './documentOutlines';

/** A line above each event of a pretty log: what it came to, and the way to the event panel. */
export class OutlineLenses implements CodeLensProvider, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly outlines: DocumentOutlines,
    private readonly logs: OpenLogs,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      logs.onDidChange(() => this.changed.fire()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('provisioningLog.codeLens')) this.changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: TextDocument): Promise<CodeLens[] | undefined> {
    return this.report.runQuietly('show what events came to', () => this.lenses(document));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private lenses(document: TextDocument): CodeLens[] {
    const log = settings.codeLens ? logOfDocument(document, this.logs) : undefined;
    if (log === undefined) return [];
    const files = log.files.map((file) => file.toString());
    return this.outlines.of(document).events.flatMap((event) => {
      const range = rangeOf(document, event);
      if (range.isSingleLine) return [];
      const address: EventAddress = { log: files, key: event.key };
      const title = `${outcomeLabel(event)} · Show details`;
      const command = { title, command: 'provisioningLog.showEvent', arguments: [address] };
      return [new CodeLens(range.with({ end: range.start }), command)];
    });
  }
}
