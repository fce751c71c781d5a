import type { Status, Step } from '../model';
import { formatCount, formatCounted, formatTime } from '../text/formatValue';
import type { ChangeCounts } from './changeOrder';
import type { GroupNote } from './grouping';
import type { TreeNode } from './treeNode';

/** What people read of a node. */
type Shown = Pick<TreeNode, 'label' | 'description' | 'sentence'>;

/** What the tree says of an event. Texts are `""` when absent, the time is -Infinity then. */
export interface EventFacts {
  readonly identity: string;
  readonly action: string;
  readonly status: Status;
  readonly code: string;
  readonly timeMs: number;
}

/** How an outcome reads at the end of a sentence. */
const outcomes: Readonly<Record<Status, string>> = {
  success: 'succeeded',
  failure: 'failed',
  skipped: 'was skipped',
  warning: 'ended with a warning',
  unknown: 'has an unknown result',
};

/** A group or a bucket and what is in it. `fullName` is said where nothing around tells the rest. */
export function describeCounts(
  name: string,
  fullName: string,
  counts: Omit<ChangeCounts, 'changes'>,
  note?: GroupNote,
): Shown {
  const events = formatCounted(counts.events, 'event');
  const failures = counts.failures === 0 ? 'no failures' : formatCounted(counts.failures, 'failure');
  return {
    label: name,
    description: join(events, failures, note?.short ?? ''),
    sentence: `${fullName}: ${[events, failures, note?.full ?? ''].filter((text) => text !== '').join(', ')}.`,
  };
}

/** The bucket of all changes of a group that failed. */
export function describeFailures(counts: ChangeCounts): Shown {
  const failures = formatCounted(counts.failures, 'failure');
  const changes = counts.changes === counts.failures ? '' : `in ${formatCounted(counts.changes, 'change')}`;
  return {
    label: `Failures (${formatCount(counts.failures)})`,
    description: changes,
    sentence: changes === '' ? `${failures}.` : `${failures} ${changes}.`,
  };
}

/** A change, by the event that stands for it, and how many records it has. */
export function describeChange(facts: EventFacts, records: number): Shown {
  const identity = facts.identity || 'No name';
  const count = records > 1 ? formatCounted(records, 'record') : '';
  const description = join(facts.action, formatTime(facts.timeMs), facts.code, count);
  return { label: identity, description, sentence: said(identity, description, facts.status) };
}

/** One of a change's records. */
export function describeEvent(facts: EventFacts): Shown {
  const time = formatTime(facts.timeMs) || 'No time';
  const description = join(facts.action, facts.status, facts.code);
  return { label: time, description, sentence: said(`Record of ${time}`, description, facts.status) };
}

/** A step, counted from 0. */
export function describeStep(step: Step, index: number, count: number): Shown {
  const label = step.name || step.type;
  const sentence = `Step ${index + 1} of ${count}: ${label}, ${step.type}, ${outcomes[step.status]}.`;
  return { label, description: step.type, sentence };
}

/**
 * An event's sentence. What can be read stands in it word for word and in the same order: who steers by voice says what
 * is to be seen (WCAG 2.1, 2.5.3 Label in Name).
 */
function said(label: string, description: string, status: Status): string {
  return `${label}, ${description.replaceAll(' · ', ', ')}: ${outcomes[status]}.`;
}

function join(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}
