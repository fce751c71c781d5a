import * as assert from 'node:assert/strict';
import { fuzzedLogs } from '../../fuzz/fuzzedLogs';
import { fuzzLogs } from '../../fuzz/fuzzLogs';

describe('Damaged logs of every shape', () => {
  it('are read without a throw, and no whole record is missing (a longer run: npm run fuzz)', async function () {
    this.timeout(120_000);
    const logs = fuzzedLogs();
    const { runs, recognised } = await fuzzLogs(logs, 1, 8 * logs.length);
    assert.equal(runs, 8 * logs.length);
    assert.ok(recognised > runs / 2, `only ${recognised} of ${runs} were recognised`);
  });
});
