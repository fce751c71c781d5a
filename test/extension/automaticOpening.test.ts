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
