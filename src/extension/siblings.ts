import { Uri, workspace } from 'vscode';
import { readTripleName, tripleOf } from '../core/formats/csv/tripleNames';
import { plainLabel } from '../core/text/escape';
import { fileLabel } from './fileLabel';

/**
 * The files to open for one that the user names: "Download CSV" gives three that belong together, and their names say so.
 * Whoever names several files means these.
 */
export async function withSiblings(files: readonly Uri[]): Promise<readonly Uri[]> {
  const [file] = files;
  if (file === undefined || files.length !== 1 || readTripleName(fileLabel(file)) === undefined) return files;
  const folder = Uri.joinPath(file, '..');
  const names = await workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    // Where a folder cannot be listed, the file itself may still be read.
    () => [],
  );
  const own = fileLabel(file);
  return tripleOf(own, names).map((name) => (name === own ? file : Uri.joinPath(folder, name)));
}

/** Says which files were taken besides those that were named; undefined when none was. */
export function siblingsSentence(named: readonly Uri[], taken: readonly Uri[]): string | undefined {
  const addresses = new Set(named.map((file) => file.toString()));
  const others = taken.filter((file) => !addresses.has(file.toString())).map((file) => plainLabel(fileLabel(file)));
  const [first] = named;
  if (first === undefined || others.length === 0) return undefined;
  return `${plainLabel(fileLabel(first))} was opened together with ${others.join(' and ')}: they are files of one download.`;
}
