import type { Uri } from 'vscode';

/** A file's name without its folder, as it is: whoever shows it makes it harmless. */
export function fileLabel(file: Uri): string {
  return file.path.split('/').pop() ?? file.path;
}

/** The name of a log: its file's, and how many more there are. */
export function filesLabel(files: readonly Uri[]): string {
  const first = files[0] === undefined ? '' : fileLabel(files[0]);
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
