import { FoldingRange, type FoldingRangeProvider, type TextDocument } from 'vscode';
import type { Report } from '../report';
import { rangeOf, type DocumentOutlines } from './documentOutlines';

/** VS Code folds no more regions of a document (`editor.foldingMaximumRegions`). */
const MAX_REGIONS = 5_000;

/** One region an event, then one a list of steps, then what stands within events, as far as VS Code takes them. */
export class OutlineFolding implements FoldingRangeProvider {
  constructor(
    private readonly outlines: DocumentOutlines,
    private readonly report: Report,
  ) {}

  provideFoldingRanges(document: TextDocument): Promise<FoldingRange[] | undefined> {
    return this.report.runQuietly('fold the log', () => {
      const { events, inner } = this.outlines.of(document);
      return (
        [...events, ...events.flatMap(({ stepList }) => stepList ?? []), ...inner]
          .map((part) => rangeOf(document, part))
          // The line of the closing bracket stays.
          .map(({ start, end }) => new FoldingRange(start.line, end.line - 1))
          .filter(({ start, end }) => start < end)
          .slice(0, MAX_REGIONS)
      );
    });
  }
}
