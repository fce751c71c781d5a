import { Uri, window, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import type { RedactionPreview } from '../../protocol/exportApi';

const SCHEME = 'provisioning-log-redaction';

/** Shows what redaction does in a read-only document of plain text, which renders nothing. */
export class PreviewDocuments implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly subscriptions: readonly Disposable[];
  private shown = 0;

  constructor() {
    this.subscriptions = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    ];
  }

  async show(preview: RedactionPreview): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/Redaction Preview ${++this.shown}.txt` });
    this.texts.set(uri.toString(), previewText(preview));
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  provideTextDocumentContent(uri: Uri): string {
    return (
      this.texts.get(uri.toString()) ?? 'This preview is not at hand any more. Choose "Preview Redaction" again.\n'
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
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
