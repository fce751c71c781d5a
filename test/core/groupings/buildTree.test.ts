import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildTree, type LogTree, type TreeSource } from '../../../src/core/groupings/buildTree';
import { byJob } from '../../../src/core/groupings/groupings';
import type { TreeNode } from '../../../src/core/groupings/treeNode';
import type { Step } from '../../../src/core/model';
import { RowSet } from '../../../src/core/query/rowSet';
import { drawStore, type DrawnEvent } from '../../support/drawStore';

const step = (name: string, status: Step['status'] = 'success'): Step => {
  return { name, type: 'export', status, description: '', details: [] };
};

function treeOf(events: readonly DrawnEvent[], more: Partial<TreeSource> = {}): LogTree {
  return buildTree({
    store: drawStore(events),
    grouping: byJob,
    readSteps: (row) => Promise.resolve([step(`Export ${row}`)]),
    problems: [],
    problemCount: 0,
    ...more,
  });
}

const at = (time: string) => `2026-01-02T${time}Z`;

describe('buildTree', () => {
  it('shows jobs, failures, changes, records and steps', async () => {
    const tree = treeOf([
      { job: 'Box', status: 'success', identity: 'Ann', action: 'update', time: at('10:00:00') },
      { job: 'box 2', status: 'success', identity: 'Bob', action: 'create', time: at('10:00:00') },
      {
        job: 'Box',
        status: 'failure',
        identity: 'Cem',
        action: 'create',
        time: at('09:00:00'),
        code: 'C1',
        change: 'x',
      },
      { job: 'Box', status: 'success', identity: 'Cem', action: 'create', time: at('11:00:00'), change: 'x' },
      { job: 'Box', status: 'failure', action: 'delete', time: at('08:00:00') },
      { job: 'A', status: 'skipped', identity: 'Eve', change: 'x' },
    ]);
    assert.equal(
      await draw(tree),
      `
Box (4 events · 2 failures)
  Failures (2)
    Cem (create · 2026-01-02 09:00:00 UTC · C1 · 2 records)
      2026-01-02 09:00:00 UTC (create · failure · C1)
        Export 2 (export)
      2026-01-02 11:00:00 UTC (create · success)
        Export 3 (export)
    No name (delete · 2026-01-02 08:00:00 UTC)
      Export 4 (export)
  Cem (create · 2026-01-02 09:00:00 UTC · C1 · 2 records)
    2026-01-02 09:00:00 UTC (create · failure · C1)
      Export 2 (export)
    2026-01-02 11:00:00 UTC (create · success)
      Export 3 (export)
  No name (delete · 2026-01-02 08:00:00 UTC)
    Export 4 (export)
  Ann (update · 2026-01-02 10:00:00 UTC)
    Export 0 (export)
A (1 event · no failures)
  Eve
    Export 5 (export)
box 2 (1 event · no failures)
  Bob (create · 2026-01-02 10:00:00 UTC)
    Export 1 (export)
`,
    );
  });

  it('says a sentence for every node', async () => {
    const tree = treeOf([
      {
        job: 'Box',
        status: 'failure',
        identity: 'Cem',
        action: 'create',
        time: at('09:00:00'),
        code: 'C1',
        change: 'x',
      },
      { job: 'Box', status: 'success', identity: 'Cem', action: 'create', change: 'x' },
      { job: 'Box', status: 'skipped', identity: 'Ann', action: 'other' },
    ]);
    const [job] = await tree.children(undefined);
    const [failures, cem, ann] = await tree.children(job!.id);
    const [untimed, failed] = await tree.children(cem!.id);
    const [export0] = await tree.children(failed!.id);
    assert.deepEqual(
      [job, failures, cem, ann, untimed, failed, export0].map((node) => node!.sentence),
      [
        'Job Box: 3 events, 1 failure.',
        '1 failure.',
        'Cem, create, 2026-01-02 09:00:00 UTC, C1, 2 records: failed.',
        'Ann, other: was skipped.',
        'Record of No time, create, success: succeeded.',
        'Record of 2026-01-02 09:00:00 UTC, create, failure, C1: failed.',
        'Step 1 of 1: Export 0, export, succeeded.',
      ],
    );
  });

  it('cuts more than 1,000 changes into days, hours and minutes, and lists the rest in parts', async () => {
    const minute = (time: string, count: number): DrawnEvent[] =>
      Array.from({ length: count }, () => ({ time, status: 'success' }));
    const tree = treeOf([
      ...minute('2026-01-01T00:00:00Z', 1_000),
      ...minute('2026-01-02T10:00:00Z', 1_000),
      ...minute('2026-01-02T11:00:00Z', 300),
      ...minute('2026-01-02T11:05:00Z', 2_001),
      ...minute('2025-12-31T23:59:59Z', 1),
      { status: 'failure' },
    ]);
    const [job] = await tree.children(undefined);
    const [failures, ...days] = await tree.children(job!.id);
    assert.deepEqual(labels([failures!, ...days]), [
      'Failures (1)',
      '2026-01-02 3,301 events · no failures',
      '2026-01-01 1,000 events · no failures',
      '2025-12-31 1 event · no failures',
      'No time 1 event · 1 failure',
    ]);
    const hours = await tree.children(days[0]!.id);
    assert.deepEqual(labels(hours), [
      '11:00 to 11:59 UTC 2,301 events · no failures',
      '10:00 to 10:59 UTC 1,000 events · no failures',
    ]);
    assert.equal(hours[0]!.sentence, '2026-01-02 11:00 to 11:59 UTC: 2,301 events, no failures.');
    const minutes = await tree.children(hours[0]!.id);
    assert.deepEqual(labels(minutes), ['11:05 UTC 2,001 events · no failures', '11:00 UTC 300 events · no failures']);

    const first = await tree.children(minutes[0]!.id);
    assert.deepEqual([first.length, ...labels(first.slice(-1))], [1_001, 'Show next 1,000 1,001 left']);
    const second = await tree.children(first.at(-1)!.id);
    assert.deepEqual([second.length, ...labels(second.slice(-1))], [1_001, 'Show next 1']);
    const third = await tree.children(second.at(-1)!.id);
    assert.deepEqual(
      third.map((node) => node.row),
      [4_300],
    );
    assert.deepEqual(tree.pathTo(4_300), [
      job!.id,
      days[0]!.id,
      hours[0]!.id,
      minutes[0]!.id,
      first.at(-1)!.id,
      second.at(-1)!.id,
      third[0]!.id,
    ]);
  });

  it('lists jobs and steps in parts, too', async () => {
    const events = Array.from({ length: 1_500 }, (_, job) => ({ job: `Job ${String(job)}` }));
    const tree = treeOf(events, {
      readSteps: () => Promise.resolve(Array.from({ length: 1_200 }, (_, n) => step(`S${n}`))),
    });
    const jobs = await tree.children(undefined);
    assert.equal(jobs.length, 1_001);
    assert.equal((await tree.children(jobs.at(-1)!.id)).length, 500);
    const [change] = await tree.children(jobs[0]!.id);
    const steps = await tree.children(change!.id);
    assert.equal(steps.length, 1_001);
    assert.deepEqual(labels((await tree.children(steps.at(-1)!.id)).slice(0, 1)), ['S1000 export']);
  });

  it('lists problems and counts those that were not kept', async () => {
    const problems = [
      { code: 'cut', message: 'The file ends inside event 3.', file: 0, byteOffset: 70, byteLength: 5 },
      { code: 'empty', message: 'The log is empty.' },
    ];
    const tree = treeOf([{}], { problems, problemCount: 1_204 });
    const root = await tree.children(undefined);
    assert.deepEqual(labels(root), ['No job 1 event · no failures', 'Problems (1,204)']);
    const nodes = await tree.children('problems');
    assert.deepEqual(labels(nodes), [
      'The file ends inside event 3.',
      'The log is empty.',
      '1,202 more problems were counted, but not kept',
    ]);
    assert.deepEqual(nodes[0]!.place, { file: 0, byteOffset: 70, byteLength: 5 });
    assert.equal(nodes[1]!.place, undefined);
  });

  it('shows only what a filter leaves', async () => {
    const events = [
      { job: 'Box', identity: 'Ann' },
      { job: 'Box', identity: 'Bob' },
      { job: 'A', identity: 'Cem' },
    ];
    const tree = treeOf(events, { filter: RowSet.where(3, (row) => row === 1) });
    assert.equal(await draw(tree), '\nBox (1 event · no failures)\n  Bob\n    Export 1 (export)\n');
    assert.deepEqual(tree.pathTo(2), []);
  });

  it('passes on that a record cannot be read', async () => {
    const tree = treeOf([{}], { readSteps: () => Promise.reject(new Error('The file is gone.')) });
    await assert.rejects(tree.children('job.0/c0'), /The file is gone/);
  });

  it('gives no children to ids that are not of this tree', async () => {
    const tree = treeOf([{ change: 'x' }, { change: 'x' }, { job: 'Box' }]);
    const strange = ['', 'job', 'job.2', 'job.99999999999999999999', 'person.0', 'job.0/c2', 'job.0/c9', 'job.0/c0/e2'];
    for (const id of [
      ...strange,
      'job.0/c0/e0/s0',
      'job.0/x.3',
      'job.0/day.1/c0x',
      'job.0/+99999',
      'log/+5',
      'toString',
    ]) {
      assert.deepEqual(await tree.children(id), [], id);
    }
  });

  it('leads to every row, whatever the ids hold', async () => {
    const hostile = fc.constantFrom('', 'a', 'A', 'job.0/c0', '__proto__', '/', '\n', '$(x)');
    const event = fc.record(
      {
        job: hostile,
        jobId: hostile,
        change: hostile,
        status: fc.constantFrom('success', 'failure'),
        time: fc.integer({ min: -2, max: 2 }).map((day) => day * 86_400_000),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const tree = treeOf(events);
        for (const [row, { status }] of events.entries()) {
          const path = tree.pathTo(row);
          assert.equal(path[1]?.endsWith('/f'), status === 'failure');
          const nodes = await walk(tree, path);
          assert.equal(nodes.at(-1)!.row, row);
        }
        const ids = await allIds(tree);
        assert.equal(new Set(ids).size, ids.length);
      }),
      { numRuns: 100 },
    );
  });
});

/** The nodes on a path, each found among the children of the one before. */
async function walk(tree: LogTree, path: readonly string[]): Promise<TreeNode[]> {
  const nodes: TreeNode[] = [];
  for (const id of path) {
    const node = (await tree.children(nodes.at(-1)?.id)).find((child) => child.id === id);
    assert.ok(node, `${id} is no child of ${nodes.at(-1)?.id ?? 'the log'}`);
    nodes.push(node);
  }
  return nodes;
}

async function allIds(tree: LogTree, parent?: string): Promise<string[]> {
  const nodes = await tree.children(parent);
  const below = await Promise.all(
    nodes.map((node) => (node.hasChildren ? allIds(tree, node.id) : Promise.resolve([]))),
  );
  return [...nodes.map((node) => node.id), ...below.flat()];
}

async function draw(tree: LogTree, parent?: string, indent = ''): Promise<string> {
  let drawing = parent === undefined ? '\n' : '';
  for (const node of await tree.children(parent)) {
    const description = node.description === '' ? '' : ` (${node.description})`;
    drawing += `${indent}${node.label}${description}\n`;
    if (node.hasChildren) drawing += await draw(tree, node.id, `${indent}  `);
  }
  return drawing;
}

function labels(nodes: readonly TreeNode[]): string[] {
  return nodes.map((node) => `${node.label} ${node.description}`.trimEnd());
}
