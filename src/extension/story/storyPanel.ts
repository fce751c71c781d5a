import {
  CancellationTokenSource,
  env,
  ViewColumn,
  window,
  type Disposable,
  type Uri,
  type WebviewPanel,
  type WebviewPanelSerializer,
} from 'vscode';
import type { ObjectIds } from '../../core/analysis/story/objectIds';
import { aboutIds } from '../../core/analysis/story/storyQuery';
import { plainLabel } from '../../core/text/escape';
import { openChannel, type Channel } from '../../protocol/channel';
import { ok } from '../../protocol/reply';
import type { StoryHost, StoryState, StoryView } from '../../protocol/storyApi';
import type { EventPanel } from '../eventPanel';
import type { OpenLog } from '../openLog';
import type { Opening } from '../opening';
import type { OpenLogs } from '../openLogs';
import { portOf, showPage } from '../panel/webPage';
import { UserError, valueOf, type Report } from '../report';
import { readStory, type ReadStory } from './readStory';
import { readSavedStory, type KeptStory } from './savedStory';

const viewType = 'provisioningLog.story';

/** Longer names are cut in the tab's title, in characters. */
const MAX_TITLE = 40;

const nothingThere = 'No open log holds an event of this person or group. Open its log to see the history here.';
const partialNotice = 'A log is still being read: events that are not read yet are missing here.';

const nothingRead: StoryState = { name: '', isReading: true, ids: [], total: 0, events: [] };

/**
 * The page with one object's story: one, used again, and there again after a reload of the window. It follows the logs
 * that are opened, read again and closed.
 */
export class StoryPanel implements WebviewPanelSerializer, Disposable {
  private panel: WebviewPanel | undefined;
  private channel: Channel<StoryView> | undefined;
  private story: ReadStory | undefined;
  private ids: ObjectIds | undefined;
  private state = nothingRead;
  private reading: CancellationTokenSource | undefined;
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly extensionUri: Uri,
    private readonly logs: OpenLogs,
    private readonly events: EventPanel,
    private readonly opening: Opening,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      window.registerWebviewPanelSerializer(viewType, this),
      logs.onDidChange(() => void this.readAgain()),
      logs.onDidReload(() => void this.readAgain()),
      logs.onDidGrow((log) => {
        if (log.info.isPartial !== true) void this.readAgain();
      }),
    ];
  }

  /** What is drawn. */
  get shown(): StoryState {
    return this.state;
  }

  /** Tells the story of the object that an event is about. */
  async show(log: OpenLog, row: number): Promise<void> {
    this.ids = valueOf(await log.api.idsOf(row));
    if (this.ids.ids.length + this.ids.reportables.length + this.ids.names.length === 0) {
      throw new UserError('This event does not say which person or group it is about, so there is no history to show.');
    }
    this.story = undefined;
    if (this.panel === undefined) this.open();
    else this.panel.reveal();
    this.draw(nothingRead);
    await this.read();
  }

  /** VS Code hands back the page of the last session: its logs are opened again, then the story is told again. */
  deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const kept = readSavedStory(state);
    if (kept === undefined || this.panel !== undefined) {
      panel.dispose();
      return Promise.resolve();
    }
    this.ids = kept.object;
    this.draw(nothingRead);
    this.adopt(panel);
    // VS Code draws the page when this resolves: it must not wait for the logs.
    void this.openLogs(panel, kept);
    return Promise.resolve();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.panel?.dispose();
  }

  private async openLogs(panel: WebviewPanel, kept: KeptStory): Promise<void> {
    const reply = await this.report.answer('tell the history again', async () => {
      for (const files of kept.logs) await this.logs.open(files, { confirmLarge: this.opening.confirmLarge });
    });
    if (!this.isShownIn(panel)) return;
    if (reply.ok) await this.read();
    else this.draw({ ...nothingRead, isReading: false, failure: reply.error.message });
  }

  private open(): void {
    this.adopt(window.createWebviewPanel(viewType, 'Object History', ViewColumn.Active, { enableFindWidget: true }));
  }

  private adopt(panel: WebviewPanel): void {
    this.panel = panel;
    this.channel = openChannel<StoryView>(portOf(panel.webview), this.host(), ['show']);
    panel.onDidDispose(() => {
      this.reading?.cancel();
      this.channel?.close('The page was closed.');
      this.panel = this.channel = this.story = this.ids = undefined;
    });
    showPage(panel.webview, this.extensionUri, { app: 'story', title: 'Object History' });
  }

  private host(): StoryHost {
    return {
      ready: () => Promise.resolve(ok(this.state)),
      showEvent: (place) =>
        this.report.answer('show the event', async () => {
          const event = this.story?.events[place];
          if (event === undefined) throw new UserError('This event is not in the list any more.');
          await this.events.show(event.log, event.row);
        }),
      filterLogs: () =>
        this.report.answer('filter the logs', () => {
          if (this.story === undefined) return;
          const query = aboutIds(this.story.ids);
          for (const log of new Set(this.story.events.map((event) => event.log))) log.setFilter(query);
        }),
      copy: () =>
        this.report.answer('copy the history', async () => {
          await env.clipboard.writeText(this.state.events.map(({ sentence }) => sentence).join('\n'));
          window.setStatusBarMessage('Copied the history.', 5_000);
        }),
    };
  }

  private async readAgain(): Promise<void> {
    if (this.panel !== undefined && this.ids !== undefined) await this.read();
  }

  /** Reads the story; the page says so meanwhile, and why when it cannot be read. A later reading ends an earlier one. */
  private async read(): Promise<void> {
    const { ids } = this;
    if (ids === undefined) return;
    this.reading?.cancel();
    const reading = new CancellationTokenSource();
    this.reading = reading;
    const reply = await this.report.answer('tell the history', () => readStory(this.logs.shown, ids, reading.token));
    reading.dispose();
    if (this.reading !== reading || this.panel === undefined) return;
    this.reading = undefined;
    if (!reply.ok) {
      this.draw({ ...this.state, isReading: false, failure: reply.error.message });
      return;
    }
    this.story = reply.value;
    const { state } = reply.value;
    const isPartial = this.logs.shown.some((log) => log.info.isPartial === true);
    if (state.total > 0) this.draw({ ...state, notice: isPartial ? partialNotice : undefined });
    else {
      const { name, ids: known, saved } = this.state;
      const nothing: StoryState = { ...nothingRead, name, ids: known, saved, isReading: isPartial };
      this.draw(isPartial ? nothing : { ...nothing, failure: nothingThere });
    }
  }

  /** A method: the compiler would take the field for what it was before the answer. */
  private isShownIn(panel: WebviewPanel): boolean {
    return this.panel === panel;
  }

  private draw(state: StoryState): void {
    this.state = state;
    if (this.panel !== undefined && state.name !== '') this.panel.title = plainLabel(state.name, MAX_TITLE);
    this.channel?.remote.show(state);
  }
}
