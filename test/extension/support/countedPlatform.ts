import type { Platform } from '../../../src/extension/platform';
import { hostPlatform } from '../../support/hostPlatform';

/** The host's own platform, and how many of the workers it started are still there. */
export interface CountedPlatform extends Platform {
  readonly started: number;
  readonly running: number;
}

/** Real workers, counted. */
export function countedPlatform(): CountedPlatform {
  const real = hostPlatform();
  let started = 0;
  let running = 0;
  return {
    name: real.name,
    stamp: (file) => real.stamp(file),
    readShipped: (file) => real.readShipped(file),
    randomBytes: (length) => real.randomBytes(length),
    async startWorker(files, host) {
      const worker = await real.startWorker(files, host);
      started += 1;
      running += 1;
      return {
        port: worker.port,
        end: async () => {
          await worker.end();
          running -= 1;
        },
      };
    },
    get started() {
      return started;
    },
    get running() {
      return running;
    },
  };
}
