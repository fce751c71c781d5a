import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { startThread } from '../../../src/platform/node/logThread';

describe('startThread', () => {
  let folder: string;
  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'log thread '));
  });
  after(() => fs.rm(folder, { recursive: true }));

  async function script(code: string): Promise<string> {
    const file = path.join(folder, 'worker.js');
    await fs.writeFile(file, `const { workerData, parentPort } = require('node:worker_threads');\n${code}`);
    return file;
  }

  for (const [name, code, reason] of [
    ['throws', 'throw new Error("Out of luck.");', /Out of luck\./],
    ['exits', 'process.exit(3);', /ended without a reason/],
  ] as const) {
    it(`says so when a worker ${name}, and deletes its private folder`, async () => {
      const began = 'require("node:fs").mkdirSync(workerData.temporaryFolder, { recursive: true });';
      const file = await script(`${began}\n${code}`);
      const died = await new Promise<string>((resolve) =>
        startThread(file, [], path.join(folder, 'unpacked', 'window'), resolve),
      );
      assert.match(died, reason);
      assert.deepEqual(await fs.readdir(folder), ['worker.js']);
    });
  }

  it('ends a worker that does not listen, and does not call that a death', async function () {
    this.timeout(60_000);
    const deaths: string[] = [];
    const worker = startThread(await script('for (;;);'), [], folder, (reason) => deaths.push(reason));
    await worker.end();
    assert.deepEqual(deaths, []);
  });
});
