import * as vscode from 'vscode';
import { VIRTUAL_SCHEME, readVirtualUri } from '../../../src/extension/documents/virtualUri';
import type { ProvisioningLogApi } from '../../../src/extension/api';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { closeEditors } from '../support/window';
import { sampleFile, until, writeFile } from '../support/workspaceFiles';

const extensionId = 'provlog.provisioning-log-analyzer';

describe('Prettify Provisioning Log', function () {
  this.timeout(60_000);

  afterEach(closeEditors);

  async function pretty(file: vscode.Uri): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand('provisioningLog.prettify', file);
    await until(
      'the pretty document is shown',
      () => vscode.window.activeTextEditor?.document.uri.scheme === VIRTUAL_SCHEME,
    );
    return vscode.window.activeTextEditor!.document;
  }

  it('opens a read-only document of our language with the same content', async () => {
    const document = await pretty(sampleFile());
    assert.equal(document.languageId, 'provisioning-log');
    assert.equal(vscode.workspace.fs.isWritableFileSystem(VIRTUAL_SCHEME), false);
    const original = new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleFile()));
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(original));
    assert.ok(document.lineCount > 1_000);
  });

  it('takes the indentation from the settings and leaves the file as it was', async () => {
    const { text } = buildLog('job Box: ok@anna FAIL(BoxEntryConflict)');
    const file = await writeFile('IndentProvisioningLog.json', text);
    const configuration = vscode.workspace.getConfiguration('editor', { uri: file, languageId: 'provisioning-log' });
    await configuration.update('tabSize', 3, vscode.ConfigurationTarget.Workspace, true);
    try {
      const document = await pretty(file);
      assert.ok(document.getText().startsWith('[\n   {\n      "'), document.getText().slice(0, 40));
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), text);
    } finally {
      await configuration.update('tabSize', undefined, vscode.ConfigurationTarget.Workspace, true);
    }
  });

  it('opens one event as a document that says which event it is', async () => {
    // Another number of events than in any other log here: a file with the same events would join its log.
    const { text, events } = buildLog('job Box: ok@anna FAIL(BoxEntryConflict)@bert ok ok ok ok ok ok ok');
    const file = await writeFile('EventProvisioningLog.json', text);
    await vscode.commands.executeCommand('provisioningLog.analyze', file);
    const api = await vscode.extensions.getExtension<ProvisioningLogApi>(extensionId)!.activate();
    const log = await api.open([file]);
    const { key } = (await log.find('')).events[1]!;
    log.close();
    await vscode.commands.executeCommand('provisioningLog.openEventAsText', { log: [file.toString()], key });
    await until('the event is shown', () => vscode.window.activeTextEditor?.document.uri.scheme === VIRTUAL_SCHEME);
    const { document } = vscode.window.activeTextEditor!;
    const address = readVirtualUri(document.uri);
    assert.equal(address?.kind, 'event');
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(events[1]!.text));
  });
});
