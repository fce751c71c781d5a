import {
  env,
  EventEmitter,
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import { openChannel, type Channel } from '../../protocol/channel';
import type { EventPanelHost, EventPanelState, EventPanelView } from '../../protocol/panelApi';
import { ok, type Reply } from '../../protocol/reply';
import type { CodeCatalogue } from '../codeCatalogue';
import type { EventActions } from '../eventActions';
import { eventPanelType, type EventOfLog, type EventPanel } from '../eventPanel';
import type { OpenLog } from '../openLog';
import type { Opening } from '../opening';
import type { OpenLogs } from '../openLogs';
import { UserError, valueOf, type Report } from '../report';
import { emptyState, loadEvent, savedOf, type LoadedEvent } from './loadEvent';
import { readSavedPanel, type SavedPanel } from './savedPanel';
import { portOf, showPage } from './webPage';

const nothingSaved = { log: [], key: '' };

/** The event panel as a web view: one, used again, beside the editor, and there again after a reload of the window. */
export class WebEventPanel implements EventPanel, WebviewPanelSerializer, Disposable {
  private readonly shown = new EventEmitter<EventOfLog>();
  /** Another event is shown. */
  readonly onDidShow = this.shown.event;

  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private panel: WebviewPanel | undefined;
  private channel: Channel<EventPanelView> | undefined;
  private loaded: LoadedEvent | undefined;
  /** What is to be shown by itself as soon as its log can be asked; no key where that was not known any more. */
  private awaited: EventPanelState['saved'] | undefined;
  private state: EventPanelState = emptyState('Select an event to see it here.', nothingSaved);
  /** Counts requests: an answer that was overtaken by a later one is not drawn. */
  private requests = 0;
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly extensionUri: Uri,
    private readonly logs: OpenLogs,
    private readonly codes: CodeCatalogue,
    private readonly opening: Opening,
    private readonly actions: EventActions,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      window.registerWebviewPanelSerializer(eventPanelType, this),
      logs.onDidChangeLog((log) => void this.refresh(log)),
      logs.onDidChangeFilter((log) => void this.refresh(log)),
      logs.onDidChangeCodes((log) => void this.refresh(log)),
      logs.onDidGrow((log) => void this.refresh(log)),
      logs.onDidChange(() => {
        for (const log of logs.shown) void this.showAwaited(log);
      }),
      logs.onDidClose((log) => this.forget(log)),
    ];
  }

  get current(): EventOfLog | undefined {
    return this.loaded;
  }

  async show(log: OpenLog, row: number): Promise<void> {
    if (this.panel === undefined) {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.adopt(window.createWebviewPanel(eventPanelType, 'Event Details', column, { enableFindWidget: true }));
    } else if (!this.panel.visible) {
      this.panel.reveal(undefined, true);
    }
    await this.load(log, row);
  }

  /** VS Code hands back the panel of the last session: its log is opened again and its event is looked up. */
  deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    this.panel?.dispose();
    const saved = readSavedPanel(state);
    this.state =
      saved === undefined
        ? emptyState('Select an event to see it here.', nothingSaved)
        : emptyState('Opening the log again…', { log: saved.files.map(String), key: saved.key });
    this.awaited = saved && this.state.saved;
    this.adopt(panel);
    // VS Code draws the panel when this resolves: it must not wait for the log.
    if (saved !== undefined) void this.openLog(panel, saved);
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel?.dispose();
    this.shown.dispose();
    this.changed.dispose();
  }

  private async openLog(panel: WebviewPanel, saved: SavedPanel): Promise<void> {
    const reply = await this.report.answer('show the event again', async () => {
      const { awaited } = this;
      const log = await this.logs.open(saved.files, { confirmLarge: this.opening.confirmLarge });
      // Unless it was shown meanwhile. The file may be another view of a log that was open before.
      if (awaited !== undefined && this.awaited === awaited) await this.loadByKey(log, saved.key);
    });
    if (!reply.ok && this.panel === panel) this.draw(emptyState(reply.error.message, this.state.saved));
  }

  private adopt(panel: WebviewPanel): void {
    this.panel = panel;
    this.channel = openChannel<EventPanelView>(portOf(panel.webview), this.host(), ['show']);
    panel.onDidDispose(() => {
      this.channel?.close('The panel was closed.');
      this.channel = undefined;
      this.panel = undefined;
      this.loaded = undefined;
      this.awaited = undefined;
      this.requests++;
      this.changed.fire();
    });
    showPage(panel.webview, this.extensionUri, { app: 'eventPanel', title: 'Event Details' });
  }

  private host(): EventPanelHost {
    const withEvent = <T>(doing: string, task: (loaded: LoadedEvent) => T | Promise<T>): Promise<Reply<T>> =>
      this.report.answer(doing, () => {
        if (this.loaded === undefined) throw new UserError('No event is shown. Select one in the tree.');
        return task(this.loaded);
      });
    return {
      ready: () => Promise.resolve(ok(this.state)),
      go: (direction, failuresOnly) =>
        withEvent('go to another event', async ({ log, row }) => {
          const next = valueOf(await log.api.neighbour(row, direction, failuresOnly, log.filter));
          if (next !== undefined) await this.load(log, next);
          return this.state;
        }),
      copy: (what) =>
        withEvent('copy', ({ log, row }) =>
          what === 'changeId' ? this.actions.copyChangeId(log, row) : this.actions.copyJson(log, row),
        ),
      copySummaryValue: (group, row) =>
        withEvent('copy a value', async ({ state }) => {
          const value = state.event?.summary[group]?.rows[row]?.value;
          if (typeof value === 'string') await env.clipboard.writeText(value);
        }),
      reveal: () => withEvent('reveal the event', ({ log, row }) => this.actions.reveal(log, row)),
      openDocumentation: (mark) =>
        withEvent('open the documentation', async ({ state }) => {
          const { known, marks = [] } = state.event?.troubleshooting ?? {};
          const address = (mark === undefined ? known : marks[mark])?.documentation ?? '';
          if (address !== '') await env.openExternal(Uri.parse(address));
        }),
      showSameCode: () =>
        withEvent('show the events with this code', async ({ log, state }) => {
          const code = state.event?.troubleshooting.code ?? '';
          if (code !== '') await this.actions.showSameCode(log, code, this);
        }),
      showRow: (row) =>
        withEvent('show another event', async ({ log, state }) => {
          const isOffered = state.sameObject?.events.some((event) => event.row === row) ?? false;
          if (!isOffered) throw new UserError('This event is not in the list any more. Select it in the tree.');
          await this.load(log, row);
          return this.state;
        }),
    };
  }

  /** Reads and draws an event; says so on the page when it cannot be read. */
  private async load(log: OpenLog, row: number): Promise<void> {
    const request = ++this.requests;
    this.awaited = undefined;
    const reply = await this.report.answer('show an event', () => loadEvent(log, row, this.codes.index));
    if (request !== this.requests || this.panel === undefined) return;
    if (!reply.ok) {
      const saved = await savedOfRow(log, row);
      if (request !== this.requests) return;
      this.loaded = undefined;
      this.awaited = saved;
      this.draw(emptyState(reply.error.message, saved.key === '' ? this.state.saved : saved));
      return;
    }
    this.loaded = reply.value;
    this.draw(reply.value.state);
    this.shown.fire({ log, row });
  }

  /** Shows the event that was awaited, when this is its log and can be asked. */
  private async showAwaited(log: OpenLog): Promise<void> {
    const { awaited } = this;
    if (awaited === undefined || log.staleness !== undefined) return;
    if (awaited.log.join('\n') !== log.files.join('\n')) return;
    if (awaited.key === '') {
      this.draw(emptyState('The log was read again. Select the event again to see it here.', nothingSaved));
      return;
    }
    await this.report.runQuietly('show the event again', () =>
      log.info.isPartial === true ? this.loadIfRead(log, awaited.key) : this.loadByKey(log, awaited.key),
    );
  }

  /** Shows an event of a log that is being read, when what is read holds it. */
  private async loadIfRead(log: OpenLog, key: string): Promise<void> {
    const row = valueOf(await log.api.rowOf(key));
    if (row !== undefined && this.loaded === undefined) await this.load(log, row);
  }

  private async loadByKey(log: OpenLog, key: string): Promise<void> {
    const { requests } = this;
    const row = valueOf(await log.api.rowOf(key));
    // The user has gone on to another event meanwhile.
    if (requests !== this.requests) return;
    if (row === undefined) {
      this.loaded = undefined;
      this.awaited = savedOf(log, key);
      const notice = 'The log no longer holds the event that was shown here. Select another one in the tree.';
      this.draw(emptyState(notice, savedOf(log, key)));
      return;
    }
    await this.load(log, row);
  }

  /** The log of the shown event was read again, became stale or is no longer stale. */
  private async refresh(log: OpenLog): Promise<void> {
    const { loaded } = this;
    if (loaded === undefined) return this.showAwaited(log);
    if (loaded.log !== log) return;
    const notice = log.staleness?.message;
    if (notice === undefined) {
      await this.report.runQuietly('show the event again', () => this.loadByKey(log, loaded.event.key));
    } else {
      // What was read of the event stays in view; the file could not be read again now.
      this.draw({ ...loaded.state, notice });
    }
  }

  private forget(log: OpenLog): void {
    if (this.loaded?.log !== log) return;
    this.awaited = savedOf(log, this.loaded.event.key);
    this.loaded = undefined;
    this.requests++;
    this.draw(emptyState('The log of this event was closed. Open it again to see the event here.', nothingSaved));
  }

  private draw(state: EventPanelState): void {
    this.state = state;
    this.channel?.remote.show(state);
    this.changed.fire();
  }
}

/** How to find an event again that cannot be read now. */
async function savedOfRow(log: OpenLog, row: number): Promise<EventPanelState['saved']> {
  const reply = await log.api.find('', { offset: row, limit: 1 });
  return savedOf(log, (reply.ok ? reply.value.events[0]?.key : undefined) ?? '');
}
