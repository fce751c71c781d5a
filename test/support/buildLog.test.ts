import * as assert from 'node:assert/strict';
import { buildLog } from './buildLog';

describe('buildLog', () => {
  it('draws jobs, cycles, actions, outcomes, people and changes', () => {
    const { events } = buildLog(`
      job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller}#c1 | skip(NotEffectivelyEntitled) warn
      job Workday: delete:FAIL#c1
    `);
    assert.deepEqual(
      events.map(({ action, status, errorCode }) => [action, status, errorCode]),
      [
        ['update', 'success', undefined],
        ['create', 'success', undefined],
        ['update', 'failure', 'BoxEntryConflict'],
        ['other', 'skipped', undefined],
        ['update', 'warning', undefined],
        ['delete', 'failure', 'InternalError'],
      ],
    );
    assert.deepEqual(
      events.map(({ identity }) => identity),
      ['person-1', 'anna', 'Zoë Müller', 'person-4', 'person-5', 'person-6'],
    );
    assert.deepEqual(
      events.map(({ changeId }) => changeId),
      ['change-1', 'change-2', 'c1', 'change-4', 'change-5', 'c1'],
    );
    assert.deepEqual(
      events.map(({ cycleId }) => cycleId),
      ['Box-cycle-1', 'Box-cycle-1', 'Box-cycle-1', 'Box-cycle-2', 'Box-cycle-2', 'Workday-cycle-1'],
    );
    assert.equal(events[5]?.time, '2026-01-01T00:05:00Z');
  });

  for (const wrapper of ['array', 'graph', 'lines'] as const) {
    it(`knows where each record stands (${wrapper})`, () => {
      const { text, bytes, events } = buildLog('job A: ok@美咲 ok FAIL(X)', { wrapper, before: '\uFEFF' });
      assert.deepEqual(bytes, new TextEncoder().encode(text));
      for (const { text: record, byteOffset, byteLength } of events) {
        assert.equal(new TextDecoder().decode(bytes.subarray(byteOffset, byteOffset + byteLength)), record);
      }
      const ids = [...text.matchAll(/"id":"(event-\d)"/g)].map((match) => match[1]);
      assert.deepEqual(ids, ['event-1', 'event-2', 'event-3']);
    });
  }

  it('repeats a record byte for byte', () => {
    const { events } = buildLog('job A: ok again');
    assert.equal(events[0]?.text, events[1]?.text);
    assert.notEqual(events[0]?.byteOffset, events[1]?.byteOffset);
  });

  it('refuses what it does not understand', () => {
    assert.throws(() => buildLog('job A: okay'), /"okay"/);
    assert.throws(() => buildLog('A: ok'), /job <name>/);
  });
});
