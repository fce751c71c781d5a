import { ProgressLocation, window } from 'vscode';
import { formatCount } from '../../core/text/formatValue';
import type { LongCall } from '../logConnection';

/** Shows how far a run over events is, and lets the user end it. */
export function withEventProgress<T>(title: string, run: (options: LongCall) => Promise<T>): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let shown = 0;
      const onProgress = (done: number, total: number) => {
        const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
        progress.report({ increment: percent - shown, message: `${formatCount(percent)} %` });
        shown = percent;
      };
      return run({ token, onProgress });
    },
  );
}
