import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { unzipSync } from 'fflate';
import { readCustomErrorCodes } from '../../src/core/codes/customErrorCodes';
import type { ExportJob } from '../../src/protocol/exportApi';
import { exportFormats } from '../../src/core/export/exportFormats';
import { buildLog } from '../support/buildLog';
import { fixtureLogs } from '../support/fixtureLogs';
import { indexLog, summariesOf } from '../support/indexLog';
import { openWorker, valueOf, type TestWorker } from '../support/openWorker';

const drawing = `
  job Box: ok create:ok@annabelle FAIL(BoxEntryConflict)@{Zoë Müllerhausen}#c1 | skip(NotEffectivelyEntitled) warn
  job Workday: delete:FAIL(WorkdayDown)@annabelle
`;
const origin = { madeAtMs: Date.UTC(2026, 0, 2), version: '1.2.3' };
const secret = new TextEncoder().encode('secret');
const memory = { kind: 'memory', maxBytes: 1_000_000 } as const;

describe('exporting from a worker thread', () => {
  let folder: string;
  const workers: TestWorker[] = [];

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'export '));
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.end();
  });
  after(() => fs.rm(folder, { recursive: true }));

  async function serve(content: string): Promise<TestWorker> {
    const file = path.join(folder, 'ProvisioningLog.json');
    await fs.writeFile(file, content);
    const worker = openWorker([{ name: 'ProvisioningLog.json', path: file }]);
    workers.push(worker);
    valueOf(await worker.api.open(1));
    return worker;
  }

  async function texts(worker: TestWorker, job: Omit<ExportJob, 'origin' | 'to'>): Promise<string[]> {
    const { files = [] } = valueOf(await worker.api.exportEvents(2, { ...job, origin, to: memory }));
    return files.map((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }

  it('writes the records of a query as they stand in the log', async () => {
    const { text, events } = buildLog(drawing);
    const worker = await serve(text);
    const [all] = await texts(worker, { format: 'json', query: '' });
    assert.equal(all, `[\n${events.map((event) => event.text).join(',\n')}\n]\n`);
    const [failures] = await texts(worker, { format: 'json', query: 'status:failure' });
    assert.equal(failures, `[\n${events[2]!.text},\n${events[5]!.text}\n]\n`);
    const [none] = await texts(worker, { format: 'json', query: 'identity:nobody' });
    assert.deepEqual(JSON.parse(none!), []);
  });

  it('opens its own JSON again, redacted or not, with the same events', async () => {
    const { text } = buildLog(drawing);
    const worker = await serve(text);
    const before = summariesOf(await indexLog([text]));
    const [plain] = await texts(worker, { format: 'json', query: '' });
    const same = summariesOf(await indexLog([plain!]));
    const told = (list: typeof before): unknown => list.map((event) => ({ ...event, byteOffset: 0 }));
    assert.deepEqual(told(same), told(before));
    const [redacted] = await texts(worker, { format: 'json', query: '', secret });
    const after = summariesOf(await indexLog([redacted!]));
    const facts = (list: typeof before): unknown =>
      list.map(({ time, action, status, errorCode, durationMs }) => ({ time, action, status, errorCode, durationMs }));
    assert.deepEqual(facts(after), facts(before));
    assert.equal(after[1]!.identity, after[5]!.identity);
    assert.doesNotMatch(redacted!, /annabelle|ller/i);
  });

  it('writes every form, with pseudonyms or without', async () => {
    const worker = await serve(buildLog(drawing).text);
    for (const format of exportFormats) {
      const plain = await texts(worker, { format: format.id, query: 'status:failure' });
      assert.equal(plain.length, format.kind === 'records' ? format.files.length : 1);
      assert.match(plain.join(''), /BoxEntryConflict/);
      assert.match(plain.join(''), /annabelle/);
      const redacted = await texts(worker, { format: format.id, query: 'identity:annabelle OR identity:zoë', secret });
      assert.match(redacted.join(''), /BoxEntryConflict/);
      assert.doesNotMatch(redacted.join(''), /annabelle|ller/i, format.id);
    }
  });

  for (const { format, name, files } of fixtureLogs().filter((log) => log.format !== 'refused')) {
    it(`takes ${name} away in every form, as JSON that opens with the same events`, async () => {
      const worker = openWorker(files.map(({ name: own, bytes }) => ({ name: own, bytes: new Uint8Array(bytes) })));
      workers.push(worker);
      const { eventCount } = valueOf(await worker.api.open(1));
      const { events: before } = valueOf(await worker.api.find('', { offset: 0, limit: 10_000 }));
      const facts = ({ time, action, status, errorCode }: (typeof before)[number]): unknown => [
        time,
        action,
        status,
        errorCode,
      ];
      for (const key of [undefined, secret]) {
        const job = { query: '', ...(key && { secret: key }) };
        for (const { id } of exportFormats) {
          const written = await texts(worker, { ...job, format: id });
          assert.ok(
            written.every((text) => text.length > 0),
            id,
          );
          if (id !== 'json' || eventCount === 0) continue;
          const again = summariesOf(await indexLog(written));
          assert.deepEqual(
            again.map((event) => facts({ ...event, row: 0 })),
            before.map(facts),
            format,
          );
        }
      }
    });
  }

  it('opens its own three CSV files again with the same events, and exports them as JSON that opens, too', async () => {
    const { text } = buildLog(drawing);
    const worker = await serve(text);
    const files = await texts(worker, { format: 'csvTriple', query: '' });
    const facts = (list: ReturnType<typeof summariesOf>): unknown =>
      list.map(({ id, time, action, status, errorCode, identity, changeId }) => ({
        id,
        time,
        action,
        status,
        errorCode,
        identity,
        changeId,
      }));
    const before = facts(summariesOf(await indexLog([text])));
    assert.deepEqual(facts(summariesOf(await indexLog(files))), before);
    const names = [
      'ProvisioningLogs.csv',
      'ProvisioningLogs_ProvisioningSteps.csv',
      'ProvisioningLogs_ModifiedProperties.csv',
    ];
    const again = openWorker(names.map((name, index) => ({ name, bytes: new TextEncoder().encode(files[index]) })));
    workers.push(again);
    valueOf(await again.api.open(1));
    const [json] = await texts(again, { format: 'json', query: '' });
    assert.deepEqual(facts(summariesOf(await indexLog([json!]))), before);
    const [redacted] = await texts(again, { format: 'json', query: '', secret });
    assert.equal(summariesOf(await indexLog([redacted!])).length, 6);
    assert.doesNotMatch(redacted!, /annabelle|ller/i);
  });

  it('writes files under their names at the end only, and nothing when it is ended', async () => {
    const worker = await serve(buildLog(drawing).text);
    const paths = ['a.csv', 'a_ProvisioningSteps.csv', 'a_ModifiedProperties.csv'].map((name) =>
      path.join(folder, name),
    );
    const to = { kind: 'files', paths } as const;
    const result = valueOf(await worker.api.exportEvents(2, { format: 'csvTriple', query: '', origin, to }));
    assert.equal(result.events, 6);
    const sizes = await Promise.all(paths.map(async (file) => (await fs.stat(file)).size));
    assert.equal(
      sizes.reduce((sum, size) => sum + size, 0),
      result.byteLength,
    );

    const many = buildLog(`job Box: ${'ok '.repeat(3_000)}`);
    const slow = await serve(many.text);
    const left = path.join(folder, 'left.json');
    const running = slow.api.exportEvents(3, {
      format: 'json',
      query: '',
      secret,
      origin,
      to: { kind: 'files', paths: [left] },
    });
    await slow.api.cancel(3);
    const reply = await running;
    assert.equal(reply.ok ? false : reply.error.isCancelled, true);
    const names = await fs.readdir(folder);
    assert.deepEqual(
      names.filter((name) => name.includes('left')),
      [],
    );
  });

  it('leaves nothing of any form when it is ended, however short the run', async () => {
    const worker = await serve(buildLog(drawing).text);
    let request = 10;
    for (const format of exportFormats) {
      const count = format.kind === 'records' ? format.files.length : 1;
      const paths = Array.from({ length: count }, (_, index) => path.join(folder, `ended-${index}`));
      for (const pseudonyms of [{}, { secret }]) {
        request++;
        const to = { kind: 'files', paths } as const;
        const running = worker.api.exportEvents(request, { format: format.id, query: '', origin, to, ...pseudonyms });
        await worker.api.cancel(request);
        const reply = await running;
        assert.equal(reply.ok ? false : reply.error.isCancelled, true, format.id);
        const left = (await fs.readdir(folder)).filter((name) => name.includes('ended'));
        assert.deepEqual(left, [], format.id);
      }
    }
  });

  it('refuses what cannot be: an unknown form, a broken query, a folder that is not there, too many bytes', async () => {
    const worker = await serve(buildLog(drawing).text);
    const job = { format: 'json', query: '', origin, to: memory };
    assert.equal((await worker.api.exportEvents(2, { ...job, format: 'docx' })).ok, false);
    const broken = await worker.api.exportEvents(2, { ...job, query: 'nofield:x' });
    assert.deepEqual(broken.ok ? [] : [broken.error.start, broken.error.end], [0, 7]);
    const nowhere = { kind: 'files', paths: [path.join(folder, 'no', 'where.json')] } as const;
    const reply = await worker.api.exportEvents(2, { ...job, to: nowhere });
    assert.match(reply.ok ? '' : reply.error.message, /cannot be written/);
    const small = valueOf(await worker.api.exportEvents(2, { ...job, to: { kind: 'memory', maxBytes: 100 } }));
    assert.equal(small.isTooLarge, true);
    assert.equal(small.files, undefined);
  });

  it('says whose turn it is as the codes of the user do', async () => {
    const worker = await serve(buildLog(drawing).text);
    const report = async () => (await texts(worker, { format: 'markdown', query: '' }))[0]!;
    const own = readCustomErrorCodes([
      { code: 'WorkdayDown', title: 'Down', cause: 'Night.', turn: 'microsoftSupport' },
    ]);
    const before = await report();
    valueOf(await worker.api.useCodes(own.entries));
    const after = await report();
    assert.doesNotMatch(before, /Microsoft support/i);
    assert.match(after, /Microsoft support/i);
    valueOf(await worker.api.useCodes([]));
    assert.equal(await report(), before);
  });

  it('previews what redaction does', async () => {
    const worker = await serve(buildLog(drawing).text);
    const preview = valueOf(await worker.api.previewRedaction(2, '', secret));
    assert.equal(preview.events, 6);
    assert.ok(preview.replaced.some(({ original, count }) => original === 'annabelle' && count > 1));
    assert.ok(preview.replaced.every(({ original, pseudonym }) => original !== pseudonym));
    assert.ok(preview.left.every(({ word }) => !/annabelle|müller/i.test(word)));
  });

  it('packs a report, redacted events and the true IDs for support', async () => {
    const { text, events } = buildLog(drawing);
    const worker = await serve(text);
    const environment = [{ name: 'Visual Studio Code', value: '1.99' }];
    const job = { query: 'status:failure', secret, origin, environment, to: { kind: 'memory' } } as const;
    const { bytes, events: count } = valueOf(await worker.api.supportPack(2, job));
    assert.equal(count, 2);
    const files = Object.entries(unzipSync(bytes!)).map(
      ([name, content]) => [name, new TextDecoder().decode(content)] as const,
    );
    assert.deepEqual(files.map(([name]) => name).sort(), [
      'ProvisioningLog-redacted.json',
      'README.txt',
      'ids.csv',
      'report.html',
      'report.md',
    ]);
    for (const [name, content] of files) assert.doesNotMatch(content, /annabelle|ller/i, name);
    const all = Object.fromEntries(files);
    assert.match(all['ids.csv']!, new RegExp(`"${events[2]!.changeId}"`));
    assert.equal(summariesOf(await indexLog([all['ProvisioningLog-redacted.json']!])).length, 2);
    assert.match(all['README.txt']!, /Visual Studio Code: 1\.99/);
  });
});
