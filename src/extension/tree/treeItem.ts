import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { TreeNode } from '../../core/groupings/treeNode';
import type { Status } from '../../core/model';
import { plainLabel } from '../../core/text/escape';
import { withoutFileName } from '../../core/text/problemText';
import type { LogInfo } from '../../protocol/logApi';
import { countsOf } from '../logCounts';
import type { LogElement, NodeElement, TreeElement } from './treeElement';

/** The row that VS Code draws. Its tooltip is made when somebody points at it. */
export function treeItem(element: TreeElement): TreeItem {
  return element.kind === 'log' ? logItem(element) : nodeItem(element);
}

/** Unique in the whole tree: an event may stand in two buckets. */
export function treeItemId(element: TreeElement): string {
  if (element.kind === 'log') return element.log.files.map((file) => file.toString()).join('\n');
  return `${treeItemId(element.parent)}\n${element.node.id}`;
}

function logItem(element: LogElement): TreeItem {
  const { log } = element;
  const name = plainLabel(log.name);
  const counts = countsOf(log.info);
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = treeItemId(element);
  item.contextValue = 'log';
  const description = log.staleness === undefined ? counts : `${staleWords[log.staleness.kind]} · ${counts}`;
  item.description = apart(description);
  item.iconPath =
    log.staleness === undefined
      ? logIcon(log.info)
      : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  const sentences = [log.staleness?.message ?? '', ...log.info.notices].filter((sentence) => sentence !== '');
  const label = [`Log ${name}: ${description}.`, ...sentences.map((sentence) => plainLabel(sentence))].join(' ');
  item.accessibilityInformation = { label };
  return item;
}

/** A log about which something must be known first says so in its row: only the notices of one log stand above the tree. */
function logIcon({ isPartial, notices }: LogInfo): ThemeIcon {
  if (isPartial === true) return new ThemeIcon('loading~spin');
  return notices.length === 0 ? new ThemeIcon('list-tree') : new ThemeIcon('info');
}

const staleWords = { changed: 'changed on disk', deleted: 'deleted', ended: 'reader ended' } as const;

function nodeItem(element: NodeElement): TreeItem {
  const { node } = element;
  const item = new TreeItem(
    plainLabel(labelOf(element)),
    // What a "more" row stands for takes its place instead of going below it.
    node.hasChildren && node.kind !== 'more' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.id = treeItemId(element);
  item.description = apart(plainLabel(node.description));
  item.iconPath = icon(node);
  item.accessibilityInformation = { label: plainLabel(node.sentence) };
  const contextValue = contextOf(node);
  if (contextValue !== undefined) item.contextValue = contextValue;
  const action = actionOf(node);
  if (action !== undefined) item.command = { ...action, arguments: [element] };
  return item;
}

/** What is wrong with the only file of a log is said without its name, which stands above. */
function labelOf({ node, log }: NodeElement): string {
  const [only, ...others] = log.info.files;
  if (node.kind !== 'problem' || only === undefined || others.length > 0) return node.label;
  return withoutFileName(node.label, only.name);
}

/** VS Code draws label and description without anything between them: what reads the row's text took them for one word. */
function apart(description: string): string {
  return description === '' ? '' : ` ${description}`;
}

/** What menus of the manifest know the row by. */
function contextOf(node: TreeNode): string | undefined {
  if (node.kind === 'problem') return node.place === undefined ? undefined : 'problem';
  return node.row === undefined ? node.kind : 'event';
}

function actionOf(node: TreeNode): { command: string; title: string } | undefined {
  if (node.kind === 'more') return { command: 'provisioningLog.showMore', title: 'Show the Next 1,000' };
  if (node.row !== undefined) return { command: 'provisioningLog.showEvent', title: 'Show Event' };
  if (node.place !== undefined) return { command: 'provisioningLog.showBytes', title: 'Show Bytes' };
  return undefined;
}

const statusIcons: Readonly<Record<Status, readonly [icon: string, color: string]>> = {
  success: ['pass', 'testing.iconPassed'],
  failure: ['error', 'testing.iconFailed'],
  skipped: ['debug-step-over', 'testing.iconSkipped'],
  warning: ['warning', 'list.warningForeground'],
  unknown: ['question', 'testing.iconUnset'],
};

const kindIcons: Readonly<Record<TreeNode['kind'], string>> = {
  job: 'server-process',
  group: 'group-by-ref-type',
  bucket: 'calendar',
  change: 'circle-outline',
  event: 'circle-outline',
  step: 'circle-outline',
  more: 'ellipsis',
  problems: 'warning',
  problem: 'circle-small',
};

function icon(node: TreeNode): ThemeIcon {
  if (node.kind === 'problems') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  if (node.status === undefined) return new ThemeIcon(kindIcons[node.kind]);
  const [name, color] = statusIcons[node.status];
  return new ThemeIcon(name, new ThemeColor(color));
}
