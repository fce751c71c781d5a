import * as vscode from 'vscode';
import { siblingsSentence, withSiblings } from '../../src/extension/siblings';
import * as assert from '../support/assert';
import { workspaceFolder } from './support/workspaceFiles';

describe('files of one download', () => {
  const folder = vscode.Uri.joinPath(workspaceFolder(), 'downloads #1');
  const names = [
    'ProvisioningLogs (1).csv',
    'ProvisioningLogs_ProvisioningSteps (1).csv',
    'ProvisioningLogs_ModifiedProperties (1).csv',
    'ProvisioningLogs.csv',
    'notes.txt',
  ];
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const labels = (files: readonly vscode.Uri[]) => files.map(({ path }) => path.split('/').pop());

  before(async () => {
    for (const name of names) await vscode.workspace.fs.writeFile(file(name), new Uint8Array(0));
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('are found by name beside any of them', async () => {
    for (const name of names.slice(0, 3)) {
      const found = await withSiblings([file(name)]);
      assert.deepEqual(labels(found), names.slice(0, 3), name);
      assert.ok(found.some((each) => each.toString() === file(name).toString()));
    }
    assert.deepEqual(labels(await withSiblings([file('ProvisioningLogs.csv')])), ['ProvisioningLogs.csv']);
  });

  it('are not looked for when several were named, nor beside anything else', async () => {
    const two = [file(names[0]!), file(names[1]!)];
    assert.deepEqual(await withSiblings(two), two);
    assert.deepEqual(labels(await withSiblings([file('notes.txt')])), ['notes.txt']);
    const elsewhere = vscode.Uri.parse('nowhere:/x/ProvisioningLogs.csv');
    assert.deepEqual(await withSiblings([elsewhere]), [elsewhere]);
  });

  it('are named to the user', () => {
    const [one, ...others] = names.slice(0, 3).map(file);
    assert.equal(
      siblingsSentence([one!], [one!, ...others]),
      'ProvisioningLogs (1).csv was opened together with ProvisioningLogs_ProvisioningSteps (1).csv and ProvisioningLogs_ModifiedProperties (1).csv: they are files of one download.',
    );
    assert.equal(siblingsSentence([one!], [one!]), undefined);
  });
});
