import { letMessagesIn } from '../scan/letMessagesIn';
import type { BuiltLog, ReadOptions } from './buildIndex';

/** At most so many bytes are read between two chances to end. */
export const PAUSE_BYTES = 8 * 1024 * 1024;
const PAUSE_MS = 40;
/** Looking at a log that grows costs time, which the growth has to be worth. */
const PARTIAL_MS = 300;
const PARTIAL_GROWTH = 1.5;

/** When a long reading lets messages in, tells how far it is and shows what is there. */
export class ReadingPace {
  private done = 0;
  private pauseAt = PAUSE_BYTES;
  private pausedMs = performance.now();
  private partialRows = 0;
  private partialMs = -Infinity;

  constructor(
    private readonly total: number,
    private readonly options: ReadOptions,
    private readonly table: { readonly rowCount: number },
    private readonly built: () => BuiltLog,
  ) {}

  /** Says that so many more bytes are done. */
  advance(byteCount: number): void {
    this.done += byteCount;
  }

  /** Gives messages a chance to come in, now and then; answers whether the run was cancelled. */
  async pause(): Promise<boolean> {
    const { options, done, total, table } = this;
    const isFirst = options.onPartial !== undefined && this.partialRows === 0 && table.rowCount > 0;
    if (!isFirst && done < this.pauseAt && performance.now() - this.pausedMs < PAUSE_MS) return false;
    options.onProgress?.(done, total, table.rowCount);
    this.tellPartial();
    await letMessagesIn();
    this.pauseAt = done + PAUSE_BYTES;
    this.pausedMs = performance.now();
    return options.signal?.aborted === true;
  }

  /** Shows what is there, when that is enough more than the last time. */
  private tellPartial(): void {
    const { rowCount } = this.table;
    const isDue = rowCount > this.partialRows * PARTIAL_GROWTH && performance.now() - this.partialMs > PARTIAL_MS;
    if (!isDue || this.done >= this.total || this.options.onPartial === undefined) return;
    this.options.onPartial(this.built());
    this.partialRows = rowCount;
    this.partialMs = performance.now();
  }
}
