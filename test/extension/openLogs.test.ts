import * as vscode from 'vscode';
import type { OpenLog } from '../../src/extension/openLog';
import { valueOf } from '../../src/extension/report';
import { treeItem } from '../../src/extension/tree/treeItem';
import { largeLogInMemory } from '../generator/largeLog';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { countedPlatform, type CountedPlatform } from './support/countedPlatform';
import { logsOfTest, type LogsOfTest } from './support/window';
import { sampleFile, until, writeFile } from './support/workspaceFiles';

const LONG_EVENTS = 6_000;
/** So much may stay of logs that were closed, which the system's allocator keeps for the next time. */
const MAX_GROWTH_BYTES = 32 * 1024 * 1024;

/** More than a worker reads before it tells of a part. */
function longLog(): string {
  const one = buildLog('job Box: FAIL(BoxEntryConflict)@anna').text.slice(1, -1);
  return `[${Array.from({ length: LONG_EVENTS }, (_, index) => one.replace('event-1', `event-${index}`)).join(',')}]`;
}

const drawing = 'job Box: ok FAIL(BoxEntryConflict)@anna skip(RedundantExport)';

describe('open logs', () => {
  let platform: CountedPlatform;
  let window: LogsOfTest;

  beforeEach(() => {
    platform = countedPlatform();
    window = logsOfTest(platform);
  });

  afterEach(async () => {
    window.dispose();
    await until('every worker has ended', () => platform.running === 0);
  });

  it('reads the same files once for everybody and ends the worker with the last share', async () => {
    const { logs } = window;
    const [shown, share, again] = await Promise.all([
      logs.open([sampleFile()]),
      logs.share([sampleFile()], {}),
      logs.share([sampleFile()], {}),
    ]);
    assert.equal(platform.started, 1);
    assert.equal(share.log, shown);
    logs.close(shown);
    share.close();
    share.close();
    assert.equal(platform.running, 1);
    again.close();
    await until('the worker has ended', () => platform.running === 0);
  });

  it('shows what was opened, not what is only shared', async () => {
    const { logs } = window;
    const share = await logs.share([sampleFile()], {});
    assert.deepEqual(logs.shown, []);
    assert.equal(logs.active, undefined);
    const log = await logs.open([sampleFile()]);
    assert.deepEqual(logs.shown, [log]);
    assert.equal(logs.active, log);
    share.close();
    assert.equal(platform.running, 1);
  });

  it('leaves no worker after one click of cancel', async () => {
    const source = new vscode.CancellationTokenSource();
    const opened = window.logs.open([sampleFile()], { token: source.token });
    source.cancel();
    const error = await assert.rejects(opened);
    assert.ok(error instanceof vscode.CancellationError);
    assert.equal(platform.running, 0);
    assert.deepEqual(window.logs.shown, []);
  });

  it('is cancelled at once while the editor still hands the file over, and ends the worker that comes late', async () => {
    let ask: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (ask = resolve));
    let handOver: () => void = () => undefined;
    const isHandedOver = new Promise<void>((resolve) => (handOver = resolve));
    const slow = logsOfTest({
      name: platform.name,
      stamp: (file) => platform.stamp(file),
      readShipped: (file) => platform.readShipped(file),
      randomBytes: (length) => platform.randomBytes(length),
      startWorker: async (files, host) => {
        ask();
        await isHandedOver;
        return platform.startWorker(files, host);
      },
    });
    const source = new vscode.CancellationTokenSource();
    const opened = slow.logs.open([sampleFile()], { token: source.token });
    await isAsked;
    source.cancel();
    assert.ok((await assert.rejects(opened)) instanceof vscode.CancellationError);
    assert.equal(platform.started, 0);
    handOver();
    await until('the late worker has come and gone', () => platform.started === 1 && platform.running === 0);
    assert.deepEqual(slow.logs.shown, []);
    slow.dispose();
  });

  it('shows a long log while it is read, and says so', async () => {
    const file = await writeFile('long.json', longLog());
    const states: string[] = [];
    const { logs } = window;
    logs.onDidGrow((grown) => states.push(`${logs.active === grown} ${grown.info.isPartial === true}`));
    let first: OpenLog | undefined;
    const share = logs.share([file], {});
    const log = await logs.open([file], {
      onPartial: (part) => {
        first = part;
        assert.deepEqual(logs.shown, [part]);
        assert.equal(logs.active, part);
        assert.ok(part.info.isPartial === true && part.info.eventCount > 0);
        assert.match(String(treeItem({ kind: 'log', log: part }).description), /events.* so far$/);
      },
    });
    assert.equal(first, log);
    assert.equal(states.at(-1), 'true false');
    assert.equal(log.info.isPartial, undefined);
    assert.equal(log.info.eventCount, LONG_EVENTS);
    assert.equal((await share).log, log);
    assert.equal(platform.started, 1);
    (await share).close();
  });

  it('takes a part away again when reading is cancelled, or the log is closed', async () => {
    const file = await writeFile('long-cancelled.json', longLog());
    const { logs } = window;
    for (const end of ['cancel', 'close'] as const) {
      const source = new vscode.CancellationTokenSource();
      const opened = logs.open([file], {
        token: source.token,
        onPartial: (part) => (end === 'cancel' ? source.cancel() : logs.close(part)),
      });
      assert.ok((await assert.rejects(opened)) instanceof vscode.CancellationError);
      assert.deepEqual(logs.shown, []);
      assert.equal(logs.active, undefined);
      assert.equal(logs.find(file), undefined);
      await until('the worker has ended', () => platform.running === 0);
    }
  });

  it('stops showing a part that nobody wants to see, and goes on reading for those who wait', async () => {
    const file = await writeFile('long-shared.json', longLog());
    const { logs } = window;
    const kept = logs.share([file], {});
    const opened = logs.open([file], { onPartial: (part) => logs.close(part) });
    await assert.rejects(opened);
    assert.deepEqual(logs.shown, []);
    const share = await kept;
    assert.equal(share.log.info.eventCount, LONG_EVENTS);
    assert.equal(platform.started, 1);
    share.close();
  });

  it('leaves no worker behind, however often a log is opened and closed', async () => {
    const { logs } = window;
    for (let round = 1; round <= 20; round++) {
      logs.close(await logs.open([sampleFile()]));
      await until('the worker has ended', () => platform.running === 0);
      assert.equal(platform.started, round);
    }
  });

  it('gives the memory back of every log that is closed [node]', async function () {
    this.timeout(120_000);
    const { logs } = window;
    const file = await writeFile('memory.json', largeLogInMemory({ bytes: 16_000_000 }).bytes);
    const resident: number[] = [];
    for (let round = 0; round < 20; round++) {
      const log = await logs.open([file]);
      valueOf(await log.api.children(undefined));
      valueOf(await log.api.find('identity:*a*', { offset: 0, limit: 100 }));
      logs.close(log);
      await until('the worker has ended', () => platform.running === 0);
      resident.push(process.memoryUsage.rss());
    }
    const growth = resident.at(-1)! - resident[2]!;
    const course = resident.map((bytes) => Math.round(bytes / 1e6)).join(', ');
    assert.ok(growth <= MAX_GROWTH_BYTES, `${Math.round(growth / 1e6)} MB more: ${course}`);
  });

  it('does not show a long copy of a log beside it while it is read', async () => {
    const first = await writeFile('long-twin-1.json', longLog());
    const second = await writeFile('long-twin-2.json', longLog());
    const { logs } = window;
    const log = await logs.open([first]);
    let parts = 0;
    assert.equal(await logs.open([second], { onPartial: () => parts++ }), log);
    assert.equal(parts, 0);
    assert.deepEqual(logs.shown, [log]);
  });

  it('goes on for the others when one gives up', async () => {
    const source = new vscode.CancellationTokenSource();
    const given = window.logs.share([sampleFile()], { token: source.token });
    const kept = window.logs.share([sampleFile()], {});
    source.cancel();
    await assert.rejects(given);
    assert.ok((await kept).log.info.eventCount > 0);
    assert.equal(platform.started, 1);
  });

  it('refuses what is no log, in words, and leaves no worker', async () => {
    const file = await writeFile('shopping.json', '{"milk": 2}');
    await assert.rejects(window.logs.open([file]), /log/i);
    assert.equal(platform.running, 0);
  });

  it('says that a file is gone that was never there', async () => {
    const missing = vscode.Uri.joinPath(sampleFile(), '..', 'nowhere.json');
    await assert.rejects(window.logs.open([missing]));
    assert.equal(platform.running, 0);
  });

  it('takes a copy of a log as another view of it', async () => {
    const { text } = buildLog(drawing);
    const first = await writeFile('twin-1.json', text);
    const second = await writeFile('twin-2.json', JSON.stringify(JSON.parse(text), null, 2));
    const log = await window.logs.open([first]);
    assert.equal(await window.logs.open([second]), log);
    assert.deepEqual(window.logs.shown, [log]);
    assert.equal(window.logs.find(first)?.file, 0);
    assert.equal(window.logs.find(second)?.log, log);
    assert.equal(window.logs.find(second)?.file, undefined);
    await until('the worker that was not needed has ended', () => platform.running === 1);
  });

  it('keeps logs with other events apart', async () => {
    const first = await writeFile('apart-1.json', buildLog(drawing).text);
    const second = await writeFile('apart-2.json', buildLog(`${drawing} ok`).text);
    const logs = [await window.logs.open([first]), await window.logs.open([second])];
    assert.deepEqual(window.logs.shown, logs);
    assert.equal(window.logs.active, logs[1]);
  });

  it('notices that a file has changed, and reads it again on demand', async () => {
    // Downloads lie outside of the workspace. Files in it VS Code watches for us, by a module that the oldest editor
    // lacks in the form in which tests can have it.
    const name = '../downloads/changes.json';
    const file = await writeFile(name, buildLog(drawing).text);
    const log = await window.logs.open([file]);
    assert.equal(await log.checkFiles(), undefined);
    // A watcher takes a moment to begin, and tells of a file only when that has been still for a moment.
    await until('the watcher has told', async () => {
      await writeFile(name, buildLog(`${drawing} ok ok`).text);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return log.staleness?.kind === 'changed';
    });
    assert.match(log.staleness?.message ?? '', /changes\.json has changed.*Reload/);
    await log.reload();
    assert.equal(log.staleness, undefined);
    assert.equal(log.info.eventCount, 5);
    assert.equal(platform.running, 1);
  });

  it('does not show a record of a changed file as if it were the old one [node]', async () => {
    const file = await writeFile('changed-record.json', buildLog(drawing).text);
    const log = await window.logs.open([file]);
    await writeFile('changed-record.json', buildLog(`${drawing} ok`).text);
    const reply = await log.event(0);
    assert.match(reply.ok ? 'an answer' : reply.error.message, /has changed/);
  });

  it('says clearly that a file was deleted', async () => {
    const file = await writeFile('deleted.json', buildLog(drawing).text);
    const log = await window.logs.open([file]);
    await vscode.workspace.fs.delete(file);
    assert.equal((await log.checkFiles())?.kind, 'deleted');
    assert.match(log.staleness?.message ?? '', /deleted\.json was deleted/);
    assert.equal(log.info.eventCount, 3);
  });

  it('reads a log again that was saved in an editor', async () => {
    const file = await writeFile('SavedProvisioningLog.json', buildLog(drawing).text);
    const log = await window.logs.open([file]);
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(file, new vscode.Range(0, 0, 1_000, 0), buildLog(`${drawing} ok`).text);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    await until('the log has one more event', () => log.info.eventCount === 4);
    assert.equal(log.staleness, undefined);
  });
});
