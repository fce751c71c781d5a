import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { createIndexFolder } from '../../../src/platform/node/indexFolder';

describe('the folder of stored indexes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'indexes ')), 'made when needed');
  });
  afterEach(() => fs.rm(path.dirname(folder), { recursive: true }));

  it('gives back what was written, under its name only', async () => {
    const store = createIndexFolder(folder);
    assert.equal(await store.read('a'), undefined);
    await store.write('a', Uint8Array.of(1, 2, 3));
    assert.deepEqual([...(await store.read('a'))!], [1, 2, 3]);
    await store.write('a', Uint8Array.of(4));
    assert.deepEqual([...(await store.read('a'))!], [4]);
    assert.equal(await store.read('b'), undefined);
  });

  it('deletes what was not used for the longest time when it becomes too large', async () => {
    const store = createIndexFolder(folder, 350);
    const hundred = new Uint8Array(68);
    for (const [age, name] of ['oldest', 'read', 'newer'].entries()) {
      await store.write(name, hundred);
      const time = new Date(Date.now() - 60_000 * (10 - age));
      await fs.utimes(path.join(folder, `${name}.index`), time, time);
    }
    assert.ok(await store.read('read'));
    await store.write('newest', hundred);
    assert.deepEqual((await fs.readdir(folder)).sort(), ['newer.index', 'newest.index', 'read.index']);
  });

  it('deletes what was left half written long ago, and nothing that is being written', async () => {
    const store = createIndexFolder(folder);
    await fs.mkdir(folder, { recursive: true });
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of ['.old.tmp', '.new.tmp']) await fs.writeFile(path.join(folder, name), 'x');
    await fs.utimes(path.join(folder, '.old.tmp'), old, old);
    await store.write('a', Uint8Array.of(1));
    assert.deepEqual((await fs.readdir(folder)).sort(), ['.new.tmp', 'a.index']);
  });
});
