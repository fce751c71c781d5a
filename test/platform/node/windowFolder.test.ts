import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { createTemporaryFile } from '../../../src/platform/node/temporaryFile';
import { removeEmpty, removeLeftovers, windowFolder } from '../../../src/platform/node/windowFolder';

describe('the folder of a window', () => {
  let storage: string;

  beforeEach(async () => {
    storage = await fs.mkdtemp(path.join(os.tmpdir(), 'window folder '));
  });
  afterEach(() => fs.rm(storage, { recursive: true }));

  async function make(name: string): Promise<void> {
    await fs.mkdir(path.join(storage, 'unpacked', name, 'log'), { recursive: true });
    await fs.writeFile(path.join(storage, 'unpacked', name, 'log', 'content'), 'secret');
  }

  it('is made for the first file only, readable for the user alone, and goes when it is empty', async () => {
    const folder = windowFolder(storage);
    assert.deepEqual(await fs.readdir(storage), []);
    const file = await createTemporaryFile(path.join(folder, 'log'));
    await file.write(new TextEncoder().encode('secret'));
    assert.equal((await fs.stat(folder)).mode & 0o077, 0);
    await removeEmpty(folder);
    assert.equal((await fs.stat(folder)).isDirectory(), true);
    await file.delete();
    await fs.rm(path.join(folder, 'log'), { recursive: true });
    await removeEmpty(folder);
    assert.deepEqual(await fs.readdir(storage), []);
  });

  it('of a process that is gone is removed, and no other', async () => {
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    const own = windowFolder(storage);
    const parent = process.ppid;
    for (const name of [`${gone}-crashed`, `${parent}-runs`, `${process.pid}-earlier`, path.basename(own), 'unknown']) {
      await make(name);
    }
    await removeLeftovers(storage, own);
    assert.deepEqual(
      (await fs.readdir(path.join(storage, 'unpacked'))).sort(),
      [`${parent}-runs`, path.basename(own)].sort(),
    );
  });

  it('needs no storage to be there', async () => {
    await removeLeftovers(path.join(storage, 'missing'), windowFolder(storage));
    assert.deepEqual(await fs.readdir(storage), []);
  });

  it('may lose the name of a file that is read, but not the file', async () => {
    const folder = path.join(windowFolder(storage), 'log');
    const file = await createTemporaryFile(folder);
    await file.write(new TextEncoder().encode('se'));
    await fs.rm(folder, { recursive: true });
    await file.write(new TextEncoder().encode('cret'));
    const source = await file.open();
    const read = new Uint8Array(9);
    assert.equal(await source.readInto(read, 1), 5);
    assert.equal(new TextDecoder().decode(read.subarray(0, 5)), 'ecret');
    await file.delete();
  });

  it('says why nothing can be kept in it', async () => {
    await fs.writeFile(path.join(storage, 'unpacked'), '');
    await assert.rejects(
      createTemporaryFile(windowFolder(storage)),
      /cannot be kept in the extension's storage folder: /,
    );
  });
});
