import * as assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { allJobs } from './jobs';
import { largeLogInMemory } from './largeLog';
import { parseRecords } from './wireRecord';
import { writeLog } from './writeLog';

describe('largeLog', () => {
  it('makes the events that were asked for and counts them right', () => {
    const { bytes, counts } = largeLogInMemory({ events: 3_000 });
    const records = parseRecords(new TextDecoder().decode(bytes));
    assert.equal(records.length, 3_000);
    assert.equal(counts.events, 3_000);
    assert.deepEqual(counts.jobs.map(({ jobId }) => jobId).sort(), allJobs.map(({ jobId }) => jobId).sort());
    const failed = records.filter(({ provisioningStatusInfo }) => provisioningStatusInfo.status === 'failure');
    assert.equal(counts.failures, failed.length);
    assert.equal(
      Object.values(counts.byErrorCode).reduce((sum, count) => sum + count, 0),
      records.filter(({ provisioningStatusInfo }) => provisioningStatusInfo.errorInformation !== null).length,
    );
    assert.equal(new Set(records.map(({ id }) => id)).size, 3_000);
  });

  it('stops within one event of the size that was asked for, at about 3 kB an event', () => {
    const { bytes, counts } = largeLogInMemory({ bytes: 6_000_000 });
    assert.ok(Math.abs(bytes.length - 6_000_000) < 10_000, `${bytes.length} bytes`);
    const eventBytes = bytes.length / counts.events;
    assert.ok(eventBytes > 2_500 && eventBytes < 3_700, `${eventBytes} bytes an event`);
  });

  it('wraps the events into a page of a Graph response', () => {
    const { bytes } = largeLogInMemory({ events: 5, wrapper: 'graph' });
    const text = new TextDecoder().decode(bytes);
    assert.ok(text.startsWith('{"@odata.context":"https://graph.microsoft.com/'));
    assert.deepEqual(parseRecords(text), parseRecords(new TextDecoder().decode(largeLogInMemory({ events: 5 }).bytes)));
  });

  it('is the same for the same seed, and another for another', () => {
    const options = { events: 50, seed: 7 };
    assert.deepEqual(largeLogInMemory(options).bytes, largeLogInMemory(options).bytes);
    assert.notDeepEqual(largeLogInMemory(options).bytes, largeLogInMemory({ ...options, seed: 8 }).bytes);
  });

  it('is empty but whole when no event fits', () => {
    assert.equal(new TextDecoder().decode(largeLogInMemory({ events: 0 }).bytes), '[]');
  });

  it('is written to a file as it is made in memory', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'provlog-'));
    try {
      const file = path.join(folder, 'log.json');
      const { bytes, counts } = largeLogInMemory({ bytes: 5_000_000 });
      assert.deepEqual(await writeLog(file, { bytes: 5_000_000 }), { counts, byteLength: bytes.length });
      assert.ok((await readFile(file)).equals(bytes));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
