import type { Worker as ThreadWorker } from 'node:worker_threads';

/** Counts the workers that this host has from now on, whoever starts them. */
export interface WorkerCount {
  readonly running: number;
  /** Resolves when no worker is there. */
  allGone(): Promise<void>;
}

/** Puts a counting class in the place of the host's own; the extension finds it when it starts a worker. */
export function countWorkers(): WorkerCount {
  let running = 0;
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    running++;
  };
  const end = (): void => {
    running--;
    if (running === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  if (typeof process === 'object') countThreads(begin, end);
  else countWebWorkers(begin, end);
  return {
    get running() {
      return running;
    },
    allGone: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

function countThreads(begin: () => void, end: () => void): void {
  // The web host's bundle must not ask for a module of Node.
  const threads = process.getBuiltinModule('node:worker_threads') as { Worker: typeof ThreadWorker };
  threads.Worker = class extends threads.Worker {
    constructor(...args: ConstructorParameters<typeof threads.Worker>) {
      super(...args);
      begin();
      this.once('exit', end);
    }
  };
}

function countWebWorkers(begin: () => void, end: () => void): void {
  const HostWorker = globalThis.Worker;
  // The host's own class is a function that answers with an object of another one: there is nothing to inherit.
  const counted = function (...args: ConstructorParameters<typeof Worker>): Worker {
    const worker = new HostWorker(...args);
    const terminate = worker.terminate.bind(worker);
    let isGone = false;
    begin();
    worker.terminate = () => {
      terminate();
      if (!isGone) end();
      isGone = true;
    };
    return worker;
  };
  globalThis.Worker = counted as unknown as typeof Worker;
}
