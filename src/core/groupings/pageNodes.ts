import { formatCount, formatCounted } from '../text/formatValue';
import { moreId } from './nodeId';
import type { TreeNode } from './treeNode';

/** Longer lists of children are cut: changes into buckets of time first, everything into parts of so many. */
export const MAX_CHILDREN = 1_000;

/** The part of a list that begins at `offset`, and a node for what is still more. */
export function pageNodes(
  listId: string,
  offset: number,
  count: number,
  nodeAt: (index: number) => TreeNode,
): TreeNode[] {
  const end = Math.min(offset + MAX_CHILDREN, count);
  const nodes: TreeNode[] = [];
  for (let index = offset; index < end; index++) nodes.push(nodeAt(index));
  if (end < count && offset < end) nodes.push(moreNode(listId, end, count));
  return nodes;
}

/** The nodes that must give way to what they stand for before the child at `index` is in the list. */
export function moreIdsBefore(listId: string, index: number): string[] {
  const ids: string[] = [];
  for (let offset = MAX_CHILDREN; offset <= index; offset += MAX_CHILDREN) ids.push(moreId(listId, offset));
  return ids;
}

function moreNode(listId: string, offset: number, count: number): TreeNode {
  const left = count - offset;
  const label = `Show next ${formatCount(Math.min(left, MAX_CHILDREN))}`;
  return {
    id: moreId(listId, offset),
    kind: 'more',
    label,
    description: left > MAX_CHILDREN ? `${formatCount(left)} left` : '',
    sentence: `${label} of ${formatCounted(left, 'row')} that are left.`,
    hasChildren: false,
  };
}
