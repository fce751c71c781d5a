import { CancellationError, commands, window, type Disposable, type LogOutputChannel } from 'vscode';
import { cancelled, failed, ok, type Reply } from '../protocol/reply';

/** A failure whose message is written for the user: what failed, where, and what to do. */
export class UserError extends Error {
  /** Where in a text that the user wrote (a query) the fault begins and ends, in UTF-16 units. */
  readonly start?: number;
  readonly end?: number;

  constructor(message: string, place: { readonly start?: number; readonly end?: number } = {}) {
    super(message);
    this.name = 'UserError';
    if (place.start !== undefined) this.start = place.start;
    if (place.end !== undefined) this.end = place.end;
  }
}

/** The value of a good answer; otherwise throws `UserError`, or `CancellationError` when the user cancelled. */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  if (reply.error.isCancelled === true) throw new CancellationError();
  throw new UserError(reply.error.message, reply.error);
}

/**
 * The one error boundary: every command, provider and panel message runs inside it. The user reads what failed; the
 * channel gets where in our code, never a word of a log: messages may hold log text, so that only stack frames are kept.
 */
export class Report implements Disposable {
  constructor(private readonly channel: LogOutputChannel) {}

  /** Runs a task; `doing` completes "Could not …". Never throws; undefined when the task failed or was cancelled. */
  async run<T>(doing: string, task: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      if (error instanceof CancellationError) {
        this.channel.info(`cancelled: ${doing}`);
      } else {
        this.noteFailure(doing, error);
        this.tell(error instanceof UserError ? error.message : `Could not ${doing}. The output channel says where.`);
      }
      return undefined;
    }
  }

  /** As `run`, for what nobody asked for by name: says nothing to the user. */
  async runQuietly<T>(doing: string, task: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof CancellationError)) this.noteFailure(doing, error);
      return undefined;
    }
  }

  /** As `run`, for what a page asks: a failure is the answer, and the page shows it. Never rejects. */
  async answer<T>(doing: string, task: () => T | Promise<T>): Promise<Reply<T>> {
    try {
      return ok(await task());
    } catch (error) {
      if (error instanceof CancellationError) return cancelled;
      this.noteFailure(doing, error);
      return failed(error instanceof UserError ? error.message : `Could not ${doing}. The output channel says where.`);
    }
  }

  /** Notes what was done. Nothing that stands inside a log may be in `what`. */
  note(what: string): void {
    this.channel.info(what);
  }

  /** Shows a message that stays until it is dismissed, with a way to the output channel. */
  tell(message: string): void {
    const showOutput = 'Show Output';
    void window.showErrorMessage(withoutLinks(message), showOutput).then((chosen) => {
      if (chosen === showOutput) this.channel.show(true);
      return undefined;
    }, undefined);
  }

  /** Says something that is no failure. */
  inform(message: string): void {
    void window.showInformationMessage(withoutLinks(message));
  }

  /** Asks with buttons; resolves to the chosen one, or undefined. */
  ask(message: string, ...buttons: string[]): Thenable<string | undefined> {
    return window.showInformationMessage(withoutLinks(message), ...buttons);
  }

  showOutput(): void {
    this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }

  private noteFailure(doing: string, error: unknown): void {
    const kind = error instanceof Error ? error.name : typeof error;
    this.channel.error([`failed: ${doing} (${kind})`, ...(error instanceof Error ? framesOf(error) : [])].join('\n'));
  }
}

/** Where an error comes from, without what it says. */
function framesOf({ message, stack = '' }: Error): string[] {
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  const frames = stack.slice(end).split('\n');
  return frames.filter((line) => /^\s+at /.test(line));
}

/** Registers a command's function; what it returns is the command's result. */
export function registerReported(
  report: Report,
  id: string,
  doing: string,
  run: (...args: readonly unknown[]) => unknown,
): Disposable {
  return commands.registerCommand(id, (...args: unknown[]) => report.run(doing, () => run(...args)));
}

/** Notifications turn `[text](command:…)` into links: file names and log texts must not. */
export function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
