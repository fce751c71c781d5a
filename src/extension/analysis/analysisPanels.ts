import { Uri, ViewColumn, window, type Disposable, type WebviewPanel, type WebviewPanelSerializer } from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { filesLabel } from '../fileLabel';
import type { OpenLog } from '../openLog';
import { LogPageSession, type PageServices } from './logPageSession';
import { readSavedFiles } from './savedFiles';

const viewType = 'provisioningLog.analysis';

/** The analysis panels: one for each log, there again after a reload of the window. */
export class AnalysisPanels implements WebviewPanelSerializer, Disposable {
  private readonly panels = new Map<string, WebviewPanel>();
  private readonly registration: Disposable;

  constructor(private readonly services: PageServices) {
    this.registration = window.registerWebviewPanelSerializer(viewType, this);
  }

  /** Brings a log's panel up, in the column of the active editor. */
  show(log: OpenLog, options: { readonly preserveFocus?: boolean } = {}): void {
    const known = this.panels.get(keyOf(log.files));
    if (known !== undefined) {
      known.reveal(undefined, options.preserveFocus);
      return;
    }
    const column = { viewColumn: ViewColumn.Active, preserveFocus: options.preserveFocus === true };
    this.adopt(window.createWebviewPanel(viewType, titleOf(log.files), column), log.files);
  }

  /** VS Code hands back a panel of the last session: its log is opened again. */
  deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const files = readSavedFiles(state);
    if (files === undefined || this.panels.has(keyOf(files))) panel.dispose();
    else this.adopt(panel, files);
    return Promise.resolve();
  }

  dispose(): void {
    this.registration.dispose();
    for (const panel of [...this.panels.values()]) panel.dispose();
  }

  private adopt(panel: WebviewPanel, files: readonly Uri[]): void {
    panel.title = titleOf(files);
    const icon = (look: string) => Uri.joinPath(this.services.extensionUri, 'media', `analysis-${look}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.panels.set(keyOf(files), panel);
    const session = new LogPageSession(files, panel, this.services);
    panel.onDidDispose(() => {
      session.dispose();
      this.panels.delete(keyOf(files));
    });
  }
}

function titleOf(files: readonly Uri[]): string {
  return `Analysis: ${plainLabel(filesLabel(files))}`;
}

function keyOf(files: readonly Uri[]): string {
  return files.map(String).join('\n');
}
