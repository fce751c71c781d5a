import { CancellationTokenSource, EventEmitter, window, workspace, type Disposable, type Uri } from 'vscode';
import { OpenLog, type IndexOptions } from './openLog';
import type { Platform } from './platform';
import type { Report } from './report';
import { valueOf } from './report';
import type { TableColumns } from './tableColumns';
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
  /** Index into the log's files as they were opened; undefined for a view, whose offsets are its own. */
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

/** Files that are being read, for everybody who wants them. */
interface Reading {
  readonly opening: SharedOpening<Entry>;
  /** The log as far as it is read. */
  entry?: Entry;
  /** Those who want to see it. */
  readonly viewers: Set<Viewer>;
}

/** Somebody who wants a log to be shown as soon as there is something to see. */
interface Viewer {
  show(entry: Entry): void;
  giveUp(): void;
}

/** So many keys decide whether two files hold the same events. */
const COMPARED_KEYS = 1_000;

/** Which logs are open, and which one the user looks at. The same files are indexed once. */
export class OpenLogs implements Disposable {
  private readonly entries: Entry[] = [];
  private readonly readings = new Map<string, Reading>();
  private activeLog: OpenLog | undefined;

  private readonly changed = new EventEmitter<void>();
  private readonly logChanged = new EventEmitter<OpenLog>();
  private readonly grown = new EventEmitter<OpenLog>();
  private readonly reloaded = new EventEmitter<OpenLog>();
  private readonly filterChanged = new EventEmitter<OpenLog>();
  private readonly groupingChanged = new EventEmitter<OpenLog>();
  private readonly codesChanged = new EventEmitter<OpenLog>();
  private readonly closed = new EventEmitter<OpenLog>();
  /** The list of shown logs, or the active one, has changed. */
  readonly onDidChange = this.changed.event;
  /** A log became stale or is no longer stale, or was reloaded. */
  readonly onDidChangeLog = this.logChanged.event;
  /** More of a log that is being read can be looked at, or all of it. Its rows are the same rows. */
  readonly onDidGrow = this.grown.event;
  /** A log's files were read again: rows are other rows. Comes before `onDidChangeLog`. */
  readonly onDidReload = this.reloaded.event;
  /** Other events of a log than before are looked at. */
  readonly onDidChangeFilter = this.filterChanged.event;
  /** A log's events are grouped otherwise than before. */
  readonly onDidChangeGrouping = this.groupingChanged.event;
  /** A log knows other error codes of the user's own than before: whose turn it is may be somebody else's. */
  readonly onDidChangeCodes = this.codesChanged.event;
  /** A log is gone: nothing may be asked of it any more. */
  readonly onDidClose = this.closed.event;

  private readonly subscriptions: Disposable[];

  constructor(
    private readonly platform: Platform,
    private readonly report: Report,
    private readonly columns?: TableColumns,
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
   * Opens one log of all files, shows it and makes it the active one, as soon as a part of it is read; resolves when all
   * is. A file that holds the events of a log that is shown already becomes a view of it. Rejects in words for the user,
   * or with `CancellationError`: the log is then gone again.
   */
  async open(files: readonly Uri[], options: IndexOptions = {}): Promise<OpenLog> {
    const known = files.length === 1 && files[0] !== undefined ? this.find(files[0])?.log : undefined;
    if (known === undefined || !this.shown.includes(known)) {
      const log = await this.openAndShow(files, options);
      this.activate(log);
      return log;
    }
    this.activate(known);
    return known.info.isPartial === true ? this.openAndShow(known.files, options) : known;
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

  /** Stops showing a log. It ends when nobody else shares it; reading it ends when nobody else waits for it. */
  close(log: OpenLog): void {
    const entry = this.entries.find((candidate) => candidate.log === log);
    if (entry === undefined) return;
    for (const viewer of this.readingOf(entry)?.viewers ?? []) viewer.giveUp();
    this.hide(entry);
    this.endUnused(entry);
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
    for (const { viewers } of this.readings.values()) for (const viewer of viewers) viewer.giveUp();
    for (const { log } of this.entries.splice(0)) log.dispose();
    this.changed.dispose();
    this.logChanged.dispose();
    this.grown.dispose();
    this.reloaded.dispose();
    this.filterChanged.dispose();
    this.groupingChanged.dispose();
    this.codesChanged.dispose();
    this.closed.dispose();
  }

  /** Shown logs first. */
  private byRelevance(): readonly Entry[] {
    return [...this.entries].sort((left, right) => Number(right.isShown) - Number(left.isShown));
  }

  private async openAndShow(files: readonly Uri[], options: IndexOptions): Promise<OpenLog> {
    const source = new CancellationTokenSource();
    const given = options.token?.onCancellationRequested(() => source.cancel());
    if (options.token?.isCancellationRequested === true) source.cancel();
    const viewer: Viewer = {
      show: (entry) => void this.report.runQuietly('show a part of a log', () => this.showPart(entry, viewer, options)),
      giveUp: () => source.cancel(),
    };
    try {
      const entry = await this.entryOf(files, { ...options, token: source.token }, viewer);
      return await this.showWhole(entry, files);
    } finally {
      given?.dispose();
      source.dispose();
    }
  }

  private async showPart(entry: Entry, viewer: Viewer, options: IndexOptions): Promise<void> {
    // What may turn out to be another view of a log that is shown is not shown beside it.
    const isTwin = !entry.isShown && (await this.twinOf(entry)) !== undefined;
    if (isTwin || this.readingOf(entry)?.viewers.has(viewer) !== true) return;
    this.show(entry);
    this.activate(entry.log);
    options.onPartial?.(entry.log);
  }

  private async showWhole(entry: Entry, files: readonly Uri[]): Promise<OpenLog> {
    if (entry.isShown) return entry.log;
    const twin = await this.twinOf(entry);
    if (twin !== undefined && files[0] !== undefined) {
      twin.views.add(files[0].toString());
      this.endUnused(entry);
      return twin.log;
    }
    this.show(entry);
    return entry.log;
  }

  private show(entry: Entry): void {
    if (entry.isShown) return;
    entry.isShown = true;
    this.changed.fire();
  }

  private hide(entry: Entry): void {
    if (!entry.isShown) return;
    entry.isShown = false;
    if (this.activeLog === entry.log) this.activeLog = this.shown.at(-1);
    this.changed.fire();
  }

  /**
   * Another shown log of the same events: one of the two files is a copy or a prettified form of the other. Of a log that
   * is still being read: one that has the same events so far.
   */
  private async twinOf(entry: Entry): Promise<Entry | undefined> {
    const { log } = entry;
    const { eventCount, isPartial = false } = log.info;
    const candidates = this.entries.filter(({ isShown, log: other }) => {
      const hasAsMany = isPartial ? other.info.eventCount >= eventCount : other.info.eventCount === eventCount;
      return other !== log && isShown && hasAsMany && other.info.isPartial !== true;
    });
    if (log.files.length !== 1 || eventCount === 0 || candidates.length === 0) return undefined;
    const count = Math.min(eventCount, COMPARED_KEYS);
    const keys = valueOf(await log.api.keys(count));
    for (const candidate of candidates) {
      const reply = await candidate.log.api.keys(count);
      if (reply.ok && reply.value.length === keys.length && reply.value.every((key, index) => key === keys[index])) {
        return candidate;
      }
    }
    return undefined;
  }

  /** The log of some files when all of it is read, by a run that is shared with everybody who wants the same. */
  private async entryOf(files: readonly Uri[], options: IndexOptions, viewer?: Viewer): Promise<Entry> {
    const key = keyOf(files);
    let reading = this.readings.get(key);
    if (reading === undefined || reading.opening.isCancelled) {
      // One that is partial here belongs to a run that was given up.
      const existing = this.entries.find(({ log }) => keyOf(log.files) === key && log.info.isPartial !== true);
      if (existing !== undefined) return existing;
      reading = this.read(files, options);
      this.readings.set(key, reading);
    }
    if (viewer !== undefined) {
      reading.viewers.add(viewer);
      if (reading.entry !== undefined) viewer.show(reading.entry);
    }
    try {
      return await reading.opening.wait(options);
    } catch (error) {
      if (viewer !== undefined) reading.viewers.delete(viewer);
      if (reading.viewers.size === 0 && reading.entry !== undefined) this.hide(reading.entry);
      throw error;
    }
  }

  private read(files: readonly Uri[], options: IndexOptions): Reading {
    const reading: Reading = {
      viewers: new Set(),
      opening: new SharedOpening<Entry>(
        async (call) => {
          try {
            return await this.index(files, { ...options, ...call }, (entry) => {
              reading.entry = entry;
              for (const viewer of reading.viewers) viewer.show(entry);
            });
          } finally {
            const key = keyOf(files);
            if (this.readings.get(key) === reading) this.readings.delete(key);
          }
        },
        (entry) => this.endUnused(entry),
      ),
    };
    return reading;
  }

  private readingOf(entry: Entry): Reading | undefined {
    return [...this.readings.values()].find((reading) => reading.entry === entry);
  }

  private async index(files: readonly Uri[], options: IndexOptions, onPartial: (entry: Entry) => void): Promise<Entry> {
    let entry: Entry | undefined;
    try {
      const log = await OpenLog.open(files, this.platform, {
        ...options,
        rememberedColumns: this.columns?.remembered,
        onPartial: (partial) => onPartial((entry = this.enter(partial))),
      });
      const { format, eventCount, problemCount } = log.info;
      this.report.note(`indexed ${files.length} file(s): ${format}, ${eventCount} events, ${problemCount} problems`);
      void this.noteStored(log);
      return entry ?? this.enter(log);
    } catch (error) {
      if (entry !== undefined) this.remove(entry);
      throw error;
    }
  }

  private async noteStored(log: OpenLog): Promise<void> {
    const reply = await log.api.stored();
    if (!reply.ok) return;
    this.report.note(`index ${reply.value.kind}${'reason' in reply.value ? `: ${reply.value.reason}` : ''}`);
  }

  private enter(log: OpenLog): Entry {
    const entry: Entry = { log, isShown: false, shares: 0, views: new Set() };
    log.onDidChangeStaleness(() => this.logChanged.fire(log));
    log.onDidGrow(() => this.grown.fire(log));
    log.onDidChangeFilter(() => this.filterChanged.fire(log));
    log.onDidChangeGrouping(() => this.groupingChanged.fire(log));
    log.onDidChangeCodes(() => this.codesChanged.fire(log));
    log.onDidReload(() => {
      this.reloaded.fire(log);
      this.logChanged.fire(log);
    });
    this.entries.push(entry);
    return entry;
  }

  private endUnused(entry: Entry): void {
    // Reading ends by itself when nobody waits for it.
    if (!entry.isShown && entry.shares === 0 && entry.log.info.isPartial !== true) this.remove(entry);
  }

  private remove(entry: Entry): void {
    const index = this.entries.indexOf(entry);
    if (index < 0) return;
    this.entries.splice(index, 1);
    this.hide(entry);
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
