import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { readCustomErrorCodes } from '../../../src/core/codes/customErrorCodes';
import { errorCodes } from '../../../src/core/codes/errorCodes';
import { indexCodes } from '../../../src/core/codes/lookUpCode';
import { drawStore, type DrawnEvent } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

function rowsOf(events: readonly DrawnEvent[], query: string): number[] {
  const analysis = new LogAnalysis(drawStore(events));
  return [...foundBy(analysis, query).set.page(0, events.length)];
}

describe('turn:', () => {
  const events: readonly DrawnEvent[] = [
    { status: 'failure', code: 'TargetSystemTimeout' },
    { status: 'failure', code: 'targetsystemtimeout' },
    { status: 'failure', code: 'TeapotTooHot' },
    { status: 'failure' },
    { status: 'success' },
  ];

  it('is what the catalogue says of the code', () => {
    assert.deepEqual(rowsOf(events, 'turn:wait'), [0, 1]);
  });

  it('is unknown for unknown codes and failures without one, and absent for the rest', () => {
    assert.deepEqual(rowsOf(events, 'turn:unknown'), [2, 3]);
    assert.deepEqual(rowsOf(events, 'turn:""'), [4]);
  });

  it("asks the user's own codes first", () => {
    const { entries } = readCustomErrorCodes([
      { code: 'TargetSystemTimeout', title: 'Ours', cause: 'Known.', turn: 'targetOwner' },
    ]);
    const analysis = new LogAnalysis(drawStore(events), indexCodes([...entries, ...errorCodes]));
    assert.equal(foundBy(analysis, 'turn:targetOwner').count, 2);
  });
});

describe('outcome:', () => {
  const job = { jobId: 'box' };
  const events: readonly DrawnEvent[] = [
    { ...job, sourceId: 'A', status: 'success', time: 1_000 },
    { ...job, sourceId: 'A', status: 'failure', time: 3_000 },
    { ...job, sourceId: 'B', status: 'failure', time: 9_000 },
    { ...job, sourceId: 'C', status: 'warning', time: 5_000 },
    { ...job, sourceId: 'C', status: 'failure', time: 4_000 },
    { ...job, sourceId: 'D', status: 'success', time: 4_000 },
    { ...job, sourceId: 'E', status: 'skipped', time: 4_000 },
    { jobId: 'slack', sourceId: 'A', status: 'success', time: 9_000 },
    { ...job, status: 'failure', time: 9_000 },
  ];

  it('is decided by the last success or failure of an object in a job', () => {
    assert.deepEqual(rowsOf(events, 'outcome:stillFailing'), [0, 1, 2]);
    assert.deepEqual(rowsOf(events, 'outcome:healed'), [3, 4]);
    assert.deepEqual(rowsOf(events, 'outcome:alwaysSucceeded'), [5, 7]);
  });

  it('tells those that never succeeded from the others that still fail', () => {
    assert.deepEqual(rowsOf(events, 'outcome:neverSucceeded'), [2]);
  });

  it('is undecided where all was skipped, and absent where the event names no object', () => {
    assert.deepEqual(rowsOf(events, 'outcome:undecided'), [6]);
    assert.deepEqual(rowsOf(events, 'outcome:""'), [8]);
  });

  it('follows the file for events of one moment, backwards where the newest event comes first', () => {
    const same = (...statuses: string[]) => statuses.map((status) => ({ sourceId: 'A', status, time: 5_000 }));
    assert.equal(rowsOf(same('failure', 'success'), 'outcome:healed').length, 2);
    const older = { sourceId: 'B', status: 'success', time: 1_000 };
    assert.equal(rowsOf([...same('failure', 'success'), older], 'outcome:stillFailing').length, 2);
  });
});

describe('cluster:', () => {
  it('finds reasons that differ in names and numbers only', () => {
    const events = [
      { reason: 'User 17 is missing' },
      { reason: 'User 4711 is missing' },
      { reason: 'Group 17 is missing' },
    ];
    assert.deepEqual(rowsOf(events, 'cluster:"User <number> is missing"'), [0, 1]);
  });
});
