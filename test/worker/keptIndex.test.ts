import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { LogInfo, StoredState } from '../../src/protocol/logApi';
import { buildLog } from '../support/buildLog';
import { openWorker, valueOf } from '../support/openWorker';

const EVENTS = 5_000;

/** Long enough to be stored. */
function longText(): string {
  const { text } = buildLog('job Box: FAIL(X)@{Zoë "Z" Müller}#c1');
  const one = text.slice(1, -1);
  return `[${Array.from({ length: EVENTS }, (_, index) => one.replace('event-1', `event-${index}`)).join(',')}]`;
}

describe('a stored index', function () {
  this.timeout(30_000);
  let folder: string;
  let indexes: string;
  let file: string;

  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'kept index '));
    indexes = path.join(folder, 'indexes');
    file = path.join(folder, 'log.json');
    await fs.writeFile(file, longText());
  });
  afterEach(() => fs.rm(folder, { recursive: true }));

  /** Opens the file with a worker of its own, and says what became of its index. */
  async function open(store: string | null = indexes): Promise<{ info: LogInfo; stored: StoredState; found: number }> {
    const worker = openWorker([{ name: 'log.json', path: file }], undefined, store ?? undefined);
    try {
      const { api } = worker;
      const info = valueOf(await api.open(1));
      const found = valueOf(await api.find('identity:*müller code:x', { offset: 0, limit: 1 })).total;
      assert.equal(valueOf(await api.event(EVENTS - 2)).id, `event-${EVENTS - 2}`);
      assert.equal(valueOf(await api.rowOf('event-77')), 77);
      return { info, stored: valueOf(await api.stored()), found };
    } finally {
      await worker.end();
    }
  }

  it('spares the next opening from reading the log, with the same answers', async () => {
    const first = await open();
    assert.equal(first.stored.kind, 'stored');
    const second = await open();
    assert.equal(second.stored.kind, 'restored');
    assert.deepEqual({ ...second.info, indexBytes: 0 }, { ...first.info, indexBytes: 0 });
    assert.deepEqual([second.found, first.found], [EVENTS, EVENTS]);
  });

  it('is only readable by its user, and lies there whole', async () => {
    await open();
    const names = await fs.readdir(indexes);
    assert.equal(names.length, 1);
    assert.match(names[0]!, /^[\da-f]{64}\.index$/);
    assert.equal((await fs.stat(path.join(indexes, names[0]!))).mode & 0o077, 0);
    assert.equal((await fs.stat(indexes)).mode & 0o077, 0);
    const content = await fs.readFile(path.join(indexes, names[0]!));
    for (const text of ['Müller', 'Zoë', 'event-77', 'log.json', folder]) assert.ok(!content.includes(text), text);
  });

  it('does not count for a file that has changed, even where size and time are the same', async () => {
    await open();
    const { mtime } = await fs.stat(file);
    const text = await fs.readFile(file, 'utf8');
    await fs.writeFile(file, text.replace('Box', 'Fox'));
    await fs.utimes(file, mtime, mtime);
    assert.equal((await open()).stored.kind, 'stored');
    assert.equal((await open()).stored.kind, 'restored');
    await fs.utimes(file, new Date(), new Date());
    assert.equal((await open()).stored.kind, 'stored');
  });

  it('is ignored and made anew when it is damaged, cut off or something else', async () => {
    await open();
    const [name] = await fs.readdir(indexes);
    const stored = path.join(indexes, name!);
    const good = await fs.readFile(stored);
    const damaged = Buffer.from(good);
    damaged[good.length >> 1]! ^= 1;
    for (const bad of [damaged, good.subarray(0, good.length - 1), Buffer.alloc(0), Buffer.from('something else')]) {
      await fs.writeFile(stored, bad);
      const { stored: state, found } = await open();
      assert.equal(state.kind, 'stored');
      assert.equal(found, EVENTS);
      assert.deepEqual(await fs.readFile(stored), good);
    }
  });

  it('is not made when nobody says where, of a short log, and where nothing can be written', async () => {
    assert.equal((await open(null)).stored.kind, 'notStored');
    await fs.writeFile(indexes, 'in the way');
    const { stored } = await open();
    assert.ok(stored.kind === 'notStored' && stored.reason.length > 0);
    await fs.rm(indexes);
    const short = path.join(folder, 'short.json');
    await fs.writeFile(short, buildLog('job A: ok').text);
    const worker = openWorker([{ name: 'short.json', path: short }], undefined, indexes);
    valueOf(await worker.api.open(1));
    assert.equal(valueOf(await worker.api.stored()).kind, 'notStored');
    await worker.end();
    await assert.rejects(fs.stat(indexes));
  });
});
