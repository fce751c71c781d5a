import * as assert from 'node:assert/strict';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { drawStore } from '../../support/drawStore';
import { foundBy } from '../../support/foundBy';

describe('top errors', () => {
  const analysis = new LogAnalysis(
    drawStore([
      { status: 'failure', code: 'TeapotTooHot', sourceId: 'A', time: 5_000 },
      { status: 'failure', code: 'teapottoohot', sourceId: 'A', time: 1_000 },
      { status: 'skipped', code: 'TeapotTooHot', sourceId: 'B' },
      { status: 'failure', sourceId: 'C' },
      { status: 'success', sourceId: 'D' },
      { status: 'failure', code: 'TargetSystemTimeout', sourceId: 'E', time: 7_000 },
    ]),
  );

  it('count events, failures and people, and tell when', () => {
    const { total, errors } = analysis.topErrors(foundBy(analysis, ''), 10);
    assert.equal(total, 3);
    assert.deepEqual(errors[0], {
      ...{ code: 'TeapotTooHot', turn: 'unknown', count: 3, failures: 2, objects: 2 },
      ...{ firstTimeMs: 1_000, lastTimeMs: 5_000 },
    });
    assert.deepEqual(errors[1], { code: '', turn: 'unknown', count: 1, failures: 1, objects: 1 });
    assert.equal(errors[2]!.turn, 'wait');
    assert.ok(errors[2]!.title);
  });

  it('are those of what the query finds, at most as many as asked for', () => {
    const { total, errors } = analysis.topErrors(foundBy(analysis, 'status:failure'), 1);
    assert.equal(total, 3);
    assert.deepEqual(
      errors.map(({ code, count }) => [code, count]),
      [['TeapotTooHot', 2]],
    );
  });
});
