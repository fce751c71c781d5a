import { csvExport } from './csvExport';
import { csvTripleExport } from './csvTripleExport';
import type { ExportFormat } from './exportFormat';
import { htmlReport } from './htmlReport';
import { jsonExport } from './jsonExport';
import { markdownReport } from './markdownReport';

/** Every form in which events are taken away. */
export const exportFormats: readonly ExportFormat[] = [
  jsonExport,
  csvExport,
  csvTripleExport,
  markdownReport,
  htmlReport,
];

/** The form of an id; undefined when there is none. */
export function exportFormatOf(id: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.id === id);
}
