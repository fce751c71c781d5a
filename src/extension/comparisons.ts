import { commands, window, workspace, type Disposable } from 'vscode';
import { ShownTexts } from './shownTexts';

/** Shows comparisons of logs as pages to read. Nothing is written, and nothing asks to be saved. */
export class Comparisons implements Disposable {
  private readonly texts = new ShownTexts(
    'provisioning-log-comparison',
    'This comparison is not at hand any more. Choose "Compare Logs…" again.\n',
  );

  /** Opens Markdown the way VS Code renders it; as text where its Markdown preview is switched off. */
  async show(markdown: string): Promise<void> {
    const uri = this.texts.add('Comparison', 'md', markdown);
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
    }
  }

  dispose(): void {
    this.texts.dispose();
  }
}
