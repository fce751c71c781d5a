import { letMessagesIn } from '../core/scan/letMessagesIn';
import type { Watch } from './logFiles';

const PAUSE_EVERY_MS = 40;

/** Lets a long run report, be ended, and leave time for other calls. */
export class Pace {
  private pausedMs = performance.now();

  constructor(
    private readonly watch: Watch,
    private readonly total: number,
  ) {}

  /** Called as often as you like; false when the run was ended. */
  async goesOn(done: number): Promise<boolean> {
    if (performance.now() - this.pausedMs < PAUSE_EVERY_MS) return true;
    this.watch.onProgress(done, this.total);
    await letMessagesIn();
    this.pausedMs = performance.now();
    return !this.watch.signal.aborted;
  }
}
