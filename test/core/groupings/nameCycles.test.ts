import * as assert from 'node:assert/strict';
import { buildTree } from '../../../src/core/groupings/buildTree';
import { byCycle } from '../../../src/core/groupings/groupings';
import { drawStore, type DrawnEvent } from '../../support/drawStore';

const first = '1a2b3c4d-0000-4000-8000-000000000001';
const second = '5e6f7a8b-0000-4000-8000-000000000002';

async function groupsOf(events: readonly DrawnEvent[]) {
  const tree = buildTree({
    store: drawStore(events),
    grouping: byCycle,
    readSteps: () => Promise.resolve([]),
    problems: [],
    problemCount: 0,
  });
  return tree.children(undefined);
}

describe('cycles in the tree', () => {
  it('are called by when they began, so that their counts stay in view, with job and ID behind these', async () => {
    const nodes = await groupsOf([
      { job: 'Box', cycle: second, status: 'success', time: '2026-01-02T10:40:00Z' },
      { job: 'Box', cycle: first, status: 'success', time: '2026-01-02T10:00:59Z' },
      { job: 'Box', cycle: first, status: 'success', time: '2026-01-02T10:00:07Z' },
      { job: 'Box', cycle: first, status: 'success' },
    ]);
    assert.deepEqual(
      nodes.map(({ label, description }) => `${label} ${description}`),
      [
        '2026-01-02 10:00 3 events · no failures · Box · 1a2b3c4d',
        '2026-01-02 10:40 1 event · no failures · Box · 5e6f7a8b',
      ],
    );
  });

  it('say their whole ID and time, in UTC, where there is room for a sentence', async () => {
    const [node] = await groupsOf([{ job: 'Box', cycle: first, status: 'failure', time: '2026-01-02T10:00:07Z' }]);
    assert.equal(
      node?.sentence,
      `Cycle 2026-01-02 10:00: 1 event, 1 failure, Box, ${first}, first event 2026-01-02 10:00:07 UTC.`,
    );
  });

  it('keep their ID for a name without a time, and an ID of another form whole', async () => {
    const nodes = await groupsOf([
      { job: 'Box', cycle: first, status: 'success' },
      { job: 'Box', cycle: 'night-run-7', status: 'success', time: '2026-01-02T10:00:00Z' },
      { job: 'Box', status: 'success', time: '2026-01-02T10:00:00Z' },
    ]);
    assert.deepEqual(
      nodes.map(({ label, description }) => [label, description]),
      [
        [first, '1 event · no failures · Box'],
        ['2026-01-02 10:00', '1 event · no failures · Box · night-run-7'],
        ['No cycle', '1 event · no failures'],
      ],
    );
  });
});
