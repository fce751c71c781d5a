import * as vscode from 'vscode';
import { followTabs } from '../../src/extension/followTabs';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { hostPlatform } from '../support/hostPlatform';
import { closeEditors, logsOfTest } from './support/window';
import { until, writeFile } from './support/workspaceFiles';

describe('the active log', () => {
  it('is the one whose file comes to the top, until another is chosen', async () => {
    const window = logsOfTest(hostPlatform());
    const following = followTabs(window.logs);
    const files = await Promise.all(
      ['job Box: ok ok ok@first', 'job Slack: ok ok ok ok@second'].map((drawing, index) =>
        writeFile(`followed ${index}.json`, buildLog(drawing).text),
      ),
    );
    const [first, second] = [await window.logs.open([files[0]!]), await window.logs.open([files[1]!])];
    assert.equal(window.logs.active, second);
    await vscode.window.showTextDocument(files[0]!, { preview: false });
    await until('the log of the shown text is active', () => window.logs.active === first);
    window.logs.activate(second);
    await vscode.commands.executeCommand('workbench.action.pinEditor');
    const panel = vscode.window.createWebviewPanel(
      'provisioningLog.test',
      'Beside',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {},
    );
    await until('the panel has a tab', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Beside')),
    );
    assert.equal(window.logs.active, second);
    panel.dispose();
    following.dispose();
    window.dispose();
    // A pinned tab is not closed with the others.
    await vscode.commands.executeCommand('workbench.action.unpinEditor');
    await closeEditors();
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab, undefined);
  });
});
