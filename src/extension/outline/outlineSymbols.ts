import { DocumentSymbol, SymbolKind, type DocumentSymbolProvider, type TextDocument } from 'vscode';
import type { OutlinedEvent, OutlinedStep } from '../../core/record/outlineText';
import { eventLabel, outcomeLabel, stepLabel } from '../../core/text/outlineLabels';
import { statusTitle } from '../../core/text/titles';
import type { Report } from '../report';
import { rangeOf, type DocumentOutlines } from './documentOutlines';

/** The events of a pretty log and their steps, for the outline, the breadcrumbs and sticky scroll. */
export class OutlineSymbols implements DocumentSymbolProvider {
  constructor(
    private readonly outlines: DocumentOutlines,
    private readonly report: Report,
  ) {}

  provideDocumentSymbols(document: TextDocument): Promise<DocumentSymbol[] | undefined> {
    return this.report.runQuietly('outline the log', () =>
      this.outlines.of(document).events.map((event) => eventSymbol(document, event)),
    );
  }
}

function eventSymbol(document: TextDocument, event: OutlinedEvent): DocumentSymbol {
  const range = rangeOf(document, event);
  const head = rangeOf(document, event.head);
  const symbol = new DocumentSymbol(eventLabel(event), outcomeLabel(event), SymbolKind.Event, range, head);
  symbol.children = event.steps.map((step) => stepSymbol(document, step));
  return symbol;
}

function stepSymbol(document: TextDocument, step: OutlinedStep): DocumentSymbol {
  const range = rangeOf(document, step);
  const head = rangeOf(document, step.head);
  return new DocumentSymbol(stepLabel(step), statusTitle(step.status), SymbolKind.Method, range, head);
}
