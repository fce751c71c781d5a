import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { createFileSink, notWritten } from '../../../src/platform/node/fileSink';

describe('createFileSink', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'file sink '));
  });
  afterEach(() => fs.rm(folder, { recursive: true }));

  it('shows the file under its name only when it is complete', async () => {
    const target = path.join(folder, 'pretty.json');
    await fs.writeFile(target, 'old');
    const sink = await createFileSink(target);
    await sink.write(Uint8Array.of(0x6e, 0x65, 0x77));
    assert.equal(await fs.readFile(target, 'utf8'), 'old');
    await sink.commit();
    assert.equal(await fs.readFile(target, 'utf8'), 'new');
    assert.deepEqual(await fs.readdir(folder), ['pretty.json']);
  });

  it('leaves what was there when it is discarded', async () => {
    const target = path.join(folder, 'pretty.json');
    await fs.writeFile(target, 'old');
    const sink = await createFileSink(target);
    await sink.write(new Uint8Array(100_000));
    await sink.discard();
    await sink.discard();
    assert.equal(await fs.readFile(target, 'utf8'), 'old');
    assert.deepEqual(await fs.readdir(folder), ['pretty.json']);
  });

  it('explains what stands in the way of the name', async () => {
    const taken = path.join(folder, 'taken');
    await fs.mkdir(path.join(taken, 'inside'), { recursive: true });
    const sink = await createFileSink(taken);
    await assert.rejects(sink.commit(), /taken” cannot be replaced: .*choose another name/);
    await sink.discard();
    assert.deepEqual(await fs.readdir(folder), ['taken']);
  });

  it('says of a place that takes no file what to do', () => {
    const said = (code: string) =>
      notWritten('/x.json', Object.assign(new Error(`${code}: told by the system`), { code }));
    assert.equal(
      said('ENOSPC'),
      '“/x.json” cannot be written: the disk is full. Free some space, choose another place, or filter the events.',
    );
    assert.match(said('EDQUOT'), /share of the disk is used up\. Free some space/);
    assert.match(said('EFBIG'), /no file as large/);
    assert.match(said('EROFS'), /read-only\. Choose another place, or another name\./);
    assert.match(said('EACCES'), /no permission\. Choose another place/);
    assert.match(said('EXOTIC'), /EXOTIC: told by the system Choose another place/);
  });
});
