import type { ColumnStore } from '../index/columnStore';
import { textColumn } from '../index/textColumn';
import type { Step } from '../model';
import { type ChangeIndex, rowsOfChange } from './changeIndex';
import type { ChangeOrder } from './changeOrder';
import type { CountedGroup } from './countGroups';
import {
  describeChange,
  describeCounts,
  describeEvent,
  describeFailures,
  describeStep,
  type EventFacts,
} from './describeNode';
import type { Grouping } from './grouping';
import { bucketId, changeId, eventId, failuresId, groupId, LOG_ID, stepId } from './nodeId';
import { pageNodes } from './pageNodes';
import { bucketLabels } from './timeBuckets';
import type { CountedBucket, ListPath, TreeLevels } from './treeLevels';
import type { TreeNode } from './treeNode';

/** The nodes of the groups, from `offset` on. */
export function groupNodes(grouping: Grouping, groups: readonly CountedGroup[], offset: number): TreeNode[] {
  return pageNodes(LOG_ID, offset, groups.length, (index) => {
    const { group, name, note, events, failures } = groups[index]!;
    return {
      id: groupId(grouping.id, group),
      kind: grouping.id === 'job' ? 'job' : 'group',
      ...describeCounts(name, `${grouping.title} ${name}`, { events, failures }, note),
      hasChildren: true,
      events,
      failures,
    };
  });
}

/** Makes the nodes of each list below the groups, from `offset` on. */
export class TreeNodes {
  private readonly index: ChangeIndex;
  private readonly order: ChangeOrder;
  private readonly identityOf: (row: number) => string;
  private readonly actionOf: (row: number) => string;
  private readonly codeOf: (row: number) => string;

  constructor(
    store: ColumnStore,
    private readonly levels: TreeLevels,
  ) {
    this.index = levels.index;
    this.order = levels.order;
    this.identityOf = textColumn(store, 'identity');
    this.actionOf = textColumn(store, 'action');
    this.codeOf = textColumn(store, 'code');
  }

  /** What stands below a group or a bucket. Below a group, its failures stand before everything else. */
  changes(listId: string, path: ListPath, offset: number): TreeNode[] {
    const level = this.levels.level(path);
    const isGroup = !path.isFailures && !path.bucket && offset === 0;
    const failures = isGroup ? this.failures(listId, path.group) : [];
    const nodes =
      level.kind === 'buckets'
        ? pageNodes(listId, offset, level.buckets.length, (index) => bucketNode(listId, level.buckets[index]!))
        : pageNodes(listId, offset, level.changes.length, (index) => this.change(listId, level.changes[index]!));
    return [...failures, ...nodes];
  }

  /** The records of a change. */
  events(listId: string, change: number, offset: number): TreeNode[] {
    const rows = this.order.records(change);
    return pageNodes(listId, offset, rows.length, (index) => {
      const row = rows[index]!;
      const status = this.order.statusOf(row);
      const shown = describeEvent(this.factsOf(row));
      return { id: eventId(listId, row), kind: 'event', ...shown, hasChildren: true, status, row };
    });
  }

  steps(listId: string, row: number, steps: readonly Step[], offset: number): TreeNode[] {
    return pageNodes(listId, offset, steps.length, (index) => {
      const step = steps[index]!;
      const shown = describeStep(step, index, steps.length);
      return { id: stepId(listId, index), kind: 'step', ...shown, hasChildren: false, status: step.status, row };
    });
  }

  private failures(listId: string, group: number): TreeNode[] {
    const counts = this.levels.failures(group);
    if (counts.failures === 0) return [];
    return [
      {
        id: failuresId(listId),
        kind: 'bucket',
        ...describeFailures(counts),
        hasChildren: true,
        status: 'failure',
        events: counts.events,
        failures: counts.failures,
      },
    ];
  }

  private change(listId: string, change: number): TreeNode {
    const row = this.order.leadOf(change);
    const { events, failures } = this.order.count([change]);
    return {
      id: changeId(listId, rowsOfChange(this.index, change)[0]!),
      kind: 'change',
      ...describeChange(this.factsOf(row), events),
      hasChildren: true,
      status: this.order.statusOf(row),
      events,
      failures,
      row,
    };
  }

  private factsOf(row: number): EventFacts {
    return {
      identity: this.identityOf(row),
      action: this.actionOf(row),
      status: this.order.statusOf(row),
      code: this.codeOf(row),
      timeMs: this.order.timeOf(row),
    };
  }
}

function bucketNode(listId: string, { bucket, counts }: CountedBucket): TreeNode {
  const { label, fullLabel } = bucketLabels(bucket);
  return {
    id: bucketId(listId, bucket),
    kind: 'bucket',
    ...describeCounts(label, fullLabel, counts),
    hasChildren: true,
    events: counts.events,
    failures: counts.failures,
  };
}
