import { CancellationError, commands, Uri, window, workspace, type CancellationToken } from 'vscode';
import { plainLabel } from '../../core/text/escape';
import { formatBytes, formatCount } from '../../core/text/formatValue';
import type { FileContent, PrettifyJob, PrettifyResult } from '../../protocol/logApi';
import type { PrettyContent, VirtualDocuments } from '../documents/openDocuments';
import { stemOf } from '../documents/virtualUri';
import { fileLabel } from '../fileLabel';
import { LogConnection, type ConfirmLarge, type LongCall } from '../logConnection';
import { withByteProgress } from '../longProgress';
import type { OpenLogs } from '../openLogs';
import type { Platform } from '../platform';
import { UserError, valueOf, type Report } from '../report';
import { indentation } from './formatDocument';
import { MAX_BUILT_BYTES, MAX_DOCUMENT_BYTES, MAX_DOCUMENT_LINES } from './limits';

/** What formats files: the log that is open, or a worker of its own. */
interface Formatter {
  /** The files of the log. */
  readonly files: readonly Uri[];
  /** What the files hold. */
  contents(options: LongCall): Promise<readonly FileContent[]>;
  prettify(job: PrettifyJob, options: LongCall): Promise<PrettifyResult>;
}

/** What the command "Prettify Provisioning Log" works with. */
export interface PrettifyContext {
  readonly platform: Platform;
  readonly logs: OpenLogs;
  readonly documents: VirtualDocuments;
  readonly report: Report;
  readonly confirmLarge: ConfirmLarge;
}

/**
 * Shows a log with line breaks and indentation: as a read-only document, or, when that would be too long for an editor,
 * written to a file the user names. The log itself is never written to. Rejects in words for the user, or with
 * `CancellationError`; nothing is left behind then.
 */
export async function prettifyLog(context: PrettifyContext, file: Uri): Promise<void> {
  const { insertSpaces, tabSize } = editorIndentation(file);
  const indent = indentation({ insertSpaces, tabSize });
  await withFormatter(context, file, async (formatter) => {
    const content = await chooseContent(formatter, file);
    if (content === undefined) return;
    const how = { file: content.file, indent, eol: '\n' } as const;
    const limits = { maxBytes: MAX_DOCUMENT_BYTES, maxLines: MAX_DOCUMENT_LINES };
    const measured = await withByteProgress('Measuring the log', (options) =>
      formatter.prettify({ ...how, to: { kind: 'measure', ...limits } }, options),
    );
    if (!measured.isTooLarge) {
      await context.documents.showPretty(formatter.files, content, indent);
      return;
    }
    const target = await askForTarget(file);
    if (target === undefined) return;
    const result = await withByteProgress('Prettifying the log', (options) =>
      writeTo(target, file, (to) => formatter.prettify({ ...how, to }, options), options.token),
    );
    const open = context.logs.find(file);
    // One content of several does not hold all events of the log.
    if (open?.log.info.files.length === 1) context.logs.addView(open.log, target);
    context.report.note(`prettified a log: ${result.byteLength} bytes, ${result.lineCount} lines`);
    await offerToOpen(context.report, target, result);
  });
}

async function withFormatter(context: PrettifyContext, file: Uri, run: (formatter: Formatter) => Promise<void>) {
  const found = context.logs.find(file);
  if (found?.file !== undefined) {
    const { log } = found;
    await run({
      files: log.files,
      contents: async (options) => valueOf(await log.contents(options)),
      prettify: async (job, options) => valueOf(await log.prettify(job, options)),
    });
    return;
  }
  const connection = await LogConnection.connect(context.platform, [file], context.confirmLarge);
  const { api } = connection;
  try {
    await run({
      files: [file],
      contents: async (options) => valueOf(await connection.long((request) => api.contents(request), options)),
      prettify: async (job, options) =>
        valueOf(await connection.long((request) => api.prettify(request, job), options)),
    });
  } finally {
    await connection.end();
  }
}

/**
 * What of a file is meant; the user chooses where an archive holds several texts of JSON. Undefined when the choice is left;
 * rejects in words for the user where there are tables only.
 */
async function chooseContent(formatter: Formatter, file: Uri): Promise<PrettyContent | undefined> {
  const contents = await withByteProgress('Reading the log', (options) => formatter.contents(options));
  const address = file.toString();
  const own = [...contents.entries()].filter(([, { origin }]) => formatter.files[origin]?.toString() === address);
  const items = own
    .filter(([, { isTable }]) => !isTable)
    .map(([index, { name, origin, byteLength }]) => ({
      label: plainLabel(name),
      description: formatBytes(byteLength),
      file: index,
      origin,
    }));
  if (items.length === 0 && own.length > 0) {
    throw new UserError(
      tablesOnly(
        fileLabel(file),
        own.map(([, { name }]) => name),
      ),
    );
  }
  if (items.length < 2) return items[0];
  return window.showQuickPick(items, {
    title: 'Prettify Provisioning Log',
    placeHolder: `Choose a file of the archive${items.length < own.length ? '; tables in it are not listed' : ''}`,
  });
}

/** So many names are listed. */
const NAMES_LISTED = 5;

function tablesOnly(file: string, names: readonly string[]): string {
  const listed = names.slice(0, NAMES_LISTED).map((name) => `“${plainLabel(name.replace(`${file} › `, ''))}”`);
  const more = names.length > listed.length ? ` and ${formatCount(names.length - listed.length)} more` : '';
  const isFile = names.length === 1 && names[0] === file;
  const what = isFile ? 'is a table, not JSON' : `holds tables and no JSON (${listed.join(', ')}${more})`;
  return `“${plainLabel(file)}” ${what}: there is nothing to prettify. “Analyze Provisioning Log” shows its events, each of which opens as text.`;
}

/** On a local disk the worker writes by itself, at any size; elsewhere the result is built in memory. */
async function writeTo(
  target: Uri,
  source: Uri,
  prettify: (to: PrettifyJob['to']) => Promise<PrettifyResult>,
  token: CancellationToken | undefined,
): Promise<PrettifyResult> {
  if (target.scheme === 'file' && source.scheme === 'file') return prettify({ kind: 'file', path: target.fsPath });
  const result = await prettify({ kind: 'memory', maxBytes: MAX_BUILT_BYTES, maxLines: Number.MAX_SAFE_INTEGER });
  if (result.isTooLarge || result.bytes === undefined) {
    throw new UserError(
      `The prettified log would be larger than ${formatBytes(MAX_BUILT_BYTES)}. Only VS Code on the desktop, with the log on a local disk, can write it.`,
    );
  }
  if (token?.isCancellationRequested === true) throw new CancellationError();
  await workspace.fs.writeFile(target, result.bytes);
  return result;
}

async function askForTarget(file: Uri): Promise<Uri | undefined> {
  const name = stemOf(fileLabel(file));
  const target = await window.showSaveDialog({
    title: 'Save the Prettified Log',
    saveLabel: 'Save',
    defaultUri: Uri.joinPath(file, '..', `${name}.pretty.json`),
    filters: { JSON: ['json'] },
  });
  if (target?.toString() === file.toString()) {
    throw new UserError('The log itself is never overwritten. Choose another name for the prettified copy.');
  }
  return target;
}

async function offerToOpen(report: Report, target: Uri, result: PrettifyResult): Promise<void> {
  const size = `${formatBytes(result.byteLength)}, ${formatCount(result.lineCount)} lines`;
  const chosen = await report.ask(`Saved ${fileLabel(target)} (${size}).`, 'Open');
  if (chosen !== undefined) await commands.executeCommand('vscode.open', target);
}

/** What the user's settings say for this file; an open editor may have been told otherwise. */
function editorIndentation(file: Uri): { insertSpaces: boolean; tabSize: number } {
  const editor = window.visibleTextEditors.find((candidate) => candidate.document.uri.toString() === file.toString());
  const settings = workspace.getConfiguration('editor', { uri: file, languageId: 'provisioning-log' });
  const insertSpaces = editor?.options.insertSpaces ?? settings.get<boolean>('insertSpaces');
  const tabSize = editor?.options.tabSize ?? settings.get<number>('tabSize');
  return { insertSpaces: insertSpaces !== false, tabSize: typeof tabSize === 'number' ? tabSize : 4 };
}
