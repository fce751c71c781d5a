import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const table = 'Change ID,Job ID,Date,Action,Status\r\nt1,Box.1,2026-03-24T07:00:00Z,update,failure\r\n';

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
    await fs.writeFile(
      path.join(window.folder, 'ProvisioningLogs-June.zip'),
      zipSync({ 'log.json': other }).subarray(0, 40),
    );
    await fs.writeFile(
      path.join(window.folder, 'ProvisioningLogs-tables.zip'),
      zipSync({ 'events.csv': strToU8(table) }),
    );
    await fs.writeFile(path.join(window.folder, 'cut.json.gz'), cut.subarray(0, Math.floor(cut.length / 2)));
  });
  after(() => window.close());

  async function told(text: string): Promise<void> {
    const messages = window.workbench.page.locator('.notifications-center .notification-list-item');
    await messages.filter({ hasText: text }).waitFor();
  }

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

  it('say why they were not opened by themselves', async () => {
    const { workbench } = window;
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.openFile('ProvisioningLogs-June.zip');
    await workbench.runCommand('Notifications: Show Notifications');
    await told('“ProvisioningLogs-June.zip” was not opened: the archive is damaged or cut off');
    await workbench.screenshot('archive refused');
  });

  it('of tables have nothing to prettify, which is said', async () => {
    const { workbench } = window;
    await workbench.openFile('ProvisioningLogs-tables.zip');
    await workbench.runCommand('Prettify Provisioning Log');
    await workbench.runCommand('Notifications: Show Notifications');
    await told('“ProvisioningLogs-tables.zip” holds tables and no JSON (“events.csv”): there is nothing to prettify');
    assert.equal(await workbench.page.locator('.quick-input-title').isVisible(), false);
    await workbench.screenshot('archive of tables');
    await workbench.runCommand('Notifications: Clear All Notifications');
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
