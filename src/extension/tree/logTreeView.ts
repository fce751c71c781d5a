import { window, type Disposable, type TreeView } from 'vscode';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import { groupings } from '../../core/groupings/groupings';
import { plainLabel } from '../../core/text/escape';
import type { EventOfLog } from '../eventPanel';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import { valueOf, type Report } from '../report';
import type { LogTree } from './logTree';
import type { NodeElement, TreeElement } from './treeElement';

/** A view that was hidden draws new rows some time after it is shown, and until then selects nothing without a word. */
const SELECT_ATTEMPTS = 10;
const SELECT_MS = 100;

/** The view around the tree: badge, message, selection, and what commands do with it. */
export class LogTreeView implements Disposable {
  private readonly view: TreeView<TreeElement>;
  /** How many events the filters of logs let through, once that is known. */
  private readonly filtered = new WeakMap<OpenLog, number>();
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly logs: OpenLogs,
    private readonly tree: LogTree,
    private readonly report: Report,
  ) {
    this.view = window.createTreeView('provisioningLog.jobs', { treeDataProvider: tree, showCollapseAll: true });
    this.subscriptions = [
      logs.onDidChange(() => this.draw()),
      logs.onDidChangeLog((log) => void this.countFiltered(log)),
      logs.onDidGrow((log) => void this.countFiltered(log)),
      logs.onDidChangeFilter((log) => void this.countFiltered(log)),
      logs.onDidChangeCodes((log) => void this.countFiltered(log)),
      logs.onDidChangeGrouping(() => this.draw()),
      this.view.onDidChangeSelection(({ selection }) => {
        if (selection[0] !== undefined) logs.activate(selection[0].log);
      }),
    ];
    this.draw();
  }

  /** The selected event, if an event is what is selected. */
  get selectedEvent(): EventOfLog | undefined {
    const [element] = this.view.selection;
    if (element?.kind !== 'node' || element.node.row === undefined) return undefined;
    return { log: element.log, row: element.node.row };
  }

  /** Brings the view up, with the log's jobs. */
  async showJobs(log: OpenLog): Promise<void> {
    const element = this.tree.elementOf(log);
    for (let attempt = 0; attempt < SELECT_ATTEMPTS; attempt++) {
      await this.view.reveal(element, { select: true, focus: true, expand: true });
      await new Promise<void>((resolve) => setTimeout(resolve, SELECT_MS));
      if (!this.view.visible || this.view.selection[0]?.log === log) return;
    }
  }

  /** Brings up the list of what could not be read; false when the log has no problems. */
  async showProblems(log: OpenLog): Promise<boolean> {
    const rows = await this.tree.getChildren(this.tree.elementOf(log));
    const problems = rows.find((row) => row.kind === 'node' && row.node.kind === 'problems');
    if (problems === undefined) return false;
    await this.view.reveal(problems, { select: true, focus: true, expand: true });
    return true;
  }

  /** Selects an event's row when the view is visible, without taking the focus. */
  async follow({ log, row }: EventOfLog): Promise<void> {
    if (!this.view.visible) return;
    // An event may stand in two buckets; who has chosen it in one must not be taken to the other.
    const selected = this.selectedEvent;
    if (selected?.log === log && selected.row === row) return;
    const path = valueOf(await log.api.pathTo(row, log.view));
    const element = path.length === 0 ? undefined : await this.tree.find(log, path);
    if (element !== undefined) await this.view.reveal(element, { select: true, focus: false });
  }

  /** Puts the next rows in the place of a "more" row and goes to the first of them. */
  async showMore(more: NodeElement): Promise<void> {
    const first = await this.tree.showMore(more);
    if (first !== undefined) await this.view.reveal(first, { select: true, focus: true });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.view.dispose();
  }

  private async countFiltered(log: OpenLog): Promise<void> {
    this.filtered.delete(log);
    this.draw();
    const { filter } = log;
    if (filter === '') return;
    const reply = await this.report.runQuietly('count the events of a filter', () =>
      log.api.find(filter, { offset: 0, limit: 0 }),
    );
    if (reply?.ok !== true || log.filter !== filter) return;
    this.filtered.set(log, reply.value.total);
    this.draw();
  }

  /** What the filter of a log is, in words; nothing without one. */
  private filterLines(log: OpenLog): string[] {
    if (log.filter === '') return [];
    const count = this.filtered.get(log);
    const of = count === undefined ? '' : ` · ${formatCount(count)} of ${formatCounted(log.info.eventCount, 'event')}`;
    return [`${this.logs.shown.length > 1 ? `${log.name}: ` : ''}Filter: ${log.filter}${of}`];
  }

  /** By what a log is grouped; nothing where that is the usual way. */
  private groupingLines(log: OpenLog): string[] {
    if (log.grouping === groupings[0]) return [];
    return [`${this.logs.shown.length > 1 ? `${log.name}: ` : ''}Grouped by: ${log.grouping.title}`];
  }

  /** Of several logs only the active one's: those of all would leave no room for the tree. Rows and tooltips tell the others. */
  private noticeLines(log: OpenLog): readonly string[] {
    const { shown, active } = this.logs;
    const { notices } = log.info;
    if (shown.length === 1) return notices;
    return log === active ? notices.map((notice, index) => (index === 0 ? `${log.name}: ${notice}` : notice)) : [];
  }

  private draw(): void {
    const { shown } = this.logs;
    const failures = shown.reduce((sum, log) => sum + log.info.byStatus.failure, 0);
    this.view.badge = failures > 0 ? { value: failures, tooltip: formatCounted(failures, 'failure') } : undefined;
    const lines = shown.flatMap((log) => [
      ...this.filterLines(log),
      ...this.groupingLines(log),
      log.info.isPartial === true ? `${log.name} is still being read: rows and counts are those found so far.` : '',
      log.staleness?.message ?? '',
      ...this.noticeLines(log),
    ]);
    const message = lines
      .filter((line) => line !== '')
      .map((line) => plainLabel(line))
      .join('\n');
    // An empty message would hide the welcome content; each assignment holds the tree's rows back for 200 ms.
    const shownMessage = message === '' ? undefined : message;
    if (shownMessage !== this.view.message) (this.view as { message?: string | undefined }).message = shownMessage;
  }
}
