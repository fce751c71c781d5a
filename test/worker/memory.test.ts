import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { writeLog } from '../generator/writeLog';
import { openWorker, valueOf } from '../support/openWorker';

const ROUNDS = 20;
/** So much may stay, which the system's allocator keeps for the next time. */
const MAX_GROWTH_BYTES = 32 * 1024 * 1024;

describe('memory', () => {
  it('is given back by every log that is closed, also by one that was still being read', async function () {
    this.timeout(120_000);
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'memory '));
    const file = path.join(folder, 'log.json');
    await writeLog(file, { bytes: 16_000_000 });
    const deaths: string[] = [];
    const resident: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const worker = openWorker([{ name: 'log.json', path: file }], undefined, path.join(folder, 'indexes'));
      const opening = worker.api.open(1);
      if (round % 4 === 3) {
        await worker.end();
        // Nobody answers any more.
        void opening.catch(() => undefined);
      } else {
        assert.ok(valueOf(await opening).eventCount > 4_000);
        valueOf(await worker.api.children(undefined));
        valueOf(await worker.api.find('identity:*a*', { offset: 0, limit: 100 }));
        await worker.end();
      }
      deaths.push(...worker.deaths);
      resident.push(process.memoryUsage.rss());
    }
    await fs.rm(folder, { recursive: true });
    assert.deepEqual(deaths, []);
    const growth = resident.at(-1)! - resident[2]!;
    assert.ok(
      growth <= MAX_GROWTH_BYTES,
      `${Math.round(growth / 1e6)} MB more: ${resident.map((bytes) => Math.round(bytes / 1e6)).join(', ')}`,
    );
  });
});
