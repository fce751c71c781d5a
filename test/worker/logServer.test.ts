import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { buildLog } from '../support/buildLog';
import { openWorker, valueOf, type TestWorker } from '../support/openWorker';

const drawing = `
  job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller}#c1 | skip(NotEffectivelyEntitled) warn
  job Workday: delete:FAIL(WorkdayDown)#c1
`;

describe('LogServer in a worker thread', () => {
  let folder: string;
  const windowFolder = () => path.join(folder, 'unpacked', 'window');
  const workers: TestWorker[] = [];

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'log server '));
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.end();
  });
  after(() => fs.rm(folder, { recursive: true }));

  async function serve(content: string | Uint8Array, name = 'log.json'): Promise<TestWorker> {
    const file = path.join(folder, name);
    await fs.writeFile(file, content);
    return start([{ name, path: file }]);
  }

  function start(files: Parameters<typeof openWorker>[0]): TestWorker {
    const worker = openWorker(files, windowFolder());
    workers.push(worker);
    return worker;
  }

  it('opens a log and answers every question about it', async () => {
    const { text, bytes, events } = buildLog(drawing);
    const { api } = await serve(text);
    const info = valueOf(await api.open(1));
    assert.equal(info.eventCount, 6);
    assert.deepEqual(info.byStatus, { success: 2, failure: 2, skipped: 1, warning: 1, unknown: 0 });
    assert.equal(info.problemCount, 0);
    assert.equal(info.firstTimeMs, Date.parse(events[0]!.time));
    assert.equal(info.lastTimeMs, Date.parse(events[5]!.time));
    assert.deepEqual(info.files, [
      {
        name: 'log.json',
        origin: 0,
        form: 'original',
        byteLength: bytes.length,
        eventCount: 6,
        format: 'Provisioning log (JSON)',
      },
    ]);

    const found = valueOf(await api.find('status:failure', { offset: 0, limit: 10 }));
    assert.deepEqual(
      found.events.map(({ row, identity, errorCode, byteOffset }) => [row, identity, errorCode, byteOffset]),
      [2, 5].map((row) => [row, events[row]!.identity, events[row]!.errorCode, events[row]!.byteOffset]),
    );
    const broken = await api.find('job:A nofield:x', { offset: 0, limit: 10 });
    assert.deepEqual(broken.ok ? [] : [broken.error.start, broken.error.end], [6, 13]);

    const event = valueOf(await api.event(2));
    assert.equal(event.raw, events[2]!.text);
    assert.equal(event.identity, 'Zoë Müller');
    assert.equal(event.steps.length, 1);

    const range = valueOf(await api.range(3));
    assert.equal(text.slice(range.documentOffset, range.documentOffset + range.documentLength), events[3]!.text);
    assert.deepEqual(valueOf(await api.rangeAtDocumentOffset(0, range.documentOffset + 5)), range);
    assert.deepEqual(valueOf(await api.rangeAtByteOffset(0, range.byteOffset)), range);
    assert.equal(valueOf(await api.rangeAtByteOffset(0, range.byteOffset - 1)), undefined);

    assert.equal(valueOf(await api.rowOf('event-4')), 3);
    assert.equal(valueOf(await api.rowOf('event-9')), undefined);
    assert.equal(valueOf(await api.neighbour(2, 'next', true)), 5);
    assert.equal(valueOf(await api.neighbour(2, 'previous', true)), undefined);
    assert.equal(valueOf(await api.neighbour(2, 'next', false, 'job:Workday')), 5);
    assert.equal(valueOf(await api.neighbour(5, 'previous', true, 'action:delete')), undefined);
    assert.equal(valueOf(await api.valueUse('code', 'boxentryconflict')).count, 1);
    assert.deepEqual(valueOf(await api.valueUse('change', 'C1')), {
      count: 2,
      firstTimeMs: Date.parse(events[2]!.time),
      lastTimeMs: Date.parse(events[5]!.time),
    });
    assert.deepEqual(valueOf(await api.idOwners('c1')), [{ kind: 'change', name: '', events: 2 }]);
    const { by, total, events: ofObject } = valueOf(await api.sameObject(2, 100));
    assert.equal(total, ofObject.length);
    assert.ok(ofObject.some(({ row }) => row === 2));
    assert.ok(by === 'sourceId' || ofObject.every(({ identity }) => identity === 'Zoë Müller'));
    assert.equal((await api.sameObject(99, 100)).ok, false);
    assert.deepEqual(
      valueOf(await api.latestFailures(1)).map(({ row }) => row),
      [5],
    );
    assert.deepEqual(valueOf(await api.keys(2)), ['event-1', 'event-2']);
    assert.equal(valueOf(await api.summary()).jobs.length, 2);
    const jobs = valueOf(await api.children(undefined));
    assert.deepEqual(
      jobs.map(({ label }) => label),
      ['Box', 'Workday'],
    );
    const failures = { query: 'status:failure', grouping: 'code' };
    const codes = valueOf(await api.children(undefined, failures));
    assert.deepEqual(
      codes.map(({ label, events }) => [label, events]),
      [
        ['BoxEntryConflict', 1],
        ['WorkdayDown', 1],
      ],
    );
    assert.equal(valueOf(await api.pathTo(2, failures))[0], codes[0]!.id);
    assert.deepEqual(valueOf(await api.pathTo(0, failures)), []);
    const unknown = await api.children(undefined, { query: 'nofield:x' });
    assert.deepEqual(unknown.ok ? [] : [unknown.error.start, unknown.error.end], [0, 7]);
    const trail = valueOf(await api.pathTo(2));
    assert.equal(trail[0], jobs[0]!.id);
    assert.equal(new TextDecoder().decode(valueOf(await api.bytes(0, range.byteOffset, 5))), '{"id"');
    assert.deepEqual(valueOf(await api.problems({ offset: 0, limit: 10 })), []);
  });

  it('says of a log without events whether there are none, or none could be read', async () => {
    const empty = await serve('[]');
    assert.match(valueOf(await empty.api.open(1)).notices.join(), /^This log holds no events\. A download holds what/);
    const { text } = buildLog('job Box: ok');
    const cut = await serve(text.slice(0, -10), 'cut.json');
    const { notices, eventCount } = valueOf(await cut.api.open(1));
    assert.equal(eventCount, 0);
    assert.equal(notices.at(-1), 'No event of this log could be read: “Problems” says why.');
  });

  it('holds bytes that were moved into it', async () => {
    const { bytes } = buildLog(drawing);
    const moved = new Uint8Array(bytes);
    const { api } = start([{ name: 'log.json', bytes: moved }]);
    assert.equal(valueOf(await api.open(1)).eventCount, 6);
    assert.equal(valueOf(await api.event(5)).changeId, 'c1');
    assert.equal(moved.length, 0);
  });

  for (const [encoding, swap] of [
    ['UTF-16 LE', false],
    ['UTF-16 BE', true],
  ] as const) {
    it(`reads ${encoding} through a private file that ends with the worker`, async () => {
      const { text, events } = buildLog(drawing);
      const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
      const worker = await serve(swap ? bytes.swap16() : bytes);
      const { api } = worker;
      assert.equal(valueOf(await api.open(1)).eventCount, 6);
      const created = await fs.readdir(windowFolder());
      assert.equal(created.length, 1);
      assert.equal((await fs.stat(path.join(windowFolder(), created[0]!))).mode & 0o077, 0);
      assert.equal(valueOf(await api.event(2)).raw, events[2]!.text);
      const range = valueOf(await api.range(4));
      assert.equal(text.slice(range.documentOffset, range.documentOffset + range.documentLength), events[4]!.text);
      await worker.end();
      await assert.rejects(fs.stat(path.join(folder, 'unpacked')));
    });
  }

  it('says so when a record is asked for after the file has changed, or is gone', async () => {
    const { text } = buildLog(drawing);
    const { api } = await serve(text, 'changing.json');
    valueOf(await api.open(1));
    await fs.appendFile(path.join(folder, 'changing.json'), ' ');
    const changed = await api.event(0);
    assert.match(changed.ok ? '' : changed.error.message, /changing\.json.*has changed.*Reload/);
    await fs.rm(path.join(folder, 'changing.json'));
    const gone = await api.event(0);
    assert.match(gone.ok ? '' : gone.error.message, /can no longer be read.*does not exist/);
  });

  for (const [name, content, message] of [
    ['an empty file', '', /The file is empty/],
    ['white space', ' \n ', /nothing but white space/],
    ['text', 'Hello, world', /does not begin as JSON/],
    ['another list', '[{"foo":1,"bar":"<b>"}]', /list of something else.*“foo”, “bar”.*Expected/],
    ['another object', '{"kind":"ProvisioningLogs","properties":{}}', /object of something else.*“kind”/],
    ['numbers', '[1,2,3]', /JSON list, but not of events/],
    ['another archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /is a 7-Zip archive: unpack it/],
  ] as const) {
    it(`refuses ${name} with a sentence`, async () => {
      const { api } = await serve(content);
      const reply = await api.open(1);
      assert.match(reply.ok ? '' : reply.error.message, message);
      assert.match(reply.ok ? '' : reply.error.message, /^log\.json: The file /);
    });
  }

  it('refuses several files that are no log, and names the one that the reason is about', async () => {
    await fs.writeFile(path.join(folder, 'one.csv'), '');
    await fs.writeFile(path.join(folder, 'two.csv'), '[1]');
    const files = ['one.csv', 'two.csv'].map((name) => ({ name, path: path.join(folder, name) }));
    const reply = await start(files).api.open(1);
    assert.match(reply.ok ? '' : reply.error.message, /^None of the 2 files is .* one\.csv: The file is empty/);
  });

  it('refuses a folder, and a file that is not there', async () => {
    for (const [target, message] of [
      [folder, /is no file/],
      [path.join(folder, 'missing.json'), /cannot be opened: it does not exist/],
    ] as const) {
      const reply = await start([{ name: 'x', path: target }]).api.open(1);
      assert.match(reply.ok ? '' : reply.error.message, message);
    }
  });

  it('takes an empty list for a log without events', async () => {
    const { api } = await serve('[]');
    const info = valueOf(await api.open(1));
    assert.equal(info.eventCount, 0);
    assert.equal(info.problemCount, 0);
    assert.deepEqual(valueOf(await api.children(undefined)), []);
  });

  it('tells problems in words, with their places', async () => {
    const { text, events } = buildLog('job A: ok ok ok');
    const { api } = await serve(text.replace('"jobId":', '"jobId"'));
    assert.equal(valueOf(await api.open(1)).problemCount, 1);
    const [problem] = valueOf(await api.problems({ offset: 0, limit: 10 }));
    assert.equal(problem?.code, 'brokenRecord');
    assert.match(problem.message, /^log\.json, event 1, line 1, byte 1: A record is broken at byte/);
    assert.equal(problem.byteOffset, events[0]!.byteOffset);
    assert.deepEqual(
      valueOf(await api.find('', { offset: 0, limit: 10 })).events.map(({ id }) => id),
      ['event-2', 'event-3'],
    );
  });

  it('notices that a file is one page of several', async () => {
    const { text } = buildLog('job A: ok', { wrapper: 'graph' });
    const { api } = await serve(text.replace(/\}$/, ',"@odata.nextLink":"https://next"}'));
    const info = valueOf(await api.open(1));
    assert.equal(info.format, 'Microsoft Graph response');
    assert.equal(info.notices.length, 1);
    assert.match(info.notices[0]!, /one page/);
  });

  it('joins files into one log and counts what is in both once', async () => {
    const one = buildLog('job A: ok FAIL(X)');
    const two = buildLog('job A: ok FAIL(Y) ok');
    await fs.writeFile(path.join(folder, 'one.json'), one.text);
    await fs.writeFile(path.join(folder, 'two.json'), two.text);
    const { api } = start(['one.json', 'two.json'].map((name) => ({ name, path: path.join(folder, name) })));
    const info = valueOf(await api.open(1));
    assert.deepEqual(
      info.files.map(({ eventCount }) => eventCount),
      [2, 2],
    );
    assert.match(info.notices.join(), /1 record stood in the log once more/);
    assert.equal(info.problemCount, 1);
    const { events } = valueOf(await api.find('', { offset: 0, limit: 10 }));
    assert.deepEqual(
      events.map(({ key, file, errorCode }) => [key, file, errorCode]),
      [
        ['event-1', 0, undefined],
        ['event-2', 0, 'X'],
        ['event-2#2', 1, 'Y'],
        ['event-3', 1, undefined],
      ],
    );
    for (const { key, row } of events) assert.equal(valueOf(await api.rowOf(key)), row);
    assert.equal(valueOf(await api.event(2)).error?.code, 'Y');
    const [problem] = valueOf(await api.problems({ offset: 0, limit: 1 }));
    assert.match(problem!.message, /^two\.json, event 2, byte \d+: This record has the key of event 2 of one\.json/);
  });

  it('reports progress, and leaves no worker and no file when it is cancelled', async () => {
    const many = longLog();
    const { api, progress } = await serve(many, 'many.json');
    const opening = api.open(7);
    await until(() => progress.length > 0);
    await api.cancel(7);
    const reply = await opening;
    assert.equal(reply.ok ? undefined : reply.error.isCancelled, true);
    const [request, done, total] = progress[0]!;
    assert.equal(request, 7);
    assert.ok(done > 0 && done <= total && total === many.length);

    const target = path.join(folder, 'many.pretty.json');
    const pretty = api.prettify(8, { file: 0, indent: '  ', eol: '\n', to: { kind: 'file', path: target } });
    await until(() => progress.some(([running]) => running === 8));
    await api.cancel(8);
    assert.equal((await pretty).ok, false);
    assert.deepEqual(
      (await fs.readdir(folder)).filter((name) => name.includes('pretty')),
      [],
    );
  });

  it('answers about the part that is read, and then about the whole', async () => {
    const { text } = buildLog('job A: ok FAIL(X)');
    const [one, two] = text.slice(1, -1).split(/,(?=\{"id":"event-2")/) as [string, string];
    const records = Array.from({ length: 6_000 }, (_, index) =>
      (index % 2 === 0 ? one : two).replace(/"event-\d"/, `"event-${index}"`),
    );
    const worker = await serve(`[${records.join(',')}]`, 'growing.json');
    const { api, parts } = worker;
    const opening = api.open(1);
    await until(() => parts.length > 0);
    const [part] = parts;
    assert.ok(part?.isPartial === true && part.eventCount > 0 && part.eventCount < 6_000);
    const asked = await api.find('', { offset: 0, limit: 1 });
    assert.ok(valueOf(asked).total >= part.eventCount);
    const info = valueOf(await opening);
    assert.equal(info.isPartial, undefined);
    assert.equal(info.eventCount, 6_000);
    assert.equal(valueOf(await api.find('', { offset: 0, limit: 1 })).total, 6_000);
    const [job] = valueOf(await api.children(undefined));
    assert.deepEqual([job?.events, job?.failures], [6_000, 3_000]);
  });

  it('prettifies to a file, to memory, and only as far as a limit', async () => {
    const { text } = buildLog(drawing);
    const { api } = await serve(text, 'plain.json');
    const pretty = JSON.stringify(JSON.parse(text), null, 2);
    const target = path.join(folder, 'plain.pretty.json');
    const how = { file: 0, indent: '  ', eol: '\n' } as const;
    valueOf(await api.prettify(1, { ...how, to: { kind: 'file', path: target } }));
    assert.equal(await fs.readFile(target, 'utf8'), pretty);
    const limits = { maxBytes: 1e6, maxLines: 1e6 };
    const memory = valueOf(await api.prettify(2, { ...how, to: { kind: 'memory', ...limits } }));
    assert.equal(new TextDecoder().decode(memory.bytes), pretty);
    const measured = valueOf(await api.prettify(3, { ...how, to: { kind: 'measure', ...limits } }));
    assert.deepEqual(
      [measured.byteLength, measured.lineCount, measured.bytes],
      [Buffer.byteLength(pretty), pretty.split('\n').length, undefined],
    );
    const cut = valueOf(await api.prettify(4, { ...how, to: { kind: 'memory', maxBytes: 1e6, maxLines: 10 } }));
    assert.deepEqual([cut.isTooLarge, cut.bytes], [true, undefined]);
    const failed = await api.prettify(5, { ...how, to: { kind: 'file', path: path.join(folder, 'no', 'x.json') } });
    assert.match(failed.ok ? '' : failed.error.message, /cannot be written: its folder does not exist/);
  });

  it('leaves nothing behind when the worker is ended while it writes', async () => {
    const worker = await serve(longLog(), 'ended.json');
    const { api, progress, deaths } = worker;
    const target = path.join(folder, 'ended.pretty.json');
    void api.prettify(1, { file: 0, indent: '  ', eol: '\n', to: { kind: 'file', path: target } });
    await until(() => progress.length > 0);
    await worker.end();
    assert.deepEqual(
      (await fs.readdir(folder)).filter((name) => name.includes('ended.pretty')),
      [],
    );
    assert.deepEqual(deaths, []);
  });
});

/** A log of which reading and formatting take many times as long as a message does. */
function longLog(): string {
  const { text } = buildLog('job A: ok');
  return `[${`${text.slice(1, -1)},`.repeat(150_000)}${text.slice(1)}`;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}
