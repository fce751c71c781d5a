import {
  CancellationError,
  commands,
  env,
  FileSystemError,
  UIKind,
  type Uri,
  version as editorVersion,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import type { ExportFormat } from '../../core/export/exportFormat';
import { plainLabel } from '../../core/text/escape';
import { formatBytes, formatCounted } from '../../core/text/formatValue';
import type { ExportJob, ExportOrigin, ExportResult } from '../../protocol/exportApi';
import { fileLabel } from '../fileLabel';
import type { LongCall } from '../logConnection';
import type { OpenLog } from '../openLog';
import type { Platform } from '../platform';
import { MAX_BUILT_BYTES } from '../prettify/limits';
import { UserError, valueOf, type Report } from '../report';
import { withEventProgress } from '../longProgress';
import { askForTargets, type Places, targetFor } from './exportTarget';
import { PreviewDocuments } from './previewDocuments';
import type { RedactionSecret } from './redactionSecret';

/** More is no text to paste anywhere. */
const MAX_CLIPBOARD_BYTES = 20_000_000;

/** What events are taken away as. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly isRedacted: boolean;
}

/** Takes the events of a log away: to files, to the clipboard, as a support pack. Rejects in words for the user. */
export class TakeAway implements Disposable {
  private readonly previews = new PreviewDocuments();

  constructor(
    private readonly platform: Platform,
    private readonly report: Report,
    private readonly secret: RedactionSecret,
    /** Of this extension. */
    private readonly version: string,
    /** The extension's own folders: no places to write to. */
    private readonly ownFolders: readonly Uri[],
  ) {}

  /** How many events there are to take away. Rejects in words for the user when there is none. */
  async eventCount(log: OpenLog, query: string): Promise<number> {
    const { total } = valueOf(await log.api.find(query, { offset: 0, limit: 0 }));
    if (total > 0) return total;
    throw new UserError(
      query === ''
        ? 'The log holds no event: there is nothing to take away.'
        : 'The filter lets no event through: there is nothing to take away. Change the filter, or clear it.',
    );
  }

  /** Asks for a place and writes the events there. */
  async toFiles(log: OpenLog, query: string, { format, isRedacted }: ExportChoice): Promise<void> {
    await this.eventCount(log, query);
    const targets = await askForTargets(log, format, isRedacted, this.places);
    const [first] = targets ?? [];
    if (targets === undefined || first === undefined) return;
    const isLocal = this.platform.name === 'node' && targets.every((target) => target.scheme === 'file');
    const to: ExportJob['to'] = isLocal
      ? { kind: 'files', paths: targets.map((target) => target.fsPath) }
      : { kind: 'memory', maxBytes: MAX_BUILT_BYTES };
    const result = await this.run(log, query, { format, isRedacted }, to);
    if (result.isTooLarge) {
      throw new UserError(
        `The export would be larger than ${formatBytes(MAX_BUILT_BYTES)}. Filter the events, or export them with VS Code on the desktop, onto a local disk.`,
      );
    }
    for (const [index, bytes] of (result.files ?? []).entries()) {
      const target = targets[index];
      if (target !== undefined) await save(target, bytes);
    }
    this.report.note(`exported ${result.events} events as ${format.id}: ${result.byteLength} bytes`);
    await this.offerToOpen(first, targets.length, result);
  }

  /** Copies what would be written. */
  async toClipboard(log: OpenLog, query: string, choice: ExportChoice): Promise<void> {
    await this.eventCount(log, query);
    const result = await this.run(log, query, choice, { kind: 'memory', maxBytes: MAX_CLIPBOARD_BYTES });
    const [bytes] = result.files ?? [];
    if (result.isTooLarge || bytes === undefined) {
      throw new UserError(
        `That is more than ${formatBytes(MAX_CLIPBOARD_BYTES)}, too much for the clipboard. Export to a file, or filter the events.`,
      );
    }
    await env.clipboard.writeText(new TextDecoder().decode(bytes));
    window.setStatusBarMessage(`Copied ${formatCounted(result.events, 'event')}.`, 5_000);
  }

  /** Shows what redaction would replace and leave, without writing anything. */
  async preview(log: OpenLog, query: string): Promise<void> {
    await this.eventCount(log, query);
    const { secret, warning } = await this.secret.key();
    const preview = await withEventProgress('Reading what would be redacted', async (options) =>
      valueOf(await log.long((api, request) => api.previewRedaction(request, query, secret), options)),
    );
    await this.previews.show(preview);
    if (warning !== undefined) this.report.inform(warning);
  }

  /** Asks for a place and writes a zip for a support case there. */
  async supportPack(log: OpenLog, query: string): Promise<void> {
    await this.eventCount(log, query);
    const target = await window.showSaveDialog({
      title: 'Save the Support Pack',
      saveLabel: 'Save',
      defaultUri: targetFor(log, 'ProvisioningLog-support-pack.zip', this.places),
      filters: { ZIP: ['zip'] },
    });
    if (target === undefined) return;
    if (log.files.some((file) => file.toString() === target.toString())) {
      throw new UserError('The log itself is never overwritten. Choose another name for the support pack.');
    }
    const { secret, warning } = await this.secret.key();
    const isLocal = this.platform.name === 'node' && target.scheme === 'file';
    const job = {
      query,
      secret,
      origin: this.origin,
      environment: this.environment(log),
      to: isLocal ? ({ kind: 'file', path: target.fsPath } as const) : ({ kind: 'memory' } as const),
    };
    const result = await withEventProgress('Packing for support', async (options) => {
      const packed = valueOf(await log.long((api, request) => api.supportPack(request, job), options));
      if (packed.bytes !== undefined) stopIfCancelled(options);
      return packed;
    });
    if (result.bytes !== undefined) await save(target, result.bytes);
    this.report.note(`packed ${result.events} events for support: ${result.byteLength} bytes`);
    const saved = `Saved ${plainLabel(fileLabel(target))} (${formatBytes(result.byteLength)}, ${formatCounted(result.events, 'event')}). Read it before you send it: ids.csv holds the true IDs.`;
    this.report.inform(warning === undefined ? saved : `${saved} ${warning}`);
  }

  /** Takes a secret that the user chose; pseudonyms follow from it. */
  async setSecret(text: string): Promise<void> {
    await this.secret.set(text);
    this.report.inform('From now on pseudonyms follow from this secret. Keep it where only you find it.');
  }

  dispose(): void {
    this.previews.dispose();
  }

  private get places(): Places {
    return { own: this.ownFolders, home: this.platform.home };
  }

  private get origin(): ExportOrigin {
    return { madeAtMs: Date.now(), version: this.version };
  }

  private async run(
    log: OpenLog,
    query: string,
    { format, isRedacted }: ExportChoice,
    to: ExportJob['to'],
  ): Promise<ExportResult> {
    const key = isRedacted ? await this.secret.key() : undefined;
    const job: ExportJob = { format: format.id, query, origin: this.origin, to, ...(key && { secret: key.secret }) };
    const result = await withEventProgress(`Exporting as ${format.title}`, async (options) => {
      const exported = valueOf(await log.long((api, request) => api.exportEvents(request, job), options));
      if (exported.files !== undefined) stopIfCancelled(options);
      return exported;
    });
    if (key?.warning !== undefined) this.report.inform(key.warning);
    return result;
  }

  private async offerToOpen(first: Uri, fileCount: number, result: ExportResult): Promise<void> {
    const others = fileCount > 1 ? ` and ${fileCount - 1} more` : '';
    const size = `${formatCounted(result.events, 'event')}, ${formatBytes(result.byteLength)}`;
    // A file of another machine, or of the browser's own window, cannot be handed to a browser.
    const isHere = first.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
    const isPage = isHere && first.path.endsWith('.html');
    const open = isPage ? 'Open in Browser' : 'Open';
    const chosen = await this.report.ask(`Saved ${plainLabel(fileLabel(first))}${others} (${size}).`, open);
    if (chosen === undefined) return;
    if (isPage) await env.openExternal(first);
    else await commands.executeCommand('vscode.open', first);
  }

  private environment(log: OpenLog): readonly { name: string; value: string }[] {
    const { format, eventCount, problemCount, repeatCount, files } = log.info;
    return [
      { name: 'Extension', value: this.version },
      { name: 'Visual Studio Code', value: `${editorVersion} (${env.appHost}, ${this.platform.name})` },
      { name: 'Log format', value: format },
      { name: 'Files', value: files.map(({ byteLength }) => formatBytes(byteLength)).join(', ') },
      { name: 'Events in the log', value: String(eventCount) },
      { name: 'Records that stood in it twice', value: String(repeatCount) },
      { name: 'Problems found', value: String(problemCount) },
    ];
  }
}

/** What the editor's file system says of a refusal is written for programs. */
async function save(target: Uri, bytes: Uint8Array): Promise<void> {
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const code = error instanceof FileSystemError ? ` (${error.code})` : '';
    throw new UserError(
      `“${plainLabel(fileLabel(target))}” cannot be written there${code}. Choose another place, or another name.`,
    );
  }
}

/** What was made in memory is written nowhere yet. Files that the worker has written by then are there, and told of. */
function stopIfCancelled({ token }: LongCall): void {
  if (token?.isCancellationRequested === true) throw new CancellationError();
}
