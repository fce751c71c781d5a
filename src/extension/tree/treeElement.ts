import type { TreeNode } from '../../core/groupings/treeNode';
import type { OpenLog } from '../openLog';

/** A row of the tree: a log, or something in it. */
export type TreeElement = LogElement | NodeElement;

/** An open log. */
export interface LogElement {
  readonly kind: 'log';
  readonly log: OpenLog;
}

/** A plain node of a log, with the place it has in the tree. */
export interface NodeElement {
  readonly kind: 'node';
  readonly log: OpenLog;
  readonly node: TreeNode;
  readonly parent: TreeElement;
}

/** Whether a command was given a row of the tree. */
export function isTreeElement(value: unknown): value is TreeElement {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('log' in value)) return false;
  return value.kind === 'log' || (value.kind === 'node' && 'node' in value && 'parent' in value);
}
