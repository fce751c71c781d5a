import * as vscode from 'vscode';
import type { ProvisioningLogApi } from '../../src/extension/api';
import * as assert from '../support/assert';
import { sampleFile, until } from './support/workspaceFiles';

const id = 'provlog.provisioning-log-analyzer';

describe('activation', () => {
  it('happens when a log is opened and nothing else has woken the extension [fresh window]', async () => {
    assert.equal(vscode.extensions.getExtension(id)?.isActive, false);
    await vscode.window.showTextDocument(sampleFile());
    await until('the extension is active', () => vscode.extensions.getExtension(id)?.isActive);
  });

  it('works in a workspace that is not trusted [restricted]', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const api = await vscode.extensions.getExtension<ProvisioningLogApi>(id)!.activate();
    const log = await api.open([sampleFile()]);
    assert.ok((await log.find('status:failure')).total > 0);
    log.close();
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension(id)!;
    await extension.activate();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});

describe('a file that VS Code does not hand to extensions', function () {
  // The editor itself takes its time to show such a file.
  this.timeout(240_000);

  for (const [name, tag] of [
    ['LargeProvisioningLog.json', 'large file page'],
    ['HugeProvisioningLog.json', 'unsynchronised text'],
  ] as const) {
    it(`is analyzed by the command on its tab [${tag}]`, async () => {
      const file = vscode.Uri.joinPath(sampleFile(), '..', name);
      await vscode.commands.executeCommand('vscode.open', file);
      assert.equal(vscode.window.activeTextEditor, undefined, 'there is no text to see');
      const events = await vscode.commands.executeCommand<number | undefined>('provisioningLog.analyze');
      assert.ok(events !== undefined && events > 1_000, `${events} events`);
      assert.equal(
        vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString()),
        false,
        'no text document was made',
      );
    });
  }
});
