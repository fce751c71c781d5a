import { gzipSync, strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import { AutomaticOpening } from '../../src/extension/automaticOpening';
import { Opening } from '../../src/extension/opening';
import { hostPlatform } from '../support/hostPlatform';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { closeEditors, logsOfTest, type LogsOfTest } from './support/window';
import { until, workspaceFolder, writeFile } from './support/workspaceFiles';

const { text } = buildLog('job Box: ok FAIL(BoxEntryConflict)');

describe('opening by itself', () => {
  let window: LogsOfTest;
  let automatic: AutomaticOpening;

  beforeEach(async () => {
    await closeEditors();
    window = logsOfTest(hostPlatform());
    const opening = new Opening(window.logs, window.report);
    automatic = new AutomaticOpening(window.logs, opening, window.report);
  });

  afterEach(async () => {
    automatic.dispose();
    window.dispose();
    await configure(undefined);
    await closeEditors();
  });

  it('reads a log that a tab shows, without taking the focus', async () => {
    const file = await writeFile('Auto-ProvisioningLogs.json', text);
    await vscode.window.showTextDocument(file);
    await until('the log is open', () => window.logs.find(file) !== undefined);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    assert.equal(vscode.window.activeTextEditor.document.languageId, 'provisioning-log');
  });

  it('reads the tabs that were there before', async () => {
    automatic.dispose();
    const file = await writeFile('Before-ProvisioningLogs.json', text);
    await vscode.window.showTextDocument(file);
    automatic = new AutomaticOpening(window.logs, new Opening(window.logs, window.report), window.report);
    assert.equal(window.logs.find(file), undefined);
    automatic.start();
    await until('the log is open', () => window.logs.find(file) !== undefined);
  });

  it('leaves files with other names alone', async () => {
    const file = await writeFile('download.json', text);
    await vscode.window.showTextDocument(file);
    await pause();
    assert.deepEqual(window.logs.shown, []);
  });

  it('leaves documents alone that no tab shows', async () => {
    const file = await writeFile('Hidden-ProvisioningLogs.json', text);
    await vscode.workspace.openTextDocument(file);
    await pause();
    assert.deepEqual(window.logs.shown, []);
  });

  it('leaves comparisons alone', async () => {
    const left = await writeFile('Left-ProvisioningLogs.json', text);
    const right = await writeFile('Right-ProvisioningLogs.json', text);
    await vscode.commands.executeCommand('vscode.diff', left, right);
    await pause();
    assert.deepEqual(window.logs.shown, []);
  });

  it('does nothing when it is switched off', async () => {
    await configure('never');
    await vscode.window.showTextDocument(await writeFile('Never-ProvisioningLogs.json', text));
    await pause();
    assert.deepEqual(window.logs.shown, []);
  });

  it('reads a file too large to be shown as text when its tab comes up [large file page]', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'LargeProvisioningLog.json');
    await vscode.commands.executeCommand('vscode.open', file);
    await until('the log is open', () => window.logs.find(file) !== undefined);
  });

  it('says why an archive was not opened, once, and asks nothing', async () => {
    const told: string[] = [];
    window.report.inform = (message) => void told.push(message);
    const file = await writeFile('Broken-ProvisioningLogs.zip', zipSync({ 'log.json': strToU8(text) }).subarray(0, 40));
    await vscode.commands.executeCommand('vscode.open', file);
    await until('it is said', () => told.length > 0);
    assert.equal(
      told[0],
      '“Broken-ProvisioningLogs.zip” was not opened: the archive is damaged or cut off, and nothing in it can be read. Download or copy it again.',
    );
    await closeEditors();
    await vscode.commands.executeCommand('vscode.open', file);
    const other = await writeFile('Other-ProvisioningLogs.json.gz', gzipSync(strToU8('{"milk": 2}')));
    await vscode.commands.executeCommand('vscode.open', other);
    await until('the other one is told', () => told.length > 1);
    assert.match(told[1]!, /^Other-ProvisioningLogs\.json\.gz: The file is a JSON object of something else/);
    assert.equal(told.length, 2);
    assert.deepEqual(window.logs.shown, []);
  });

  it('says what is missing of an archive that was read', async () => {
    const told: string[] = [];
    window.report.ask = (message) => Promise.resolve(void told.push(message));
    const packed = zipSync({ 'log.json': strToU8(text) });
    await vscode.commands.executeCommand(
      'vscode.open',
      await writeFile('Cut-ProvisioningLogs.zip', packed.subarray(0, packed.length - 100)),
    );
    await until('it is said', () => told.length > 0);
    assert.match(
      told[0]!,
      /^Cut-ProvisioningLogs\.zip was read as a provisioning log: \d events?, .*\. “Cut-ProvisioningLogs\.zip” is cut off or damaged/,
    );
  });

  it('says that a log is too large to be unpacked into memory unasked', async () => {
    const told: string[] = [];
    const refusing = logsOfTest({
      ...hostPlatform(),
      startWorker: async (files, host) => {
        await host.confirmLarge(files[0]!, 400_000_000);
        throw new Error('“x” was not opened.');
      },
    });
    const file = await writeFile('Large.zip', zipSync({ 'log.json': strToU8(text) }));
    const log = await new Opening(refusing.logs, refusing.report).openQuietly(file, (why) => void told.push(why));
    refusing.dispose();
    assert.equal(log, undefined);
    assert.deepEqual(told, [
      '“Large.zip” was not opened by itself: it has 400 MB, all of which is kept in memory here. Analyze it to read it.',
    ]);
  });

  it('hands a document back to JSON that only has the name', async () => {
    const file = await writeFile('No-ProvisioningLog.json', '{"milk": 2}');
    const editor = await vscode.window.showTextDocument(file);
    await until('it is JSON', () => languageOf(file) === 'json');
    assert.equal(editor.document.getText(), '{"milk": 2}');
    assert.deepEqual(window.logs.shown, []);
  });
});

/** Long enough for something to happen that must not happen. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_500));
}

function languageOf(file: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString())?.languageId;
}

async function configure(value: string | undefined): Promise<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('provisioningLog').update('openAutomatically', value, target);
}
