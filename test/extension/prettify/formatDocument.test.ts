import * as vscode from 'vscode';
import * as assert from '../../support/assert';
import { closeEditors } from '../support/window';
import { writeFile } from '../support/workspaceFiles';

const text = '[{"id":"1","jobId":"j","changeId":"c","big":12345678901234567890,"a":1.0,"a":{},"e":"\\u0041"}]';

describe('Format Document on a provisioning log', function () {
  this.timeout(60_000);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  it('changes white space only, as one edit, and never saves by itself', async () => {
    const file = await writeFile('FormatProvisioningLog.json', text);
    const before = await vscode.workspace.fs.readFile(file);
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'provisioning-log');
    editor.options = { insertSpaces: true, tabSize: 3 };
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText().replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ''), text);
    assert.ok(document.getText().includes('\n   {\n      "id": "1"'), document.getText());
    // Where VS Code saves by itself, it does so after about one second.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    assert.ok(document.isDirty);
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before);
  });
});
