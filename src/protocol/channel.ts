import { createBirpc, type BirpcReturn } from 'birpc';

/** One end of a two-way connection: a worker, a worker's inside, a web view or its host. */
export interface Port {
  post(message: unknown): void;
  /** Sets the one listener. */
  onMessage(listener: (message: unknown) => void): void;
}

/** The other side's methods, and how to end the connection. */
export interface Channel<Remote extends object> {
  readonly remote: Remote;
  /** Rejects every waiting call with `reason`; later calls reject, too. */
  close(reason: string): void;
}

/**
 * Connects two sides: `local` is what the other side may call, `remote` is what it offers. Methods answer with a
 * `Reply`; methods named in `eventNames` send and do not wait. No call times out: long work is cancelled instead.
 */
export function openChannel<Remote extends object>(
  port: Port,
  local: object,
  eventNames: readonly (keyof Remote & string)[] = [],
): Channel<Remote> {
  // A null prototype: the other side must not reach `constructor` or `toString` by name.
  const functions = Object.assign(Object.create(null) as object, bound(local));
  const rpc: BirpcReturn<Remote, object> = createBirpc<Remote, object>(functions, {
    post: (message) => port.post(message),
    on: (listener) => port.onMessage(listener),
    eventNames: [...eventNames],
    timeout: -1,
  });
  return {
    remote: rpc as unknown as Remote,
    close: (reason) => rpc.$close(new Error(reason)),
  };
}

/** The object's methods, own and inherited, bound to it. */
function bound(target: object): object {
  const methods: Record<string, unknown> = {};
  let level: object | null = target;
  while (level !== null && level !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(level)) {
      const value = (target as Record<string, unknown>)[name];
      if (name !== 'constructor' && typeof value === 'function' && !(name in methods)) {
        methods[name] = (value as (...args: unknown[]) => unknown).bind(target);
      }
    }
    level = Object.getPrototypeOf(level) as object | null;
  }
  return methods;
}
