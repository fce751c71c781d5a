import { CancellationError, EventEmitter, type Disposable, type TreeDataProvider, type TreeItem } from 'vscode';
import { cutOffset } from '../../core/groupings/nodeId';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import { valueOf, type Report } from '../report';
import { tooltipOf } from './tooltip';
import { treeItem } from './treeItem';
import type { LogElement, NodeElement, TreeElement } from './treeElement';

/** Logs, and below them what their workers answer. A level is asked for once, when it is expanded. */
export class LogTree implements TreeDataProvider<TreeElement>, Disposable {
  private readonly changed = new EventEmitter<TreeElement | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly logElements = new Map<OpenLog, LogElement>();
  private readonly levels = new Map<TreeElement, Promise<readonly NodeElement[]>>();
  private listed: readonly OpenLog[] = [];
  private readonly subscriptions: Disposable[];

  constructor(
    private readonly logs: OpenLogs,
    private readonly report: Report,
  ) {
    this.subscriptions = [
      logs.onDidChange(() => this.list()),
      logs.onDidChangeLog((log) => this.redraw(log)),
      logs.onDidReload((log) => this.forget(log)),
      logs.onDidGrow((log) => this.forget(log)),
      logs.onDidChangeFilter((log) => this.forget(log)),
      logs.onDidChangeGrouping((log) => this.forget(log)),
      logs.onDidChangeCodes((log) => this.forget(log)),
      logs.onDidClose((log) => {
        this.forget(log);
        this.logElements.delete(log);
      }),
    ];
  }

  /** The row of a log: always the same object. */
  elementOf(log: OpenLog): LogElement {
    const known = this.logElements.get(log) ?? { kind: 'log', log };
    this.logElements.set(log, known);
    return known;
  }

  getTreeItem(element: TreeElement): TreeItem {
    return treeItem(element);
  }

  async getChildren(element?: TreeElement): Promise<TreeElement[]> {
    if (element === undefined) return this.logs.shown.map((log) => this.elementOf(log));
    return [...((await this.report.run('list what the log holds', () => this.rowsBelow(element))) ?? [])];
  }

  getParent(element: TreeElement): TreeElement | undefined {
    return element.kind === 'log' ? undefined : element.parent;
  }

  async resolveTreeItem(item: TreeItem, element: TreeElement): Promise<TreeItem> {
    const tooltip = await this.report.runQuietly('describe a row of the tree', () => tooltipOf(element));
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** Puts what a "more" row stands for in its place; resolves to the first of the new rows. */
  async showMore(more: NodeElement): Promise<NodeElement | undefined> {
    const { parent } = more;
    const siblings = await this.level(parent);
    const index = siblings.indexOf(more);
    if (index < 0) return undefined;
    const next = await this.ask(more.log, more.node.id, parent);
    this.levels.set(parent, Promise.resolve([...siblings.slice(0, index), ...next, ...siblings.slice(index + 1)]));
    this.changed.fire(parent);
    return next[0];
  }

  /** The row of an event, with all levels above it read; undefined when the log does not show it. */
  async find(log: OpenLog, path: readonly string[]): Promise<TreeElement | undefined> {
    let element: TreeElement = this.elementOf(log);
    for (const id of path) {
      const child: NodeElement | undefined = (await this.level(element)).find(({ node }) => node.id === id);
      if (child?.node.kind === 'more') await this.showMore(child);
      else if (child !== undefined) element = child;
      // What stood for the rest of a list has given way before.
      else if (cutOffset(id).offset === 0) return undefined;
    }
    return element;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
    this.levels.clear();
  }

  /** Rejects with `CancellationError` where the log was closed meanwhile: who closed it need not be told. */
  private async rowsBelow(element: TreeElement): Promise<readonly NodeElement[]> {
    try {
      return await this.level(element);
    } catch (error) {
      throw this.logs.shown.includes(element.log) ? error : new CancellationError();
    }
  }

  private level(element: TreeElement): Promise<readonly NodeElement[]> {
    const known = this.levels.get(element);
    if (known !== undefined) return known;
    const asked = this.ask(element.log, element.kind === 'log' ? undefined : element.node.id, element);
    this.levels.set(element, asked);
    // What could not be read may be there the next time.
    asked.catch(() => this.levels.delete(element));
    return asked;
  }

  private async ask(log: OpenLog, nodeId: string | undefined, parent: TreeElement): Promise<readonly NodeElement[]> {
    const nodes = valueOf(await log.api.children(nodeId, log.view));
    return nodes.map((node) => ({ kind: 'node', log, node, parent }));
  }

  /** Which log is the active one is nothing that the tree shows: VS Code holds rows back for 200 ms after each change. */
  private list(): void {
    const { shown } = this.logs;
    if (shown.length === this.listed.length && shown.every((log, index) => log === this.listed[index])) return;
    this.listed = shown;
    this.changed.fire(undefined);
  }

  private redraw(log: OpenLog): void {
    if (this.logs.shown.includes(log)) this.changed.fire(this.elementOf(log));
  }

  private forget(log: OpenLog): void {
    for (const element of this.levels.keys()) if (element.log === log) this.levels.delete(element);
    this.redraw(log);
  }
}
