import type { FieldStore } from '../index/columnStore';
import type { Step } from '../model';
import type { RowSet } from '../query/rowSet';
import { type ChangeIndex, groupOfChange, indexChanges, NO_CHANGE, rowsOfChange } from './changeIndex';
import { ChangeOrder } from './changeOrder';
import { type CountedGroup, countGroups } from './countGroups';
import type { Grouping, Groups } from './grouping';
import {
  bucketId,
  changeId,
  cutOffset,
  eventId,
  failuresId,
  groupId,
  LOG_ID,
  parseNodeId,
  PROBLEMS_ID,
} from './nodeId';
import { moreIdsBefore } from './pageNodes';
import { type ProblemList, problemNodes, problemsNode } from './problemNodes';
import { isInBucket } from './timeBuckets';
import { type ListPath, TreeLevels } from './treeLevels';
import type { TreeNode } from './treeNode';
import { groupNodes, TreeNodes } from './treeNodes';

/** What a tree is made from. */
export interface TreeSource extends ProblemList {
  readonly store: FieldStore;
  readonly grouping: Grouping;
  /** Only these rows are shown; all of them without it. */
  readonly filter?: RowSet | undefined;
  /** Reads one event's steps from its record. A rejection is passed on. */
  readSteps(row: number): Promise<readonly Step[]>;
}

/**
 * A log as a tree: group → failures, or buckets of time → change → record → step. Levels are made when they are
 * asked for, about `MAX_CHILDREN` nodes at a time; the children of a `more` node are those that take its place.
 */
export interface LogTree {
  /** The children of a node, of the log itself for `undefined`; none for an id that is not of this tree. */
  children(nodeId: string | undefined): Promise<readonly TreeNode[]>;
  /**
   * The ids from the log's child down to a row's change, or to its record where a change has several. A failure is
   * found in the bucket of failures. `more` nodes that must be opened on the way are in the list, each before
   * the node that it brings. Empty for a row that is not shown.
   */
  pathTo(row: number): readonly string[];
}

/** Prepares a tree. Nothing is counted before the first question, and no changes before a group is opened. */
export function buildTree(source: TreeSource): LogTree {
  const top = once(() => {
    const groups = source.grouping.groupsOf(source.store);
    return { groups, counted: countGroups(source.store, groups, source.filter) };
  });
  const below = once(() => new GroupContents(source, top().groups));
  return {
    children: async (nodeId) => {
      if (nodeId === undefined) return [...groupNodes(source.grouping, top().counted, 0), ...problemsNode(source)];
      const { listId, offset } = cutOffset(nodeId);
      if (listId === LOG_ID) return groupNodes(source.grouping, top().counted, offset);
      if (listId === PROBLEMS_ID) return problemNodes(source);
      return below().children(listId, offset);
    },
    pathTo: (row) => below().pathTo(row, top().counted),
  };
}

/** Everything below the groups. */
class GroupContents {
  private readonly index: ChangeIndex;
  private readonly order: ChangeOrder;
  private readonly levels: TreeLevels;
  private readonly nodes: TreeNodes;

  constructor(
    private readonly source: TreeSource,
    groups: Groups,
  ) {
    this.index = indexChanges(source.store, groups, source.filter);
    this.order = new ChangeOrder(this.index, source.store);
    this.levels = new TreeLevels(this.index, this.order);
    this.nodes = new TreeNodes(source.store, this.levels);
  }

  async children(listId: string, offset: number): Promise<readonly TreeNode[]> {
    const path = parseNodeId(listId, this.source.grouping.id);
    if (!path || path.group >= this.index.groupStarts.length - 1) return [];
    if (path.changeRow === undefined) return this.nodes.changes(listId, path, offset);

    const change = this.changeAt(path.changeRow);
    if (change === undefined || groupOfChange(this.index, change) !== path.group) return [];
    const rows = rowsOfChange(this.index, change);
    const row = path.eventRow ?? (rows.length === 1 ? rows[0] : undefined);
    if (row === undefined) return this.nodes.events(listId, change, offset);
    return rows.includes(row) ? this.nodes.steps(listId, row, await this.source.readSteps(row), offset) : [];
  }

  pathTo(row: number, groups: readonly CountedGroup[]): readonly string[] {
    const change = this.changeAt(row);
    if (change === undefined) return [];
    const group = groupOfChange(this.index, change);
    const isFailures = this.order.statusOf(row) === 'failure';
    const path = new IdPath(LOG_ID);
    path.add(
      groupId(this.source.grouping.id, group),
      groups.findIndex((counted) => counted.group === group),
    );
    if (isFailures) path.add(failuresId(path.last), 0);
    this.addBuckets(path, change, { group, isFailures });
    const records = this.order.records(change);
    if (records.length > 1) path.add(eventId(path.last, row), records.indexOf(row));
    return path.ids;
  }

  /** Goes down through the buckets of time, where there are any, to the change. */
  private addBuckets(path: IdPath, change: number, top: ListPath): void {
    const timeMs = this.order.timeOf(this.order.leadOf(change));
    let level = this.levels.level(top);
    while (level.kind === 'buckets') {
      const index = level.buckets.findIndex(({ bucket }) => isInBucket(timeMs, bucket));
      const { bucket } = level.buckets[index]!;
      path.add(bucketId(path.last, bucket), index);
      level = this.levels.level({ ...top, bucket });
    }
    path.add(changeId(path.last, rowsOfChange(this.index, change)[0]!), level.changes.indexOf(change));
  }

  /** The change of a row; undefined when the row is not shown. */
  private changeAt(row: number): number | undefined {
    const change = this.index.changeOf[row];
    return change === NO_CHANGE ? undefined : change;
  }
}

/** Ids on the way down, with the `more` nodes that must give way first. */
class IdPath {
  readonly ids: string[] = [];

  constructor(public last: string) {}

  /** Goes down to the child that stands at `index` of the last node's list. */
  add(id: string, index: number): void {
    this.ids.push(...moreIdsBefore(this.last, index), id);
    this.last = id;
  }
}

/** Makes something when it is first needed. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}
