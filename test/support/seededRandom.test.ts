import * as assert from 'node:assert/strict';
import { seededRandom } from './seededRandom';

describe('seededRandom', () => {
  it('repeats itself for the same seed only', () => {
    const numbers = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    assert.deepEqual(numbers(1), numbers(1));
    assert.notDeepEqual(numbers(1), numbers(2));
  });

  it('stays below its limit and reaches every number', () => {
    const random = seededRandom(1);
    const seen = new Set(Array.from({ length: 1_000 }, () => random.below(7)));
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      [0, 1, 2, 3, 4, 5, 6],
    );
  });

  it('makes GUIDs that are valid and differ', () => {
    const random = seededRandom(1);
    const guids = Array.from({ length: 5_000 }, () => random.guid());
    assert.equal(new Set(guids).size, guids.length);
    for (const guid of guids)
      assert.match(guid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('takes a chance about as often as told', () => {
    const random = seededRandom(1);
    const hits = Array.from({ length: 10_000 }, () => random.chance(0.3)).filter(Boolean).length;
    assert.ok(hits > 2_700 && hits < 3_300, `${hits} of 10,000`);
    assert.equal(random.chance(0), false);
    assert.equal(random.chance(1), true);
  });
});
