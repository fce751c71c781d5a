import {
  Diagnostic,
  DiagnosticSeverity,
  Uri,
  languages,
  workspace,
  type DiagnosticCollection,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { lookUpCode, type CodeIndex } from '../../core/codes/lookUpCode';
import type { TextRange } from '../../core/record/outlineScan';
import type { OutlinedEvent } from '../../core/record/outlineText';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import type { CodeCatalogue } from '../codeCatalogue';
import type { Report } from '../report';
import { settings } from '../settings';
import { rangeOf, type DocumentOutlines } from './documentOutlines';

/** Typing goes on: a changed document is looked at when it has rested. */
const REST_MS = 500;

/** Puts the failures of open pretty logs into the Problems view, one for each error code. Off unless the setting says so. */
export class FailureDiagnostics implements Disposable {
  private readonly collection: DiagnosticCollection = languages.createDiagnosticCollection('provisioning-log');
  private readonly resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: readonly Disposable[];

  constructor(
    private readonly outlines: DocumentOutlines,
    private readonly codes: CodeCatalogue,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      codes.onDidChange(() => this.updateAll()),
      workspace.onDidOpenTextDocument((document) => this.update(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.updateSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('provisioningLog.diagnostics')) this.updateAll();
      }),
    ];
    this.updateAll();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.resting.values()) clearTimeout(timer);
    this.collection.dispose();
  }

  private updateAll(): void {
    this.collection.clear();
    for (const document of workspace.textDocuments) this.update(document);
  }

  private update(document: TextDocument): void {
    if (!settings.diagnostics || document.languageId !== 'provisioning-log') return;
    void this.report.runQuietly('list the failures of the log', () =>
      this.collection.set(document.uri, failuresOf(document, this.outlines, this.codes.index)),
    );
  }

  private updateSoon(document: TextDocument): void {
    if (!settings.diagnostics || document.languageId !== 'provisioning-log') return;
    clearTimeout(this.resting.get(document));
    this.resting.set(
      document,
      setTimeout(() => {
        this.resting.delete(document);
        this.update(document);
      }, REST_MS),
    );
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.resting.get(document));
    this.resting.delete(document);
    this.collection.delete(document.uri);
  }
}

function failuresOf(document: TextDocument, outlines: DocumentOutlines, codes: CodeIndex): Diagnostic[] {
  const eventsOf = new Map<string, OutlinedEvent[]>();
  for (const event of outlines.of(document).events) {
    if (event.status !== 'failure') continue;
    const code = event.errorCode.toLowerCase();
    const events = eventsOf.get(code);
    if (events === undefined) eventsOf.set(code, [event]);
    else events.push(event);
  }
  return [...eventsOf.values()].map(([first, ...others]) => failure(document, first!, others.length + 1, codes));
}

/** Where an event has its code: as a value, in a text that holds JSON, or in what `ConvertTo-Json` has made a text. */
function placeOfCode(document: TextDocument, event: OutlinedEvent): TextRange | undefined {
  const { errorCode } = event;
  if (errorCode === '') return undefined;
  const text = document.getText(rangeOf(document, event));
  const spelled = JSON.stringify(errorCode);
  for (const each of [spelled, JSON.stringify(spelled).slice(1, -1), spelled.slice(1, -1)]) {
    const start = text.indexOf(each);
    if (start >= 0) return { start: event.start + start, end: event.start + start + each.length };
  }
  return undefined;
}

/** Stands at the code of the first event that has it. */
function failure(document: TextDocument, event: OutlinedEvent, count: number, codes: CodeIndex): Diagnostic {
  const { errorCode } = event;
  const found = lookUpCode(errorCode, codes);
  const title = found.isKnown ? plainLabel(found.entry.title) : 'This error code is not in the catalogue';
  const what = errorCode === '' ? 'Failed without an error code' : title;
  const place = placeOfCode(document, event) ?? event.head;
  const message = `${what} (${formatCounted(count, 'event')})`;
  const diagnostic = new Diagnostic(rangeOf(document, place), message, DiagnosticSeverity.Warning);
  diagnostic.source = 'Provisioning Log';
  const value = plainLabel(errorCode);
  const target = found.isKnown ? found.entry.documentation : undefined;
  if (value !== '') diagnostic.code = target === undefined ? value : { value, target: Uri.parse(target) };
  return diagnostic;
}
