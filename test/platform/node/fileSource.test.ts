import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { openFileSource } from '../../../src/platform/node/fileSource';

describe('openFileSource', () => {
  let folder: string;
  let file: string;
  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'file source '));
    file = path.join(folder, 'log.json');
    await fs.writeFile(file, '0123456789');
  });
  after(() => fs.rm(folder, { recursive: true }));

  it('reads the same in turn and at once, also over the end', async () => {
    const source = await openFileSource(file);
    for (const offset of [0, 4, 8, 10, 20]) {
      const inTurn = new Uint8Array(4);
      const atOnce = new Uint8Array(4);
      const count = await source.readInto(inTurn, offset);
      assert.equal(count, Math.max(0, Math.min(4, 10 - offset)));
      assert.equal(source.readNow!(atOnce, offset), count);
      assert.deepEqual(atOnce, inTurn);
    }
    await source.close();
  });

  it('reads nothing any more once it is closed', async () => {
    const source = await openFileSource(file);
    await source.close();
    assert.throws(() => source.readNow!(new Uint8Array(4), 0));
    await assert.rejects(source.readInto(new Uint8Array(4), 0));
  });

  it('says which file cannot be opened, and why', async () => {
    await assert.rejects(
      openFileSource(path.join(folder, 'none.json')),
      /none\.json” cannot be opened: it does not exist/,
    );
    await assert.rejects(openFileSource(folder), /is no file\. Open the provisioning log itself\.$/);
  });
});
