import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { csvTriple, tripleFiles } from '../generator/csvTriple';
import { utf16, utf16BigEndian } from '../support/archives';
import { buildLog } from '../support/buildLog';
import { openWorker, valueOf, type TestWorker } from '../support/openWorker';

const { text, bytes, events } = buildLog('job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller}#c1');
const other = buildLog('job Workday: delete:FAIL(WorkdayDown)#c1 ok ok ok ok');

describe('archives in a worker thread', () => {
  let folder: string;
  const workers: TestWorker[] = [];

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'archives '));
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.end();
    assert.deepEqual(await unpackedFiles(), []);
  });
  after(() => fs.rm(folder, { recursive: true }));

  async function serve(files: Readonly<Record<string, Uint8Array>>): Promise<TestWorker> {
    for (const [name, content] of Object.entries(files)) await fs.writeFile(path.join(folder, name), content);
    const worker = openWorker(
      Object.keys(files).map((name) => ({ name, path: path.join(folder, name) })),
      path.join(folder, 'unpacked', 'window'),
    );
    workers.push(worker);
    return worker;
  }

  async function unpackedFiles(): Promise<string[]> {
    const inside = await fs.readdir(path.join(folder, 'unpacked'), { recursive: true }).catch(() => []);
    return inside.filter((name) => name.split(path.sep).length === 3);
  }

  for (const [name, file, content, form] of [
    ['gzip', 'log.json.gz', gzipSync(bytes), 'unpacked'],
    ['gzip of UTF-16', 'log.json.gz', gzipSync(utf16(text)), 'unpacked'],
    ['gzip of UTF-16, larger bytes first', 'log.json.gz', gzipSync(utf16BigEndian(text)), 'unpacked'],
    ['a zip', 'log.zip', zipSync({ 'inner/log.json': bytes }), 'unpacked'],
    ['a zip of UTF-16', 'log.zip', zipSync({ 'inner/log.json': utf16(text) }), 'unpacked'],
    ['a zip with another name', 'log.json', zipSync({ 'inner/log.json': bytes }), 'unpacked'],
    ['UTF-16', 'log.json', utf16(text), 'transcoded'],
  ] as const) {
    it(`opens ${name} through one private file`, async () => {
      const { api } = await serve({ [file]: content });
      const info = valueOf(await api.open(1));
      const label = content[0] === 0x50 ? `${file} › inner/log.json` : file;
      assert.deepEqual(
        info.files.map((each) => [each.name, each.origin, each.form, each.byteLength, each.eventCount]),
        [[label, 0, form, bytes.length, 3]],
      );
      assert.deepEqual([info.problemCount, info.notices], [0, []]);
      const created = await unpackedFiles();
      assert.equal(created.length, 1);
      const stat = await fs.stat(path.join(folder, 'unpacked', created[0]!));
      assert.equal(stat.mode & 0o077, 0);
      assert.equal(stat.size, bytes.length);
      assert.equal(valueOf(await api.event(2)).raw, events[2]!.text);
      assert.equal(valueOf(await api.range(2)).byteOffset, events[2]!.byteOffset);
      assert.equal(new TextDecoder().decode(valueOf(await api.bytes(0, events[2]!.byteOffset, 5))), '{"id"');
    });
  }

  it('makes one log of all that a zip holds, and of files beside it', async () => {
    const { api } = await serve({
      'plain.json': bytes,
      'all.zip': zipSync({ 'b.json': other.bytes, 'a.json': bytes, 'readme.txt': utf16('Read me.') }),
    });
    const info = valueOf(await api.open(1));
    assert.deepEqual(
      info.files.map((each) => [each.name, each.origin, each.entry, each.eventCount]),
      [
        ['plain.json', 0, undefined, 3],
        ['all.zip › a.json', 1, 'a.json', 0],
        ['all.zip › b.json', 1, 'b.json', 5],
      ],
    );
    assert.match(info.notices.join(), /3 records stood in the log once more/);
    // The events of both drawings have the same IDs, and say something else.
    assert.equal(info.problemCount, 3);
    const [problem] = valueOf(await api.problems({ offset: 0, limit: 1 }));
    assert.match(
      problem!.message,
      /^all\.zip › b\.json, event 1, byte 1 of the unpacked content: This record has the key of event 1 of plain\.json/,
    );
    const found = valueOf(await api.find('', { offset: 0, limit: 100 }));
    for (const { row, file, byteOffset, byteLength } of found.events) {
      const record = (file === 2 ? other.bytes : bytes).subarray(byteOffset, byteOffset + byteLength);
      assert.equal(valueOf(await api.event(row)).raw, new TextDecoder().decode(record));
    }
  });

  it('says of a page in a zip that others are missing', async () => {
    const page = `{"value":${text},"@odata.nextLink":"https://graph.microsoft.com/next"}`;
    const { api } = await serve({ 'page.zip': zipSync({ 'page.json': strToU8(page) }) });
    const { eventCount, notices } = valueOf(await api.open(1));
    assert.equal(eventCount, 3);
    assert.match(notices.join('\n'), /one page of a longer answer/);
  });

  it('joins the three files of a CSV download in one zip', async () => {
    const triple = csvTriple(JSON.parse(text) as object[], { byteOrderMark: true });
    const packed = zipSync({
      [`export/${tripleFiles.properties}`]: strToU8(triple.properties),
      [`export/${tripleFiles.events}`]: utf16(triple.events),
      [`export/${tripleFiles.steps}`]: strToU8(triple.steps),
    });
    const { api } = await serve({ 'download.zip': packed });
    const info = valueOf(await api.open(1));
    assert.equal(info.eventCount, 3);
    assert.deepEqual([info.problemCount, info.notices], [0, []]);
    assert.deepEqual(
      info.files.map(({ name, form }) => [name, form]),
      [tripleFiles.events, tripleFiles.properties, tripleFiles.steps]
        .sort()
        .map((name) => [`download.zip › export/${name}`, 'unpacked']),
    );
    const event = valueOf(await api.event(2));
    assert.equal(event.identity, 'Zoë Müller');
    assert.deepEqual(
      event.steps.map(({ name, status }) => [name, status]),
      [['EntryExportUpdate', 'failure']],
    );
    const contents = valueOf(await api.contents(3));
    assert.deepEqual(
      contents.map(({ isTable }) => isTable),
      [true, true, true],
    );
    const to = { kind: 'memory', maxBytes: 1e6, maxLines: 1e6 } as const;
    const whole = await api.prettify(2, { file: event.file, indent: '  ', eol: '\n', to });
    assert.match(whole.ok ? '' : whole.error.message, /table, not JSON/);
  });

  it('prettifies what is unpacked, without opening the log', async () => {
    const { api } = await serve({ 'two.zip': zipSync({ 'a.json': bytes, 'b.json': other.bytes }) });
    assert.deepEqual(
      valueOf(await api.contents(1)).map(({ name, byteLength, isTable }) => [name, byteLength, isTable]),
      [
        ['two.zip › a.json', bytes.length, false],
        ['two.zip › b.json', other.bytes.length, false],
      ],
    );
    const to = { kind: 'memory', maxBytes: 1e6, maxLines: 1e6 } as const;
    const pretty = valueOf(await api.prettify(2, { file: 1, indent: '  ', eol: '\n', to }));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(pretty.bytes)), JSON.parse(other.text));
    const missing = await api.prettify(3, { file: 2, indent: '  ', eol: '\n', to });
    assert.match(missing.ok ? '' : missing.error.message, /no such file/);
  });

  it('gives what came of an archive that is cut, and tells where it ends', async () => {
    const packed = gzipSync(other.bytes);
    const { api } = await serve({ 'cut.json.gz': packed.subarray(0, packed.length - 60) });
    const info = valueOf(await api.open(1));
    assert.ok(info.eventCount > 0 && info.eventCount < 5, `${info.eventCount} events`);
    assert.match(info.notices[0]!, /“cut\.json\.gz” is cut off: what came of it is shown/);
    const problems = valueOf(await api.problems({ offset: 0, limit: 10 }));
    const cut = problems.find(({ code }) => code === 'archiveCut');
    assert.equal(cut?.byteOffset, info.files[0]!.byteLength);
    assert.match(cut.message, /^cut\.json\.gz, byte [\d,]+ of the unpacked content: The archive ends before/);
  });

  it('refuses with a sentence, and leaves nothing', async () => {
    for (const [file, content, message] of [
      ['bomb.gz', gzipSync(new Uint8Array(1_000_000)), /“bomb\.gz” was not opened: its content is more than 200 times/],
      ['none.zip', zipSync({ 'x.txt': bytes.subarray(50, 300) }), /“none\.zip” was not opened: “x\.txt” in it is no/],
      ['cut.zip', zipSync({ 'a.json': bytes }).subarray(0, 20), /damaged or cut off, and nothing in it can be read/],
    ] as const) {
      const { api } = await serve({ [file]: content });
      const reply = await api.open(1);
      assert.match(reply.ok ? '' : reply.error.message, message);
      assert.deepEqual(await unpackedFiles(), []);
    }
  });

  it('says so when the archive has changed since', async () => {
    const { api } = await serve({ 'changing.zip': zipSync({ 'a.json': bytes }) });
    valueOf(await api.open(1));
    await fs.appendFile(path.join(folder, 'changing.zip'), ' ');
    const reply = await api.event(0);
    assert.match(reply.ok ? '' : reply.error.message, /changing\.zip.*has changed.*Reload/);
  });

  it('reports progress while it unpacks, and leaves nothing when it is cancelled', async () => {
    const many = Buffer.from(
      `[${Array.from({ length: 30_000 }, (_, at) => text.slice(1, 300).replace('event-1', `e${at}`)).join(',')}]`,
    );
    const packed = gzipSync(many, { level: 1 });
    const { api, progress } = await serve({ 'many.json.gz': packed });
    const opening = api.open(7);
    while (progress.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await api.cancel(7);
    const reply = await opening;
    assert.equal(reply.ok ? undefined : reply.error.isCancelled, true);
    assert.ok(progress.every(([, done, total]) => done > 0 && done <= total && total > packed.length));
    assert.deepEqual(await unpackedFiles(), []);
  });

  it('removes what it unpacked even when it is ended by force', async () => {
    const worker = await serve({ 'log.zip': zipSync({ 'a.json': bytes }) });
    valueOf(await worker.api.open(1));
    assert.equal((await unpackedFiles()).length, 1);
    await worker.end();
    await assert.rejects(fs.stat(path.join(folder, 'unpacked')));
  });
});
