import type { Problem } from '../problem';
import { formatCount, formatCounted } from '../text/formatValue';
import { PROBLEMS_ID } from './nodeId';
import type { TreeNode } from './treeNode';

/** What could not be read: the problems kept in full, and how many there are in all. */
export interface ProblemList {
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** The node above a log's problems; none when everything could be read. */
export function problemsNode({ problemCount }: ProblemList): TreeNode[] {
  if (problemCount === 0) return [];
  return [
    {
      id: PROBLEMS_ID,
      kind: 'problems',
      label: `Problems (${formatCount(problemCount)})`,
      description: '',
      sentence: `${formatCounted(problemCount, 'place')} of the log could not be read as expected.`,
      hasChildren: true,
    },
  ];
}

/** A node for each problem that is kept, and one that counts the rest. */
export function problemNodes({ problems, problemCount }: ProblemList): TreeNode[] {
  const nodes = problems.map(problemNode);
  const uncounted = problemCount - problems.length;
  if (uncounted <= 0) return nodes;
  const label = `${formatCounted(uncounted, 'more problem')} ${uncounted === 1 ? 'was' : 'were'} counted, but not kept`;
  return [...nodes, leaf(`${PROBLEMS_ID}/rest`, label, `${label}.`)];
}

function problemNode(problem: Problem, index: number): TreeNode {
  const { message, file, byteOffset, byteLength = 0 } = problem;
  const node = leaf(`${PROBLEMS_ID}/${index}`, message, message);
  return file === undefined || byteOffset === undefined ? node : { ...node, place: { file, byteOffset, byteLength } };
}

function leaf(id: string, label: string, sentence: string): TreeNode {
  return { id, kind: 'problem', label, description: '', sentence, hasChildren: false };
}
