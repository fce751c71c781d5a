import { ProgressLocation, window } from 'vscode';
import { formatBytes } from '../core/text/formatValue';
import type { LongCall } from './logConnection';

/** Shows how far a run over bytes is, and lets the user end it. */
export function withByteProgress<T>(title: string, run: (options: LongCall) => Promise<T>): Thenable<T> {
  return withProgress(title, (done, total) => `${formatBytes(done)} of ${formatBytes(total)}`, run);
}

/** Shows how far a run over events is, and lets the user end it. */
export function withEventProgress<T>(title: string, run: (options: LongCall) => Promise<T>): Thenable<T> {
  return withProgress(title, (done, total) => percentText(done, total), run);
}

/** Shows in the status bar how far something is that a page waits for. */
export function withQuietProgress<T>(
  title: string,
  run: (onProgress: NonNullable<LongCall['onProgress']>) => Promise<T>,
): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Window, title }, (progress) =>
    run((done, total) => progress.report({ message: percentText(done, total) })),
  );
}

function withProgress<T>(
  title: string,
  messageOf: (done: number, total: number) => string,
  run: (options: LongCall) => Promise<T>,
): Thenable<T> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      let shown = 0;
      const onProgress = (done: number, total: number) => {
        const percent = percentOf(done, total);
        progress.report({ increment: percent - shown, message: messageOf(done, total) });
        shown = percent;
      };
      return run({ token, onProgress });
    },
  );
}

/** In one piece, wherever the line is broken. */
function percentText(done: number, total: number): string {
  return `${percentOf(done, total)}\u00a0%`;
}

function percentOf(done: number, total: number): number {
  return total > 0 ? Math.floor((done / total) * 100) : 0;
}
