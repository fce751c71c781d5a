import * as assert from 'node:assert/strict';
import { fuzzArchives } from '../../fuzz/fuzzArchives';
import { fuzzedArchives } from '../../fuzz/fuzzedArchives';
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

describe('Damaged archives of logs of every shape', () => {
  it('are unpacked without a throw and within the limits, and no file that is whole is missing', async function () {
    this.timeout(120_000);
    const archives = fuzzedArchives(fuzzedLogs());
    const zips = archives.filter(({ isZip }) => isZip);
    const { runs, unpacked } = await fuzzArchives(archives, 1, 3 * archives.length);
    assert.ok(unpacked > runs / 2, `only ${unpacked} of ${runs} were unpacked`);
    assert.ok((await fuzzArchives(zips, 1, 20 * zips.length)).contents > 0);
  });
});
