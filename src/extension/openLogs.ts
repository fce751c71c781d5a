import { EventEmitter, window, workspace, type Disposable, type Uri } from 'vscode';
import { OpenLog, type IndexOptions } from './openLog';
import type { Platform } from './platform';
import type { Report } from './report';
import { valueOf } from './report';
import { SharedOpening } from './sharedOpening';

/** One user of a log that is not the window itself: the log lives as long as a share of it does. */
export interface LogShare {
  readonly log: OpenLog;
  /** Gives the share up; more calls do nothing. */
  close(): void;
}

/** Where a file belongs: it is one of the log's files, or another view of the same events. */
export interface LogOfFile {
  readonly log: OpenLog;
  /** Index into the log's files; undefined for a view, whose offsets are its own. */
  readonly file: number | undefined;
}

interface Entry {
  readonly log: OpenLog;
  /** Shown to the user, which is a share of its own. */
  isShown: boolean;
  shares: number;
  /** Addresses of other files with the same events. */
  readonly views: Set<string>;
}

/** So many keys decide whether two files hold the same events. */
const COMPARED_KEYS = 1_000;

/** Which logs are open, and which one the user looks at. The same files are indexed once. */
export class OpenLogs implements Disposable {
  private readonly entries: Entry[] = [];
  private readonly openings = new Map<string, SharedOpening<Entry>>();
  private activeLog: OpenLog | undefined;

  private readonly changed = new EventEmitter<void>();
  private readonly logChanged = new EventEmitter<OpenLog>();
  private readonly reloaded = new EventEmitter<OpenLog>();
  private readonly closed = new EventEmitter<OpenLog>();
  /** The list of shown logs, or the active one, has changed. */
  readonly onDidChange = this.changed.event;
  /** A log became stale or is no longer stale, or was reloaded. */
  readonly onDidChangeLog = this.logChanged.event;
  /** A log's files were read again: rows are other rows. Comes before `onDidChangeLog`. */
  readonly onDidReload = this.reloaded.event;
  /** A log is gone: nothing may be asked of it any more. */
  readonly onDidClose = this.closed.event;

  private readonly subscriptions: Disposable[];

  constructor(
    private readonly platform: Platform,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      window.onDidChangeWindowState((state) => {
        if (state.focused) void Promise.all(this.entries.map(({ log }) => log.checkFiles()));
      }),
      // Who saves a log's file from an editor wants to see what it holds now.
      workspace.onDidSaveTextDocument((document) => void this.reloadSaved(document.uri)),
    ];
  }

  /** The logs that are shown, in the order in which they were opened. */
  get shown(): readonly OpenLog[] {
    return this.entries.filter((entry) => entry.isShown).map((entry) => entry.log);
  }

  /** The log that commands without an argument are about. */
  get active(): OpenLog | undefined {
    return this.activeLog;
  }

  /** Makes a shown log the active one. */
  activate(log: OpenLog): void {
    if (this.activeLog === log || !this.shown.includes(log)) return;
    this.activeLog = log;
    this.changed.fire();
  }

  /**
   * Opens one log of all files, shows it and makes it the active one. A file that holds the events of a log that is
   * shown already becomes a view of it. Rejects in words for the user, or with `CancellationError`.
   */
  async open(files: readonly Uri[], options: IndexOptions = {}): Promise<OpenLog> {
    const known = files.length === 1 && files[0] !== undefined ? this.find(files[0]) : undefined;
    const log =
      known !== undefined && this.shown.includes(known.log) ? known.log : await this.openAndShow(files, options);
    this.activate(log);
    return log;
  }

  /** Opens one log of all files without showing it, or shares the one that is open. */
  async share(files: readonly Uri[], options: IndexOptions): Promise<LogShare> {
    const entry = await this.entryOf(files, options);
    entry.shares++;
    let isClosed = false;
    return {
      log: entry.log,
      close: () => {
        if (isClosed) return;
        isClosed = true;
        entry.shares--;
        this.endUnused(entry);
      },
    };
  }

  /** Stops showing a log. It ends when nobody else shares it. */
  close(log: OpenLog): void {
    const entry = this.entries.find((candidate) => candidate.log === log);
    if (entry === undefined) return;
    entry.isShown = false;
    if (this.activeLog === log) this.activeLog = this.shown.at(-1);
    this.endUnused(entry);
    this.changed.fire();
  }

  /** The log that a file belongs to. */
  find(file: Uri): LogOfFile | undefined {
    const address = file.toString();
    for (const { log } of this.byRelevance()) {
      const index = log.files.findIndex((candidate) => candidate.toString() === address);
      if (index >= 0) return { log, file: index };
    }
    const entry = this.byRelevance().find(({ views }) => views.has(address));
    return entry === undefined ? undefined : { log: entry.log, file: undefined };
  }

  /** The shown log of exactly these files. */
  findByFiles(addresses: readonly string[]): OpenLog | undefined {
    return this.shown.find((log) => keyOf(log.files) === addresses.join('\n'));
  }

  /** Says that a file holds the events of a log: for files that we wrote ourselves. */
  addView(log: OpenLog, file: Uri): void {
    this.entries.find((entry) => entry.log === log)?.views.add(file.toString());
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const { log } of this.entries.splice(0)) log.dispose();
    this.changed.dispose();
    this.logChanged.dispose();
    this.reloaded.dispose();
    this.closed.dispose();
  }

  /** Shown logs first. */
  private byRelevance(): readonly Entry[] {
    return [...this.entries].sort((left, right) => Number(right.isShown) - Number(left.isShown));
  }

  private async openAndShow(files: readonly Uri[], options: IndexOptions): Promise<OpenLog> {
    const entry = await this.entryOf(files, options);
    if (entry.isShown) return entry.log;
    const twin = await this.twinOf(entry);
    if (twin !== undefined && files[0] !== undefined) {
      twin.views.add(files[0].toString());
      this.endUnused(entry);
      return twin.log;
    }
    entry.isShown = true;
    this.changed.fire();
    return entry.log;
  }

  /** Another shown log of the same events: one of the two files is a copy or a prettified form of the other. */
  private async twinOf(entry: Entry): Promise<Entry | undefined> {
    const { log } = entry;
    const candidates = this.entries.filter(
      (other) => other !== entry && other.isShown && other.log.info.eventCount === log.info.eventCount,
    );
    if (log.files.length !== 1 || log.info.eventCount === 0 || candidates.length === 0) return undefined;
    const keys = valueOf(await log.api.keys(COMPARED_KEYS));
    for (const candidate of candidates) {
      const reply = await candidate.log.api.keys(COMPARED_KEYS);
      if (reply.ok && reply.value.length === keys.length && reply.value.every((key, index) => key === keys[index])) {
        return candidate;
      }
    }
    return undefined;
  }

  private async entryOf(files: readonly Uri[], options: IndexOptions): Promise<Entry> {
    const key = keyOf(files);
    const existing = this.entries.find((entry) => keyOf(entry.log.files) === key);
    if (existing !== undefined) return existing;
    let opening = this.openings.get(key);
    if (opening === undefined || opening.isCancelled) {
      const started = new SharedOpening<Entry>(
        (call) => this.index(files, { ...options, ...call }),
        (entry) => this.endUnused(entry),
      );
      this.openings.set(key, started);
      opening = started;
    }
    try {
      return await opening.wait(options);
    } finally {
      if (this.openings.get(key) === opening) this.openings.delete(key);
    }
  }

  private async index(files: readonly Uri[], options: IndexOptions): Promise<Entry> {
    const log = await OpenLog.open(files, this.platform, options);
    const { format, eventCount, problemCount } = log.info;
    this.report.note(`indexed ${files.length} file(s): ${format}, ${eventCount} events, ${problemCount} problems`);
    const entry: Entry = { log, isShown: false, shares: 0, views: new Set() };
    log.onDidChangeStaleness(() => this.logChanged.fire(log));
    log.onDidReload(() => {
      this.reloaded.fire(log);
      this.logChanged.fire(log);
    });
    this.entries.push(entry);
    return entry;
  }

  private endUnused(entry: Entry): void {
    const index = this.entries.indexOf(entry);
    if (entry.isShown || entry.shares > 0 || index < 0) return;
    this.entries.splice(index, 1);
    this.closed.fire(entry.log);
    entry.log.dispose();
  }

  private async reloadSaved(file: Uri): Promise<void> {
    const found = this.find(file);
    if (found?.file === undefined) return;
    const { log } = found;
    await this.report.runQuietly('read the saved log again', () =>
      log.reload({ confirmLarge: () => Promise.resolve(true) }),
    );
  }
}

function keyOf(files: readonly Uri[]): string {
  return files.map((file) => file.toString()).join('\n');
}
