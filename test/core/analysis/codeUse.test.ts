import * as assert from 'node:assert/strict';
import { codeUse } from '../../../src/core/analysis/codeUse';
import { drawStore } from '../../support/drawStore';

describe('codeUse', () => {
  const store = drawStore([
    { code: 'Conflict', time: 3_000 },
    { code: 'CONFLICT', time: 1_000 },
    { code: 'BoxConflict', time: 9_000 },
    { code: 'conflict' },
    { code: 'Untimed' },
    {},
  ]);

  it('counts every casing, and says when', () => {
    assert.deepEqual(codeUse(store, 'conflict'), { count: 3, firstTimeMs: 1_000, lastTimeMs: 3_000 });
  });

  it('says no time where none is known', () => {
    assert.deepEqual(codeUse(store, 'Untimed'), { count: 1 });
    assert.deepEqual(codeUse(store, 'Missing'), { count: 0 });
  });

  it('takes no code for no use', () => assert.deepEqual(codeUse(store, ''), { count: 0 }));
});
