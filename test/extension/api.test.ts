import * as vscode from 'vscode';
import type { OpenLog, ProvisioningLogApi } from '../../src/extension/api';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { expectedCounts, sampleFile, writeFile } from './support/workspaceFiles';

async function activateApi(): Promise<ProvisioningLogApi> {
  const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
  assert.ok(extension);
  return extension.activate();
}

describe('the exported API', () => {
  let log: OpenLog;

  beforeEach(async () => {
    const api = await activateApi();
    assert.equal(api.apiVersion, 1);
    log = await api.open([sampleFile()]);
  });

  afterEach(() => log.close());

  it('opens a log and counts it as the generator did', async () => {
    const expected = await expectedCounts();
    assert.equal(log.eventCount, expected.events);
    assert.deepEqual(
      log.files.map((file) => file.toString()),
      [sampleFile().toString()],
    );
    assert.equal(log.problemCount, log.problems.length);
    const summary = await log.summary();
    assert.equal(summary.events, expected.events);
    assert.equal(summary.byStatus.failure, expected.failures);
    const byId = (left: { jobId: string }, right: { jobId: string }) => (left.jobId < right.jobId ? -1 : 1);
    assert.deepEqual(
      [...summary.jobs].sort(byId).map(({ jobId, name, events, byStatus }) => ({ jobId, name, events, byStatus })),
      [...expected.jobs].sort(byId),
    );
  });

  it('pages through events in file order', async () => {
    const all = await log.find('', { offset: 0, limit: 10_000 });
    assert.equal(all.total, log.eventCount);
    assert.equal(all.events.length, all.total);
    const offsets = all.events.map(({ byteOffset }) => byteOffset);
    assert.deepEqual(
      offsets,
      [...offsets].sort((left, right) => left - right),
    );
    const page = await log.find(undefined, { offset: 5, limit: 3 });
    assert.deepEqual(page.events, all.events.slice(5, 8));
    assert.equal((await log.find()).events.length, 100);
    assert.equal(new Set(all.events.map(({ key }) => key)).size, all.events.length);
    assert.equal('row' in all.events[0]!, false);
  });

  it('finds by query', async () => {
    const { total, events } = await log.find('status:failure', { offset: 0, limit: 1_000 });
    assert.equal(total, (await expectedCounts()).failures);
    assert.ok(events.every(({ status }) => status === 'failure'));
  });

  it('says where a query is broken', async () => {
    const error = (await assert.rejects(log.find('status:(failure'))) as Error & { start: number; end: number };
    assert.ok(error instanceof Error && error.message.length > 10);
    assert.equal(typeof error.start, 'number');
    assert.equal(typeof error.end, 'number');
  });

  it('refuses pages that make no sense', async () => {
    await assert.rejects(log.find('', { offset: -1, limit: 1 }), /page/);
    await assert.rejects(log.find('', { offset: 0, limit: 10_001 }), /10000|10,000/);
  });

  it('reads one event by its key, with its exact text', async () => {
    const { events } = await log.find('status:failure', { offset: 0, limit: 1 });
    const event = await log.event(events[0]!.key);
    assert.ok(event);
    assert.equal(event.key, events[0]!.key);
    assert.ok(event.steps.length > 0);
    const bytes = await vscode.workspace.fs.readFile(log.files[event.file]!);
    const record = bytes.subarray(event.byteOffset, event.byteOffset + event.byteLength);
    assert.equal(event.raw, new TextDecoder().decode(record));
    assert.equal(await log.event('no such key'), undefined);
  });

  it('gives up one share and keeps the others', async () => {
    const other = await (await activateApi()).open([sampleFile()]);
    other.close();
    await assert.rejects(other.find(), /closed/);
    assert.equal((await log.find()).total, log.eventCount);
  });

  it('makes one log of several files', async () => {
    const files = await Promise.all([
      writeFile('part-1.json', buildLog('job Box: ok FAIL(BoxEntryConflict)').text),
      writeFile('part-2.json', buildLog('job Zendesk: ok ok ok').text),
    ]);
    const joined = await (await activateApi()).open(files);
    const { events } = await joined.find();
    assert.equal(joined.eventCount, events.length);
    assert.deepEqual([...new Set(events.map(({ file }) => file))], [0, 1]);
    joined.close();
  });

  it('reports progress and can be cancelled', async () => {
    const api = await activateApi();
    const file = await writeFile('progress.json', buildLog('job Box: ok ok ok').text);
    const source = new vscode.CancellationTokenSource();
    const opened = api.open([file], { token: source.token, onProgress: () => undefined });
    source.cancel();
    await assert.rejects(opened);
    const again = await api.open([file]);
    assert.equal(again.eventCount, 3);
    again.close();
  });

  it('refuses what is no provisioning log, and nothing at all', async () => {
    const api = await activateApi();
    await assert.rejects(api.open([await writeFile('not-a-log.json', '{"milk": 2}')]), /milk.*provisioning log/);
    await assert.rejects(api.open([]), /No file/);
  });
});
