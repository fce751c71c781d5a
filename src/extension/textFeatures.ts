import { languages, workspace, type Disposable, type Uri } from 'vscode';
import type { CodeCatalogue } from './codeCatalogue';
import { VirtualDocuments } from './documents/openDocuments';
import { PlaceStatus } from './documents/placeStatus';
import { VirtualFiles } from './documents/virtualFiles';
import { VIRTUAL_SCHEME } from './documents/virtualUri';
import { jsonTexts, LogHover } from './hover/logHover';
import { TableHover, tables } from './hover/tableHover';
import { WordHover, notes } from './hover/wordHover';
import { DocumentOutlines } from './outline/documentOutlines';
import { FailureDiagnostics } from './outline/failureDiagnostics';
import { OutlineFolding } from './outline/outlineFolding';
import { OutlineLenses } from './outline/outlineLenses';
import { ReadingDiagnostics } from './outline/readingDiagnostics';
import { OutlineSymbols } from './outline/outlineSymbols';
import type { LogDocuments } from './logDocuments';
import type { Opening } from './opening';
import type { OpenLogs } from './openLogs';
import type { Platform } from './platform';
import type { Prettifier } from './prettifier';
import { LogFormatter } from './prettify/formatDocument';
import { prettifyLog } from './prettify/prettifyLog';
import type { Report } from './report';

/** Everything around text: documents made from a log, prettifying, Format Document, hover, outline. */
export class TextFeatures implements Disposable, Prettifier {
  readonly documents: LogDocuments;
  private readonly virtual = new VirtualDocuments();
  private readonly registered: { dispose(): unknown }[];

  constructor(
    private readonly platform: Platform,
    private readonly logs: OpenLogs,
    codes: CodeCatalogue,
    private readonly opening: Opening,
    private readonly report: Report,
  ) {
    this.documents = this.virtual;
    const files = new VirtualFiles(logs);
    const language = { language: 'provisioning-log' };
    const outlines = new DocumentOutlines();
    const lenses = new OutlineLenses(outlines, logs, report);
    this.registered = [
      files,
      workspace.registerFileSystemProvider(VIRTUAL_SCHEME, files, { isReadonly: true, isCaseSensitive: true }),
      new PlaceStatus(logs, report),
      languages.registerHoverProvider(jsonTexts, new LogHover(logs, codes, report)),
      languages.registerHoverProvider(tables, new TableHover(logs, codes, report)),
      languages.registerHoverProvider(notes, new WordHover(logs, codes, report)),
      languages.registerDocumentFormattingEditProvider(language, new LogFormatter()),
      languages.registerDocumentSymbolProvider(language, new OutlineSymbols(outlines, report), { label: 'Events' }),
      languages.registerFoldingRangeProvider(language, new OutlineFolding(outlines, report)),
      lenses,
      languages.registerCodeLensProvider(language, lenses),
      new FailureDiagnostics(outlines, codes, report),
      new ReadingDiagnostics(logs, report),
    ];
  }

  prettify(file: Uri): Promise<void> {
    const { platform, logs, report, opening } = this;
    const confirmLarge = (large: Uri, byteLength: number) => opening.confirmLarge(large, byteLength);
    return prettifyLog({ platform, logs, report, confirmLarge, documents: this.virtual }, file);
  }

  dispose(): void {
    for (const registered of this.registered) registered.dispose();
  }
}
