import { window, workspace, type Disposable } from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import type { RedactionPreview } from '../../protocol/exportApi';
import { ShownTexts } from '../shownTexts';

/** Shows what redaction does in a read-only document of plain text, which renders nothing and is forgotten when closed. */
export class PreviewDocuments implements Disposable {
  private readonly texts = new ShownTexts(
    'provisioning-log-redaction',
    'This preview is not at hand any more. Choose "Preview Redaction" again.\n',
  );
  private readonly closing = workspace.onDidCloseTextDocument(({ uri }) => this.texts.forget(uri));

  async show(preview: RedactionPreview): Promise<void> {
    const uri = this.texts.add('Redaction Preview', 'txt', previewText(preview));
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  dispose(): void {
    this.closing.dispose();
    this.texts.dispose();
  }
}

/** What a preview says, in lines of plain text. */
export function previewText(preview: RedactionPreview): string {
  const { events, allEvents, replaced, replacedTotal, left, leftTotal } = preview;
  const looked =
    events < allEvents
      ? `the first ${formatCount(events)} of ${formatCount(allEvents)} events`
      : formatCounted(events, 'event');
  return [
    `Redaction preview: ${looked}. Nothing has been written.`,
    '',
    'Left as they are: words in error texts and steps that no field of the log names and no pattern knows.',
    'Read them. If one names somebody, do not send the texts, or edit the export first.',
    '',
    ...(left.length === 0 ? ['    none'] : left.map(({ word, count }) => row(count, plainLabel(word)))),
    ...more(left.length, leftTotal),
    '',
    'Replaced: how often, what stands in the log, what stands in the export.',
    '',
    ...(replaced.length === 0
      ? ['    nothing']
      : replaced.map(({ original, pseudonym, count }) => row(count, `${plainLabel(original)}  →  ${pseudonym}`))),
    ...more(replaced.length, replacedTotal),
    '',
  ].join('\n');
}

function row(count: number, text: string): string {
  return `${formatCount(count).padStart(9)}  ${text}`;
}

function more(shown: number, total: number): readonly string[] {
  return shown < total ? [`           and ${formatCount(total - shown)} more, less frequent ones`] : [];
}
