import { FileType, Uri, window, workspace } from 'vscode';
import type { ExportFormat } from '../../core/export/exportFormat';
import { plainLabel } from '../../core/text/escape';
import { fileLabel } from '../fileLabel';
import type { OpenLog } from '../openLog';
import { UserError } from '../report';

/** Where is never written unasked, and where is when nothing else is at hand. */
export interface Places {
  /** The extension's own folders: nobody looks there, and an update deletes them. */
  readonly own: readonly Uri[];
  readonly home?: Uri | undefined;
}

/**
 * Asks where to write an export to; of an export of several files the first. Undefined when the question is left. Rejects
 * in words for the user when a file of the log would be overwritten.
 */
export async function askForTargets(
  log: OpenLog,
  format: ExportFormat,
  isRedacted: boolean,
  places: Places,
): Promise<readonly Uri[] | undefined> {
  const chosen = await window.showSaveDialog({
    title: `Export as ${format.title}`,
    saveLabel: 'Export',
    defaultUri: targetFor(log, `${stemFor(log, isRedacted)}.${format.extension}`, places),
    filters: { [format.extension.toUpperCase()]: [format.extension] },
  });
  if (chosen === undefined) return undefined;
  const targets = targetsOf(chosen, format);
  const own = new Set(log.files.map((file) => file.toString()));
  if (targets.some((target) => own.has(target.toString()))) {
    throw new UserError('The log itself is never overwritten. Choose another name for the export.');
  }
  return (await mayWrite(targets.slice(1))) ? targets : undefined;
}

/**
 * Where a file with this name is offered to be written: beside the log; for one in the extension's own folders, in the
 * folder that is open, else in the user's own.
 */
export function targetFor(log: Pick<OpenLog, 'files'>, name: string, { own, home }: Places): Uri {
  const [file] = log.files;
  const isOwn = own.some((folder) => file?.toString().startsWith(`${folder.toString()}/`));
  if (file !== undefined && !isOwn) return Uri.joinPath(file, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? home;
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}

/** The files of an export whose first one was named: what tells the others apart stands before the extension. */
export function targetsOf(first: Uri, format: ExportFormat): readonly Uri[] {
  if (format.kind === 'report') return [first];
  const name = fileLabel(first);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return format.files.map((suffix) =>
    suffix === '' ? first : Uri.joinPath(first, '..', `${stem}${suffix}${extension}`),
  );
}

/** A name that says what it is and is recognised as a log; one that is redacted says nothing of where it comes from. */
function stemFor(log: OpenLog, isRedacted: boolean): string {
  if (isRedacted) return 'ProvisioningLog-redacted';
  const stem = log.files[0] === undefined ? '' : fileLabel(log.files[0]).replace(/\.[^.]*$/, '');
  return stem.includes('ProvisioningLog') ? `${stem}-export` : `ProvisioningLog-${stem}-export`;
}

/** The dialog asked for the first file only. */
async function mayWrite(others: readonly Uri[]): Promise<boolean> {
  const existing: string[] = [];
  for (const file of others) if (await exists(file)) existing.push(plainLabel(fileLabel(file)));
  if (existing.length === 0) return true;
  const replace = 'Replace';
  const question = `${existing.join(' and ')} ${existing.length === 1 ? 'exists' : 'exist'} already.`;
  return (await window.showWarningMessage(question, { modal: true }, replace)) === replace;
}

async function exists(file: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(file)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}
