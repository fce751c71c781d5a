import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('taking events away', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    await window.workbench.openSample();
  });
  after(() => window.close());

  /** Chooses rows of one quick pick after the other. */
  async function choose(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const row = window.workbench.quickPickRow(label).first();
      await row.waitFor();
      await row.click();
    }
  }

  /** Answers the editor's question for a file, and waits until the file is there. */
  async function saveAs(target: string): Promise<void> {
    const { page } = window.workbench;
    const input = page.locator('.quick-input-widget input[type=text]').first();
    const title = page.locator('.quick-input-title', { hasText: /Export as|Save the Support Pack/ });
    await title.waitFor();
    for (let attempt = 0; attempt < 200; attempt++) {
      // Until the dialog has looked at its folder it writes into the input itself, and Enter does nothing.
      if (attempt % 40 === 15 && (await title.isVisible())) await input.fill(target);
      if (attempt % 40 === 30 && (await title.isVisible())) await page.keyboard.press('Enter');
      if (await isFile(target)) return;
      await page.waitForTimeout(100);
    }
    throw new Error(`${target} was never written.`);
  }

  const clipboard = (): Promise<string> => window.workbench.page.evaluate(() => navigator.clipboard.readText());

  async function untilCopied(part: string): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const text = await clipboard();
      if (text.includes(part)) return text;
      await window.workbench.page.waitForTimeout(100);
    }
    throw new Error(`The clipboard never held "${part}".`);
  }

  it('writes a report where it is told to, and JSON that opens again', async () => {
    const { workbench, folder } = window;
    for (const [form, name] of [
      ['HTML report', 'report.html'],
      ['JSON', 'ProvisioningLog-copy.json'],
    ] as const) {
      await workbench.runCommand('Provisioning Log: Export…');
      await workbench.quickPickRow(form).first().waitFor();
      await workbench.screenshot('export forms');
      await choose(form);
      await choose('To a File…');
      const target = path.join(folder, name);
      await saveAs(target);
      assert.ok((await fs.stat(target)).size > 10_000);
      assert.deepEqual(
        (await fs.readdir(folder)).filter((other) => other.endsWith('.tmp')),
        [],
      );
    }
    const records = JSON.parse(await fs.readFile(path.join(folder, 'ProvisioningLog-copy.json'), 'utf8')) as unknown[];
    assert.equal(records.length, 242);
    assert.match(await fs.readFile(path.join(folder, 'report.html'), 'utf8'), /<h2>Top errors<\/h2>/);
  });

  it('copies a redacted report, and says what redaction leaves', async () => {
    const { workbench } = window;
    await workbench.runCommand('Provisioning Log: Export…');
    await workbench.page.locator('.quick-input-widget input[type=text]').first().fill('Markdown');
    await workbench.quickPickRow('Markdown report').nth(1).waitFor();
    await workbench.quickPickRow('Markdown report').nth(1).click();
    await choose('To the Clipboard');
    const text = await untilCopied('# Provisioning log report');
    assert.match(text, /are pseudonyms/);
    assert.doesNotMatch(text, /Okafor|García/i);

    await workbench.runCommand('Provisioning Log: Preview Redaction');
    await workbench.tab(/Redaction Preview/).waitFor();
    await workbench.editorLine('Redaction preview: 242 events').waitFor();
    await workbench.screenshot('redaction preview');
  });

  it('copies the question for other tools, and the IDs', async () => {
    const { workbench } = window;
    const input = workbench.page.locator('.quick-input-widget input[type=text]').first();
    await workbench.runCommand('Provisioning Log: Copy Query As…');
    await input.fill('status:failure job:"Salesforce"');
    await input.press('Enter');
    await choose('KQL');
    assert.match(
      await untilCopied('AADProvisioningLogs'),
      /\| where \(EventStatus in \("failure"\) and JobName =~ "Salesforce"\)/,
    );
    await workbench.runCommand('Provisioning Log: Copy Query As…');
    await input.fill('code:*Conflict*');
    await input.press('Enter');
    await choose('Microsoft Graph request');
    assert.match(await untilCopied('GET https://graph.microsoft.com'), /^# .*cannot filter by “code”/m);
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item-message', { hasText: 'cannot filter by “code”' })
      .waitFor();
    await workbench.runCommand('Provisioning Log: Copy Job IDs');
    assert.equal((await untilCopied('SalesforceOutDelta.')).split('\n').length, 4);
  });

  it('goes to the next failure by its key, and offers pages of the admin center', async () => {
    const { workbench } = window;
    await workbench.page.keyboard.press('Alt+F8');
    await workbench.webviewFrame('[role=tab]');
    await workbench.runCommand('Provisioning Log: Open in Entra Admin Center…');
    await workbench.quickPickRow('Provisioning Logs').waitFor();
    await workbench.quickPickRow('Enterprise Application').waitFor();
    await workbench.screenshot('admin center');
    await workbench.page.keyboard.press('Escape');
  });

  it('packs for support', async () => {
    const { workbench, folder } = window;
    await workbench.runCommand('Provisioning Log: Create Support Pack…');
    await saveAs(path.join(folder, 'pack.zip'));
    assert.equal((await fs.readFile(path.join(folder, 'pack.zip'))).subarray(0, 2).toString(), 'PK');
  });
});

function isFile(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}
