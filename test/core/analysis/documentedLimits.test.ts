import * as assert from 'node:assert/strict';
import { documentation } from '../../../src/core/codes/documentation';
import { documentedLimits } from '../../../src/core/analysis/documentedLimits';

describe('the numbers of the documentation', () => {
  it('are numbers, each with what it is and a page of the documentation', () => {
    const pages: readonly string[] = Object.values(documentation);
    for (const [id, { value, title, address }] of Object.entries(documentedLimits)) {
      assert.ok(Number.isFinite(value) && value > 0, id);
      assert.match(title, /^the /, id);
      assert.ok(pages.includes(address), id);
    }
  });

  it('grow from one retry to the next', () => {
    const { firstRetryMs, secondRetryMs, thirdRetryMs, lastRetryMs } = documentedLimits;
    const all: readonly number[] = [firstRetryMs, secondRetryMs, thirdRetryMs, lastRetryMs].map(({ value }) => value);
    assert.deepEqual(
      [...all].sort((a, b) => a - b),
      all,
    );
  });
});
