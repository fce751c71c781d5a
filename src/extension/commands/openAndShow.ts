import type { Uri } from 'vscode';
import type { OpenLog } from '../openLog';
import type { Services } from './command';

/** Reads files as one log and shows its jobs, the first of them while the rest is read. Resolves when all is read. */
export async function openAndShow(
  { opening, treeView, report }: Pick<Services, 'opening' | 'treeView' | 'report'>,
  files: readonly Uri[],
): Promise<OpenLog> {
  const shown = new Set<OpenLog>();
  const log = await opening.open(files, (partial) => {
    shown.add(partial);
    void report.runQuietly('show the jobs', () => treeView.showJobs(partial));
  });
  // Who has gone somewhere else meanwhile is left there.
  if (!shown.has(log)) await treeView.showJobs(log);
  return log;
}
