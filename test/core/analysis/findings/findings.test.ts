import * as assert from 'node:assert/strict';
import { findFindings } from '../../../../src/core/analysis/findings/findFindings';
import { findingKinds } from '../../../../src/core/analysis/findings/findingKinds';
import { LogAnalysis } from '../../../../src/core/analysis/logAnalysis';
import { type DrawnEvent, drawStore } from '../../../support/drawStore';
import { type DrawnWrites, findIn, times } from '../../../support/findIn';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = Date.UTC(2026, 0, 1);
/** Two statuses, so that a log does not look filtered. */
const other: DrawnEvent = {
  sourceId: 'other',
  status: 'success',
  jobId: 'box',
  job: 'Box',
  action: 'update',
  time: start,
};

interface Case {
  readonly events: readonly DrawnEvent[];
  readonly writes?: DrawnWrites;
}

/** For each kind a log where it fires, with the rows of its evidence; one where it nearly does; one where it cannot know. */
const cases: Readonly<Record<string, { fires: Case & { rows: readonly number[] }; nearly: Case; cannot: Case }>> = {
  bias: {
    fires: {
      events: times(10, (n) => ({ status: 'failure', sourceId: `${n}`, job: `job ${n % 2}`, time: start + n * HOUR })),
      rows: range(0, 10),
    },
    nearly: {
      events: times(10, (n) => ({
        status: n === 4 ? 'success' : 'failure',
        sourceId: `${n}`,
        job: `job ${n % 2}`,
        time: start + n * HOUR,
      })),
    },
    cannot: { events: times(9, (n) => ({ status: 'failure', sourceId: `${n}` })) },
  },
  stillFailing: {
    fires: {
      events: [other, { sourceId: 'A', status: 'success', time: 1 }, { sourceId: 'A', status: 'failure', time: 2 }],
      rows: [2],
    },
    nearly: {
      events: [other, { sourceId: 'A', status: 'failure', time: 1 }, { sourceId: 'A', status: 'success', time: 2 }],
    },
    cannot: { events: times(10, (n) => ({ sourceId: `${n % 5}`, status: 'failure', time: n })) },
  },
  neverSucceeded: {
    fires: {
      events: [other, { sourceId: 'A', status: 'skipped', time: 1 }, { sourceId: 'A', status: 'failure', time: 2 }],
      rows: [2],
    },
    nearly: {
      events: [other, { sourceId: 'A', status: 'warning', time: 1 }, { sourceId: 'A', status: 'failure', time: 2 }],
    },
    cannot: { events: [{ status: 'success' }, { status: 'failure' }] },
  },
  healedLater: {
    fires: {
      events: [
        { sourceId: 'A', status: 'failure', time: 1 },
        { sourceId: 'A', status: 'success', time: 2 },
      ],
      rows: [0],
    },
    nearly: {
      events: [
        { sourceId: 'A', status: 'failure', time: 1 },
        { sourceId: 'A', status: 'skipped', time: 2 },
      ],
    },
    cannot: { events: [] },
  },
  errorCluster: {
    fires: {
      events: [other, ...times(3, (n) => ({ status: 'failure', reason: `User ${n} is gone` }))],
      rows: [1, 2, 3],
    },
    nearly: {
      events: [
        other,
        ...times(2, (n) => ({ status: 'failure', reason: `User ${n} is gone` })),
        { status: 'success', reason: 'User 3 is gone' },
      ],
    },
    cannot: { events: times(3, () => ({ status: 'failure' })) },
  },
  massChange: {
    fires: {
      events: [...workday(12), ...times(20, (n) => change('disable', 8 * HOUR + n * MINUTE))],
      rows: range(12, 32),
    },
    nearly: { events: [...workday(12), ...times(19, (n) => change('disable', 8 * HOUR + n * MINUTE))] },
    cannot: { events: [...workday(5), ...times(20, (n) => change('disable', HOUR + n * MINUTE))] },
  },
  stagedDeletes: {
    fires: { events: [other, { action: 'stageddelete', status: 'skipped', sourceId: 'A' }], rows: [1] },
    nearly: { events: [other, { action: 'delete', status: 'skipped', sourceId: 'A' }] },
    cannot: { events: [{ status: 'success' }] },
  },
  failureShare: {
    fires: { events: cycle(4_000, 6_000), rows: range(0, 4_000) },
    nearly: { events: cycle(3_999, 6_001) },
    cannot: { events: cycle(6_000, 0) },
  },
  cycleGap: {
    fires: { events: cyclesAt(0, 40, 80, 120, 120 + 121, 281), rows: [3, 4] },
    nearly: { events: cyclesAt(0, 40, 80, 120, 240, 280) },
    cannot: { events: cyclesAt(0, 40, 1_000) },
  },
  retryStorm: {
    fires: { events: [other, ...attempts(...range(0, 10).map((n) => 6 * n))], rows: range(1, 11) },
    nearly: { events: [other, ...attempts(...range(0, 10).map((n) => 7 * n))] },
    cannot: { events: times(10, () => ({ status: 'failure', sourceId: 'A', code: 'X' })) },
  },
  growingIntervals: {
    fires: { events: [other, ...attempts(0, 360, 1_080, 2_520)], rows: [1, 2, 3, 4] },
    nearly: { events: [other, ...attempts(0, 360, 720, 1_080)] },
    cannot: { events: times(4, (n) => ({ status: 'failure', code: 'X', time: start + 2 ** n * HOUR })) },
  },
  attributeFlapping: {
    fires: { events: updates(3), writes: ['mail=a', 'mail=b name=x', 'mail=a name=y'], rows: [0, 1, 2] },
    nearly: { events: updates(3), writes: ['mail=a', 'mail=b', 'mail=c'] },
    cannot: { events: updates(3), writes: [] },
  },
  repeatedUpdate: {
    fires: { events: updates(3), writes: ['mail=a name=x', 'name=x mail=a', 'mail=a name=x'], rows: [0, 1, 2] },
    nearly: { events: updates(3).map((event) => ({ ...event, cycle: 'one' })), writes: ['mail=a', 'mail=a', 'mail=a'] },
    cannot: { events: updates(3).map((event) => ({ ...event, cycle: '' })), writes: ['mail=a', 'mail=a', 'mail=a'] },
  },
};

describe('findings', () => {
  it('are all tried here', () => {
    assert.deepEqual(Object.keys(cases).sort(), findingKinds.map(({ id }) => id).sort());
  });

  for (const [id, { fires, nearly, cannot }] of Object.entries(cases)) {
    describe(id, () => {
      it('fires, and its query finds its evidence', async () => {
        const found = await findIn(id, fires.events, fires.writes);
        const { findings, notKnown } = found;
        assert.equal(notKnown, undefined);
        assert.equal(findings.length, 1);
        const [finding] = findings;
        assert.deepEqual(found.rowsOf(finding!), fires.rows);
        assert.equal(finding!.events, fires.rows.length);
        for (const text of [finding!.title, finding!.sentence, finding!.why, finding!.unseen])
          assert.ok(text.length > 3);
        assert.match(finding!.sentence + finding!.why + finding!.unseen, /^[^\n]*\.$/);
      });

      it('does not fire when it nearly does', async () => {
        const { findings, notKnown, all } = await findIn(id, nearly.events, nearly.writes);
        assert.deepEqual(findings, []);
        assert.equal(notKnown, undefined);
        assert.ok(all.notFound.includes(findingKinds.find((kind) => kind.id === id)!.title));
      });

      it('says so when it cannot know', async () => {
        const { findings, notKnown } = await findIn(id, cannot.events, cannot.writes);
        assert.deepEqual(findings, []);
        assert.match(notKnown ?? '', /\.$/);
      });
    });
  }

  it('come ranked, the notice about a filtered download first', async () => {
    const events = times(12, (n) => ({
      status: 'failure',
      sourceId: `${n}`,
      reason: `Gone ${n}`,
      time: start + n * HOUR,
    }));
    const { all } = await findIn('bias', events);
    assert.deepEqual(
      all.findings.map(({ id }) => id),
      ['bias', 'errorCluster'],
    );
  });

  it('name a part of very many objects in their query, and say so', async () => {
    const events = range(0, 60).flatMap((n) =>
      attempts(...range(0, 10)).map((event) => ({ ...event, sourceId: `person ${n}` })),
    );
    const { findings } = await findIn('retryStorm', [other, ...events]);
    assert.match(findings[0]!.sentence, /^60 people and groups .* The filter names 50 of them\.$/);
    assert.equal(findings[0]!.objects, 50);
  });

  it('are looked for kind by kind, and no further once it is told to stop', async () => {
    const analysis = new LogAnalysis(drawStore(times(12, (n) => ({ status: 'failure', reason: 'Gone', time: n }))));
    const everything = await findFindings(analysis, () => Promise.resolve([]));
    for (let kinds = 0; kinds <= findingKinds.length; kinds++) {
      let asked = 0;
      const goesOn = () => Promise.resolve(asked++ < kinds);
      const found = await findFindings(analysis, () => Promise.resolve([]), goesOn);
      assert.equal(asked, Math.min(kinds + 1, findingKinds.length));
      const looked = new Set(findingKinds.slice(0, kinds).map(({ id }) => id));
      assert.deepEqual(
        found.findings.map(({ id }) => id),
        everything.findings.map(({ id }) => id).filter((id) => looked.has(id)),
      );
    }
  });

  it('find nothing in an empty log, and say what they cannot know', async () => {
    const { all } = await findIn('bias', []);
    assert.deepEqual(all.findings, []);
    assert.ok(all.notKnown.length >= 5);
  });
});

function range(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, index) => from + index);
}

/** An update in each of so many hours. */
function workday(hours: number): DrawnEvent[] {
  return times(hours, (n) => ({ ...other, sourceId: `w${n}`, time: start + n * HOUR }));
}

function change(action: string, afterMs: number): DrawnEvent {
  return { ...other, action, sourceId: `c${afterMs}`, time: start + afterMs };
}

/** A cycle with so many failures and successes. */
function cycle(failures: number, successes: number): DrawnEvent[] {
  return times(failures + successes, (n) => ({
    ...{ jobId: 'box', job: 'Box', cycle: 'c1', sourceId: `${n}`, status: n < failures ? 'failure' : 'success' },
    time: start + n * 1_000,
  }));
}

/** A cycle of one event at each of some minutes. */
function cyclesAt(...minutes: number[]): DrawnEvent[] {
  return minutes.map((minute, n) => ({ ...other, cycle: `c${n}`, time: start + minute * MINUTE }));
}

/** Failures of one person at some minutes. */
function attempts(...minutes: number[]): DrawnEvent[] {
  return minutes.map((minute) => ({
    ...other,
    sourceId: 'A',
    status: 'failure',
    code: 'X',
    time: start + minute * MINUTE,
  }));
}

/** Updates of one person, each in a cycle of its own. */
function updates(count: number): DrawnEvent[] {
  return times(count, (n) => ({
    ...other,
    sourceId: 'A',
    attribute: ['mail', 'name'],
    cycle: `c${n}`,
    time: start + n * HOUR,
  }));
}
