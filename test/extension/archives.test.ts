import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import * as vscode from 'vscode';
import type { ProvisioningLogApi } from '../../src/extension/api';
import { BytesDocuments } from '../../src/extension/bytesDocuments';
import { VIRTUAL_SCHEME } from '../../src/extension/documents/virtualUri';
import type { LogDocuments } from '../../src/extension/logDocuments';
import { VirtualDocuments } from '../../src/extension/documents/openDocuments';
import { prettifyLog } from '../../src/extension/prettify/prettifyLog';
import { valueOf } from '../../src/extension/report';
import { revealEvent } from '../../src/extension/reveal';
import * as assert from '../support/assert';
import { csvTriple, tripleFiles, type CsvTriple } from '../generator/csvTriple';
import { buildLog } from '../support/buildLog';
import { hostPlatform, storageFolder } from '../support/hostPlatform';
import { closeEditors, logsOfTest, type LogsOfTest } from './support/window';
import { until, writeFile } from './support/workspaceFiles';

// Other numbers of events than in any other log of the suite: files with the same events would join its log.
const one = buildLog(`job Box: FAIL(BoxEntryConflict)@{Zoë Müller} ${'ok '.repeat(41)}`);
const two = buildLog(`job Workday: FAIL(WorkdayDown)@anna ${'ok '.repeat(42)}`);

describe('logs in archives', function () {
  this.timeout(60_000);
  let window: LogsOfTest;

  beforeEach(() => (window = logsOfTest(hostPlatform())));
  afterEach(async () => {
    window.dispose();
    await closeEditors();
  });

  for (const [name, content, label] of [
    ['PackedProvisioningLogs.json.gz', gzipSync(one.bytes), 'PackedProvisioningLogs.json.gz'],
    ['packed.zip', zipSync({ 'inner/log.json': one.bytes }), 'packed.zip › inner/log.json'],
    ['packed of UTF-16.zip', zipSync({ 'log.json': utf16(one.text) }), 'packed of UTF-16.zip › log.json'],
    ['without an ending', gzipSync(utf16(one.text)), 'without an ending'],
    ['UTF-16.json', utf16(one.text), 'UTF-16.json'],
  ] as const) {
    it(`open from ${name}, and leave nothing behind`, async () => {
      const file = await writeFile(name, content);
      const log = await window.logs.open([file]);
      assert.equal(log.name, label);
      assert.equal(log.info.eventCount, 42);
      assert.deepEqual(log.info.notices, []);
      const event = valueOf(await log.event(0));
      assert.equal(event.raw, one.events[0]!.text);
      assert.equal(await unpackedFiles(), hostPlatform().name === 'web' ? 0 : 1);
      window.logs.close(log);
      await until('the private file is deleted', async () => (await unpackedFiles()) === 0);
    });
  }

  it('are one log where an archive holds several, and places say which', async () => {
    const file = await writeFile('several.zip', zipSync({ 'b.json': two.bytes, 'a.json': one.bytes }));
    const log = await window.logs.open([file]);
    assert.equal(log.name, 'several.zip');
    assert.equal(log.info.problemCount, 42, 'events with the same key that say something else');
    const { row, byteOffset } = await last(log.info.eventCount);
    const text = await BytesDocuments.describe(log, { file: 1, byteOffset, byteLength: 10 });
    assert.match(
      text,
      /^File {3}"several\.zip › b\.json"\nPlace {2}byte [\d,]+ of the unpacked content, 10 bytes long/,
    );
    const shown: number[] = [];
    const documents: LogDocuments = {
      showEvent: (_, shownRow) => {
        shown.push(shownRow);
        return Promise.resolve();
      },
    };
    await revealEvent(log, row, documents);
    assert.deepEqual(shown, [row], 'an archive is not opened as text');

    async function last(count: number) {
      const { events } = valueOf(await log.api.find('', { offset: count - 1, limit: 1 }));
      return events[0]!;
    }
  });

  it('are one log where an archive holds the three files of a CSV download', async () => {
    const triple = csvTriple(JSON.parse(two.text) as object[]);
    const contents = Object.entries(tripleFiles).map(([part, name]) => [
      name,
      strToU8(triple[part as keyof CsvTriple]),
    ]);
    const file = await writeFile('download.zip', zipSync(Object.fromEntries(contents) as Zippable));
    const log = await window.logs.open([file]);
    assert.equal(log.info.eventCount, two.events.length);
    assert.equal(log.info.files.length, 3);
    assert.deepEqual(log.info.notices, []);
    const event = valueOf(await log.event(0));
    assert.equal(event.errorCode, 'WorkdayDown');
    assert.equal(event.steps.length, 1);
  });

  it('are told by the API with the entry that they stand in', async () => {
    const file = await writeFile('api.zip', zipSync({ 'b.json': two.bytes, 'a.json': one.bytes }));
    const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
    const log = await (await extension!.activate()).open([file]);
    try {
      const { events } = await log.find('code:WorkdayDown');
      assert.deepEqual(
        events.map((event) => [event.file, event.entry]),
        [[0, 'b.json']],
      );
      const event = await log.event(events[0]!.key);
      assert.deepEqual([event?.file, event?.entry, event?.raw], [0, 'b.json', two.events[0]!.text]);
      assert.deepEqual([log.problems[0]?.file, log.problems[0]?.entry], [0, 'b.json']);
    } finally {
      log.close();
    }
  });

  it('are prettified from what is unpacked', async () => {
    const file = await writeFile('PrettyProvisioningLogs.zip', zipSync({ 'log.json': one.bytes }));
    await vscode.commands.executeCommand('provisioningLog.prettify', file);
    await until(
      'the pretty log is shown',
      () => vscode.window.activeTextEditor?.document.uri.scheme === VIRTUAL_SCHEME,
    );
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.path, '/PrettyProvisioningLogs.pretty.json');
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(one.text));
  });

  it('are prettified without a question where one entry is JSON and others are tables', async () => {
    const triple = csvTriple(JSON.parse(two.text) as object[]);
    const file = await writeFile(
      'MixedProvisioningLogs.zip',
      zipSync({ [tripleFiles.events]: strToU8(triple.events), 'log.json': one.bytes }),
    );
    for (const isOpen of [false, true]) {
      await closeEditors();
      if (isOpen) await vscode.commands.executeCommand('provisioningLog.analyze', file);
      await vscode.commands.executeCommand('provisioningLog.prettify', file);
      await until(
        'the pretty log is shown',
        () => vscode.window.activeTextEditor?.document.uri.scheme === VIRTUAL_SCHEME,
      );
      const { document } = vscode.window.activeTextEditor!;
      assert.deepEqual(JSON.parse(document.getText()), JSON.parse(one.text));
    }
    await vscode.commands.executeCommand('provisioningLog.close', file);
  });

  it('are not prettified where all entries are tables, which is said before anything is asked', async () => {
    const triple = csvTriple(JSON.parse(two.text) as object[]);
    const contents = { [tripleFiles.events]: strToU8(triple.events), [tripleFiles.steps]: strToU8(triple.steps) };
    const file = await writeFile('TablesProvisioningLogs.zip', zipSync(contents));
    const context = {
      platform: hostPlatform(),
      logs: window.logs,
      report: window.report,
      documents: new VirtualDocuments(),
      confirmLarge: () => Promise.resolve(true),
    };
    await assert.rejects(
      prettifyLog(context, file),
      /^“TablesProvisioningLogs\.zip” holds tables and no JSON \(“ProvisioningLogs\.csv”, “ProvisioningLogs_ProvisioningSteps\.csv”\): there is nothing to prettify\./,
    );
    assert.equal(await unpackedFiles(), 0);
  });

  it('are stale when the archive itself has changed', async () => {
    const file = await writeFile('stale.zip', zipSync({ 'log.json': one.bytes }));
    const log = await window.logs.open([file]);
    await vscode.workspace.fs.writeFile(file, zipSync({ 'log.json': two.bytes, 'more.json': one.bytes }));
    await until('the log is stale', async () => (await log.checkFiles())?.kind === 'changed');
    assert.match(log.staleness!.message, /^stale\.zip has changed since it was indexed/);
    await log.reload();
    assert.equal(log.info.files.length, 2);
  });

  for (const [name, content, message] of [
    ['bomb.zip', zipSync({ 'log.json': new Uint8Array(2_000_000) }), /“bomb\.zip” was not opened: .*200 times/],
    ['nested.zip', zipSync({ 'log.gz': gzipSync(one.bytes) }), /“log\.gz” in it is a gzip file itself/],
    ['cut.zip', zipSync({ 'log.json': one.bytes }).subarray(0, 40), /damaged or cut off/],
  ] as const) {
    it(`are refused in words when they cannot be read (${name})`, async () => {
      const file = await writeFile(name, content);
      await assert.rejects(window.logs.open([file]), message);
      assert.equal(await unpackedFiles(), 0);
    });
  }
});

/** So many files lie in the storage of the suite's platform. */
async function unpackedFiles(folder = storageFolder()): Promise<number> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  let count = 0;
  for (const [name, type] of entries) {
    count += type === vscode.FileType.Directory ? await unpackedFiles(vscode.Uri.joinPath(folder, name)) : 1;
  }
  return count;
}

/** As Windows tools save a text. */
function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0)).buffer);
}
