import * as vscode from 'vscode';
import { virtualUri } from '../../src/extension/documents/virtualUri';
import { filesMeant } from '../../src/extension/whichFile';
import * as assert from '../support/assert';
import { closeEditors } from './support/window';
import { sampleFile, writeFile } from './support/workspaceFiles';

describe('the file a command is about', () => {
  const one = vscode.Uri.file('/logs/one.json');
  const two = vscode.Uri.file('/logs/two.json');

  afterEach(closeEditors);

  it('is the argument', () => {
    assert.deepEqual(addresses(filesMeant(one, undefined)), addresses([one]));
  });

  it('is everything that is selected in the explorer, when the argument is', () => {
    assert.deepEqual(addresses(filesMeant(one, [one, two])), addresses([one, two]));
    assert.deepEqual(addresses(filesMeant(one, [two])), addresses([one]));
    assert.deepEqual(addresses(filesMeant(one, 'nonsense')), addresses([one]));
  });

  it('is the file of the active tab, else none', async () => {
    await closeEditors();
    assert.deepEqual(filesMeant(undefined, undefined), []);
    await vscode.window.showTextDocument(sampleFile());
    assert.deepEqual(addresses(filesMeant(undefined, undefined)), addresses([sampleFile()]));
    assert.deepEqual(addresses(filesMeant('nonsense', undefined)), addresses([sampleFile()]));
  });

  it('is the newer side of a comparison', async () => {
    const other = await writeFile('other.json', '[]');
    await vscode.commands.executeCommand('vscode.diff', other, sampleFile());
    assert.deepEqual(addresses(filesMeant(undefined, undefined)), addresses([sampleFile()]));
  });

  it('is the original of a document made from a log', () => {
    const pretty = virtualUri({ kind: 'pretty', files: [one, two], file: 0, origin: 0, indent: '  ' });
    assert.deepEqual(addresses(filesMeant(pretty, undefined)), addresses([one, two]));
  });

  it('is what the viewer shows', async () => {
    await vscode.commands.executeCommand('vscode.openWith', sampleFile(), 'provisioningLog.viewer');
    assert.deepEqual(addresses(filesMeant(undefined, undefined)), addresses([sampleFile()]));
  });
});

function addresses(files: readonly vscode.Uri[]): string[] {
  return files.map((file) => file.toString());
}
