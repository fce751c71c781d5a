import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('archives in the editor', function () {
  this.timeout(240_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    const [sample] = (await fs.readdir(window.folder)).filter((name) => name.startsWith('ProvisioningLogs'));
    const bytes = new Uint8Array(await fs.readFile(path.join(window.folder, sample!)));
    // Other events than in the sample, so that none is a view of another.
    const half = new TextDecoder().decode(bytes).replaceAll(/"id":"[0-9a-f]{8}-/g, '"id":"0000beef-');
    await fs.writeFile(path.join(window.folder, 'download.zip'), zipSync({ 'inner/log.json': bytes }));
    const other = new TextEncoder().encode(half);
    await fs.writeFile(path.join(window.folder, 'ProvisioningLogs-May.json.gz'), gzipSync(other));
    const cut = gzipSync(other);
    await fs.writeFile(path.join(window.folder, 'cut.json.gz'), cut.subarray(0, Math.floor(cut.length / 2)));
  });
  after(() => window.close());

  it('have a button in the title of their tab, whatever they are called', async () => {
    const { workbench } = window;
    await workbench.openFile('download.zip');
    await workbench.page.getByText('The file is not displayed in the text editor').waitFor();
    await workbench.screenshot('archive page');
    await workbench.page.locator('.editor-actions .action-label[aria-label="Analyze Provisioning Log"]').click();
    await workbench.treeRow(/^download\.zip › inner\/log\.json/).waitFor();
  });

  it('are shown by the viewer, which the page of VS Code offers', async () => {
    const { workbench } = window;
    await workbench.page.getByText('Open Anyway').click();
    await workbench.quickPickRow('Provisioning Log Viewer').click();
    const frame = await workbench.webviewFrame('body[data-app="log"], [role=grid], [role=table]');
    assert.ok(frame);
    await workbench.screenshot('archive in the viewer');
  });

  it('say where their log is when they open by themselves', async () => {
    const { workbench } = window;
    await workbench.openFile('ProvisioningLogs-May.json.gz');
    await workbench.runCommand('Notifications: Show Notifications');
    const message = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'ProvisioningLogs-May.json.gz was read as a provisioning log: 242 events',
    });
    await message.waitFor();
    await workbench.screenshot('archive told');
    await message.getByText('Show Jobs').click();
    const row = workbench.treeRow(/^ProvisioningLogs-May\.json\.gz/);
    await row.waitFor();
    await workbench.page
      .locator('.customview-tree .monaco-list-row.selected', { hasText: 'ProvisioningLogs-May' })
      .waitFor();
  });

  it('that are cut off open as far as they came, and say so above the tree and in the row of the log', async () => {
    const { workbench } = window;
    await workbench.runCommand('View: Show Explorer');
    await workbench.openFile('cut.json.gz');
    await workbench.runCommand('Analyze Provisioning Log');
    const message = workbench.page.locator('.pane-body .message');
    await message.filter({ hasText: /cut\.json\.gz: “cut\.json\.gz” is cut off: what came of it is shown/ }).waitFor();
    // A log that was not there when the view was hidden is the selected one all the same.
    await workbench.page.locator('.customview-tree .monaco-list-row.selected', { hasText: 'cut.json.gz' }).waitFor();
    assert.equal(
      await workbench
        .treeRow(/^cut\.json\.gz/)
        .locator('.codicon-info')
        .count(),
      1,
    );
    await workbench.screenshot('archive cut off');
    await workbench.expand(/^cut\.json\.gz/);
    await workbench.expand(/^Problems/);
    await workbench
      .treeRow(/^(Event|Line|Byte|The|What)/)
      .first()
      .waitFor();
  });
});
