import * as vscode from 'vscode';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { closeEditors } from '../support/window';
import { until, writeFile } from '../support/workspaceFiles';

// Other numbers of events than in any other log of the suite: files with the same events would join its log.
const before = buildLog(`job Box: FAIL(BoxEntryConflict)@anna FAIL(Gone)@bert ${'ok '.repeat(61)}`);
const after = buildLog(`
  job Box: FAIL(BoxEntryConflict)@anna FAIL(<b>new</b>)@{[x](https://evil.example)} ${'ok '.repeat(62)}
  job Workday: ok ok
`);

describe('taking away what Compare Logs says', function () {
  this.timeout(60_000);

  const shown = (): vscode.Tab | undefined => vscode.window.tabGroups.activeTabGroup.activeTab;

  /** The text behind the page. */
  async function source(): Promise<string> {
    await vscode.commands.executeCommand('markdown.showSource');
    const scheme = 'provisioning-log-comparison';
    await until('the text is shown', () => vscode.window.activeTextEditor?.document.uri.scheme === scheme);
    return vscode.window.activeTextEditor!.document.getText();
  }

  afterEach(closeEditors);

  it('shows a rendered page that says what is new, gone and still there, and asks nothing when it is closed', async () => {
    // Logs that other tests have left open would be asked about.
    for (let left = 0; left < 10; left++) await vscode.commands.executeCommand('provisioningLog.close');
    const files = [
      await writeFile('BeforeProvisioningLog.json', before.text),
      await writeFile('AfterProvisioningLog.json', after.text),
    ];
    for (const file of files) await vscode.commands.executeCommand('provisioningLog.analyze', file);
    try {
      await vscode.commands.executeCommand('provisioningLog.compareLogs', files[1]);
      await until('the page is shown', () => shown()?.label.includes('Comparison') === true);
      assert.ok(shown()!.input instanceof vscode.TabInputWebview);
      assert.equal(shown()!.isDirty, false);
      const text = await source();
      assert.match(text, /^# Two provisioning logs compared/);
      assert.match(text, /## New errors\n\n.*\n.*\n\| ` <b>new<\/b> `/);
      assert.match(text, /## Resolved errors\n\n.*\n.*\n\| ` Gone `/);
      assert.match(text, /## Continuing errors\n\n.*\n.*\n\| ` BoxEntryConflict `/);
      assert.match(text, /` Workday ` \| 0 \| 2 \| \+2/);
    } finally {
      for (const file of files) await vscode.commands.executeCommand('provisioningLog.close', file);
    }
  });
});
