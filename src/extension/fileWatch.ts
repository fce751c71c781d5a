import { Disposable, RelativePattern, Uri, workspace } from 'vscode';

/** Calls `onChange` when one of the files is written, made or deleted. One watcher for each file, none recursive. */
export function watchFiles(files: readonly Uri[], onChange: (file: Uri) => void): Disposable {
  return Disposable.from(...files.map((file) => watchFile(file, () => onChange(file))));
}

function watchFile(file: Uri, onChange: () => void): Disposable {
  const name = file.path.split('/').pop() ?? '';
  // Patterns have no escape character; `?` stands for any one character, and the address is compared below.
  const pattern = new RelativePattern(Uri.joinPath(file, '..'), name.replace(/[?*{}[\],!\\]/g, '?'));
  const watcher = workspace.createFileSystemWatcher(pattern);
  const tell = (changed: Uri) => {
    if (changed.toString() === file.toString()) onChange();
  };
  return Disposable.from(watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell));
}
