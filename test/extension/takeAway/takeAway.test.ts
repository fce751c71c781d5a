import { gzipSync } from 'fflate';
import * as vscode from 'vscode';
import { exportFormats } from '../../../src/core/export/exportFormats';
import type { OpenLog } from '../../../src/extension/openLog';
import { valueOf } from '../../../src/extension/report';
import { RedactionSecret } from '../../../src/extension/takeAway/redactionSecret';
import { TakeAway } from '../../../src/extension/takeAway/takeAway';
import { csvTriple, tripleFiles } from '../../generator/csvTriple';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { extensionFolder, hostPlatform } from '../../support/hostPlatform';
import { answering } from '../support/answers';
import { closeEditors, logsOfTest, type LogsOfTest } from '../support/window';
import { until, workspaceFolder, writeFile } from '../support/workspaceFiles';

// Another number of events than in any other log of the suite: files with the same events would join its log.
const drawn = buildLog(`
  job Box: create:ok@annabelle FAIL(BoxEntryConflict)@{Zoë Müllerhausen} ${'ok '.repeat(51)}
  job Workday: delete:FAIL(WorkdayDown)@annabelle
`);
const EVENTS = 54;

describe('taking away events', function () {
  this.timeout(60_000);
  let window: LogsOfTest;
  let takeAway: TakeAway;
  let folder: vscode.Uri;
  let runs = 0;

  beforeEach(async () => {
    window = logsOfTest(hostPlatform());
    const secrets = new Map<string, string>();
    const storage = {
      get: (key: string) => Promise.resolve(secrets.get(key)),
      store: (key: string, value: string) => Promise.resolve(void secrets.set(key, value)),
      delete: () => Promise.resolve(),
      keys: () => Promise.resolve([...secrets.keys()]),
      onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event,
    };
    const state = { get: () => undefined, update: () => Promise.resolve() };
    const secret = new RedactionSecret(storage, state, hostPlatform());
    takeAway = new TakeAway(hostPlatform(), window.report, secret, '1.2.3', [extensionFolder()]);
    folder = vscode.Uri.joinPath(workspaceFolder(), `taken away ${++runs}`);
    await vscode.workspace.fs.createDirectory(folder);
  });
  afterEach(async () => {
    takeAway.dispose();
    window.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await closeEditors();
  });

  const inFolder = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  async function namesInFolder(): Promise<string[]> {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  }

  async function textOf(file: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  }

  async function openDrawn(): Promise<OpenLog> {
    return window.logs.open([await writeFile(`TakenProvisioningLog ${runs}.json`, drawn.text)]);
  }

  it('offers a place beside the log, and never in the folders of the extension', async () => {
    const [format] = exportFormats;
    const own = await answering({ targets: [] }, async () =>
      takeAway.toFiles(await openDrawn(), '', { format: format!, isRedacted: false }),
    );
    assert.equal(
      own.offered[0]?.toString(),
      vscode.Uri.joinPath(workspaceFolder(), `TakenProvisioningLog ${runs}-export.json`).toString(),
    );
    const { targetFor } = await import('../../../src/extension/takeAway/exportTarget');
    const shipped = { files: [vscode.Uri.joinPath(extensionFolder(), 'media', 'sample', 'log.json')] };
    assert.equal(
      targetFor(shipped, 'x.json', { own: [extensionFolder()] }).toString(),
      vscode.Uri.joinPath(workspaceFolder(), 'x.json').toString(),
    );
  });

  it('offers the own folder of the user in a window without a folder', async () => {
    const { targetFor } = await import('../../../src/extension/takeAway/exportTarget');
    const shipped = { files: [vscode.Uri.joinPath(extensionFolder(), 'media', 'sample', 'log.json')] };
    const home = vscode.Uri.file('/home/somebody');
    const { workspaceFolders } = vscode.workspace;
    Object.defineProperty(vscode.workspace, 'workspaceFolders', { value: undefined, configurable: true });
    try {
      assert.equal(
        targetFor(shipped, 'x.json', { own: [extensionFolder()], home }).toString(),
        vscode.Uri.joinPath(home, 'x.json').toString(),
      );
    } finally {
      Object.defineProperty(vscode.workspace, 'workspaceFolders', { value: workspaceFolders, configurable: true });
    }
  });

  it('says that there is nothing to take away before it asks for anything', async () => {
    const log = await openDrawn();
    const json = exportFormats.find(({ id }) => id === 'json')!;
    const choice = { format: json, isRedacted: false };
    const none = 'identity:nobody';
    for (const task of [
      () => takeAway.toFiles(log, none, choice),
      () => takeAway.toClipboard(log, none, choice),
      () => takeAway.preview(log, none),
      () => takeAway.supportPack(log, none),
    ]) {
      const { offered } = await answering({ targets: [] }, () =>
        assert.rejects(task, /lets no event through.*Change the filter, or clear it/),
      );
      assert.deepEqual(offered, []);
    }
  });

  it('asks before it replaces files that no dialog has asked about', async () => {
    const log = await openDrawn();
    const triple = exportFormats.find(({ id }) => id === 'csvTriple')!;
    const steps = inFolder('three_ProvisioningSteps.csv');
    await vscode.workspace.fs.writeFile(steps, new TextEncoder().encode('mine'));
    const target = inFolder('three.csv');
    const answered = (replaces: boolean) =>
      answering({ targets: [target], replaces }, () =>
        takeAway.toFiles(log, '', { format: triple, isRedacted: false }),
      );
    const { messages } = await answered(false);
    assert.deepEqual(messages, ['three_ProvisioningSteps.csv exists already.']);
    assert.equal(await textOf(steps), 'mine');
    assert.deepEqual(await namesInFolder(), ['three_ProvisioningSteps.csv']);
    await answered(true);
    assert.match(await textOf(steps), /EntryExportAdd|provisioningStepType/);
    assert.equal((await namesInFolder()).length, 3);
  });

  it('says that the folder is gone when it is', async () => {
    const log = await openDrawn();
    const json = exportFormats.find(({ id }) => id === 'json')!;
    const { name } = hostPlatform();
    const target = vscode.Uri.joinPath(folder, 'gone', 'x.json');
    await answering({ targets: [target] }, async () => {
      // The editor's own file system, which a browser writes with, makes folders that are missing.
      const run = () => takeAway.toFiles(log, '', { format: json, isRedacted: false });
      if (name === 'web') await run();
      else await assert.rejects(run, /x\.json” cannot be written: its folder does not exist.*Choose another place/);
    });
  });

  for (const format of exportFormats) {
    it(`writes ${format.title}, with pseudonyms and without`, async () => {
      const log = await openDrawn();
      for (const isRedacted of [false, true]) {
        const target = inFolder(`${isRedacted ? 'redacted' : 'plain'}.${format.extension}`);
        const before = (await namesInFolder()).length;
        const { messages } = await answering({ targets: [target] }, () =>
          takeAway.toFiles(log, 'status:failure', { format, isRedacted }),
        );
        assert.match(messages.at(-1)!, /^Saved /);
        const fileCount = format.kind === 'records' ? format.files.length : 1;
        assert.equal((await namesInFolder()).length, before + fileCount, 'no other file is left');
        const text = await textOf(target);
        assert.match(text, /BoxEntryConflict/);
        assert.equal(/annabelle|ller/i.test(text), !isRedacted);
      }
    });
  }

  it('reads a packed log and three CSV files as well, and its JSON opens again', async () => {
    const json = exportFormats.find(({ id }) => id === 'json')!;
    const triple = csvTriple(JSON.parse(drawn.text) as object[]);
    const files = [
      [await writeFile(`packed ${runs}.json.gz`, gzipSync(drawn.bytes))],
      await Promise.all(
        Object.entries(tripleFiles).map(([part, name]) =>
          vscode.workspace.fs
            .writeFile(inFolder(name), new TextEncoder().encode(triple[part as keyof typeof tripleFiles]))
            .then(() => inFolder(name)),
        ),
      ),
    ];
    for (const [index, shape] of files.entries()) {
      const log = await window.logs.open(shape);
      assert.equal(log.info.eventCount, EVENTS);
      const target = inFolder(`again ${index}.json`);
      await answering({ targets: [target] }, () =>
        takeAway.toFiles(log, '', { format: json, isRedacted: index === 1 }),
      );
      window.logs.close(log);
      const again = await window.logs.open([target]);
      assert.equal(again.info.eventCount, EVENTS);
      assert.equal(again.info.byStatus.failure, 2);
      assert.equal(again.info.problemCount, 0);
      window.logs.close(again);
    }
  });

  it('opens what it wrote as the editor does, which may have only a page to show for it', async () => {
    const log = await openDrawn();
    const csv = exportFormats.find(({ id }) => id === 'csv')!;
    const target = inFolder('shown.csv');
    // As little a text as a file that is too large for one.
    const presses = () => vscode.workspace.fs.writeFile(target, new Uint8Array(2_000));
    await answering({ targets: [target], presses }, () =>
      takeAway.toFiles(log, '', { format: csv, isRedacted: false }),
    );
    await until('the file has a tab', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'shown.csv');
  });

  it('says that the log was closed when it is so before the end, and leaves nothing', async () => {
    const many = buildLog(`job Box: ${'ok@somebody '.repeat(6_008)}`);
    const log = await window.logs.open([await writeFile(`closed ${runs}.json`, many.text)]);
    const json = exportFormats.find(({ id }) => id === 'json')!;
    const { messages } = await answering(
      { targets: [inFolder('left.json')], meanwhile: () => window.logs.close(log) },
      () => assert.rejects(takeAway.toFiles(log, '', { format: json, isRedacted: true }), /^The log was closed/),
    );
    assert.deepEqual(messages, []);
    await until('nothing is left', async () => (await namesInFolder()).length === 0);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const many = buildLog(`job Box: ${'ok@somebody '.repeat(6_007)}`);
    const log = await window.logs.open([await writeFile(`many ${runs}.json`, many.text)]);
    const json = exportFormats.find(({ id }) => id === 'json')!;
    const { messages } = await answering({ targets: [inFolder('left.json')], cancels: true }, () =>
      assert.rejects(takeAway.toFiles(log, '', { format: json, isRedacted: true })),
    );
    assert.deepEqual(messages, []);
    assert.deepEqual(await namesInFolder(), []);
  });

  it('says what failed and what to do when the place cannot be written to', async () => {
    const log = await openDrawn();
    await vscode.workspace.fs.createDirectory(inFolder('folder.json'));
    const json = exportFormats.find(({ id }) => id === 'json')!;
    await answering({ targets: [inFolder('folder.json')] }, async () => {
      const error = await takeAway.toFiles(log, '', { format: json, isRedacted: false }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      assert.match(
        String(error),
        /folder\.json” cannot be (?:written|replaced).*Choose another place|or choose another/,
      );
    });
    assert.deepEqual(await namesInFolder(), ['folder.json']);
  });

  it('never overwrites the log', async () => {
    const log = await openDrawn();
    const json = exportFormats.find(({ id }) => id === 'json')!;
    await answering({ targets: [log.files[0]!] }, () =>
      assert.rejects(takeAway.toFiles(log, '', { format: json, isRedacted: false }), /never overwritten/),
    );
    assert.equal(await textOf(log.files[0]!), drawn.text);
  });

  it('copies a report, previews redaction, and packs for support', async () => {
    const log = await openDrawn();
    const markdown = exportFormats.find(({ id }) => id === 'markdown')!;
    await takeAway.toClipboard(log, '', { format: markdown, isRedacted: true });
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^# Provisioning log report/);
    assert.doesNotMatch(copied, /annabelle|ller/i);

    await takeAway.preview(log, '');
    await until('the preview is shown', () =>
      vscode.window.activeTextEditor?.document.uri.path.includes('Redaction Preview'),
    );
    assert.match(vscode.window.activeTextEditor!.document.getText(), /annabelle {2}→ {2}/);

    const { messages } = await answering({ targets: [inFolder('pack.zip')] }, () =>
      takeAway.supportPack(log, 'status:failure'),
    );
    assert.match(messages.at(-1)!, /^Saved pack\.zip .*Read it before you send it/);
    const pack = await vscode.workspace.fs.readFile(inFolder('pack.zip'));
    assert.equal(String.fromCharCode(...pack.subarray(0, 2)), 'PK');
    assert.deepEqual(await namesInFolder(), ['pack.zip']);
  });

  it('gives the same person the same pseudonym in every export', async () => {
    const log = await openDrawn();
    const csv = exportFormats.find(({ id }) => id === 'csv')!;
    const texts: string[] = [];
    for (const query of ['job:Box identity:annabelle', 'job:Workday']) {
      await takeAway.toClipboard(log, query, { format: csv, isRedacted: true });
      texts.push(await vscode.env.clipboard.readText());
    }
    const key = valueOf(await log.api.find('job:Workday', { offset: 0, limit: 1 })).events[0]!.identity;
    assert.equal(key, 'annabelle');
    const identities = texts.map((text) =>
      text
        .split(/\r?\n/)[1]!
        .split(',')
        .map((cell) => cell.toLowerCase()),
    );
    assert.ok(identities[0]!.some((cell) => cell.length > 4 && identities[1]!.includes(cell)));
  });
});
