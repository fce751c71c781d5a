import { StatusBarAlignment, window, type Disposable, type StatusBarItem, type TextEditor } from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { ofForm } from '../../core/text/contentForm';
import { formatCount } from '../../core/text/formatValue';
import type { OpenLogs } from '../openLogs';
import type { Report } from '../report';
import { readVirtualUri } from './virtualUri';

/** Says in the status bar where the event of the active document stands: number, bytes, file. */
export class PlaceStatus implements Disposable {
  private readonly item: StatusBarItem;
  private readonly subscription: Disposable;

  constructor(
    private readonly logs: OpenLogs,
    report: Report,
  ) {
    this.item = window.createStatusBarItem('provisioningLog.place', StatusBarAlignment.Right, 90);
    this.item.name = 'Provisioning Log: Place of the Event';
    const update = (editor: TextEditor | undefined) =>
      void report.runQuietly('say where the event stands', () => this.update(editor));
    this.subscription = window.onDidChangeActiveTextEditor(update);
    update(window.activeTextEditor);
  }

  dispose(): void {
    this.subscription.dispose();
    this.item.dispose();
  }

  private async update(editor: TextEditor | undefined): Promise<void> {
    this.item.hide();
    const document = editor && readVirtualUri(editor.document.uri);
    if (document?.kind !== 'event') return;
    const log = await this.logs.open(document.files);
    const row = await log.api.rowOf(document.key);
    if (!row.ok || row.value === undefined) return;
    const range = await log.api.range(row.value);
    const content = range.ok && log.info.files[range.value.file];
    if (!range.ok || !content || window.activeTextEditor !== editor) return;
    const { event, byteOffset, byteLength } = range.value;
    const bytes = `${formatCount(byteOffset)}–${formatCount(byteOffset + byteLength)}`;
    this.item.text = plainLabel(
      `Event ${formatCount(event)} · bytes ${bytes}${ofForm(content.form)} · ${content.name}`,
    );
    this.item.show();
  }
}
