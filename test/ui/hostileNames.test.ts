import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { hostileNames } from '../generator/hostileNames';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

/** What would be in the document if a name were taken for markup, an icon, a link or a command. */
const interpreted = [
  'img[src="x"]',
  '[onerror]',
  '.codicon-sync',
  '[href^="https://evil"]',
  '[data-href^="https://evil"]',
  '[data-href^="command:workbench"]',
].join();

describe('hostile names', function () {
  this.timeout(240_000);
  let window: TestWindow;
  const dialogs: string[] = [];

  before(async () => {
    window = await openTestWindow({ texts: { 'HostileProvisioningLog.json': hostileLog() } });
    const { workbench } = window;
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.openFile('HostileProvisioningLog.json');
    await workbench.statusBarItem(`${hostileNames.length} events`).waitFor();
    await workbench.runCommand('Provisioning Log: Show Jobs');
  });
  after(() => window.close());
  afterEach(async () => {
    for (const frame of window.workbench.page.frames()) {
      assert.deepEqual(await frame.locator(interpreted).evaluateAll((all) => all.map((one) => one.outerHTML)), []);
    }
    assert.deepEqual(dialogs, []);
  });

  it('are text in every row of the tree', async () => {
    const { workbench } = window;
    const job = workbench.treeRowsOfLevel(2).first();
    await job.locator('.monaco-tl-twistie').click();
    await workbench.expand(/^Failures \(/);
    const rows = workbench.treeRowsOfLevel(4);
    await rows.nth(hostileNames.length - 1).waitFor();
    const labels = await rows.locator('.label-name').allTextContents();
    for (const label of labels) assert.doesNotMatch(label, /[\p{Cc}\p{Cf}]|\$\(/u);
    for (const part of ['<img src=x', '[x](command:', '=HYPERLINK(', 'https://evil.example/x', 'sync~spin', 'U+202E']) {
      assert.ok(
        labels.some((label) => label.includes(part)),
        `${part} is not shown`,
      );
    }
    await workbench.screenshot('hostile names');
  });

  it('are text in the tooltip of a row', async () => {
    const { workbench } = window;
    for (const text of ['<img src=x', '[x](command:', 'sync~spin', 'https://evil']) {
      await workbench.treeRowsOfLevel(4).filter({ hasText: text }).first().hover();
      const tooltip = workbench.page.locator('.workbench-hover').filter({ hasText: 'Change ID' });
      await tooltip.waitFor();
      assert.equal(await tooltip.locator('a, img, .codicon').count(), 0);
      await workbench.page.mouse.move(700, 400);
      await tooltip.waitFor({ state: 'detached' });
    }
  });

  it('are text in the hover of a single event', async () => {
    const { workbench } = window;
    await workbench.treeRowsOfLevel(4).filter({ hasText: '[x](command:' }).first().click();
    await workbench.webviewFrame('header.event h1');
    await workbench.runCommand('Provisioning Log: Open Event as Text');
    await workbench.editorLine('"id": "id-').waitFor();
    // Only white space differs from the log, so these are the document's lines.
    const event = (JSON.parse(hostileLog()) as object[])[hostileNames.findIndex((name) => name.startsWith('[x]'))];
    const lines = JSON.stringify(event, null, 4).split('\n');
    await workbench.goTo(lines.findIndex((line) => line.includes('"errorCode": "[x](')) + 1, 1);
    const hover = await workbench.hoverOver('"errorCode": "[x](comm');
    await hover.filter({ hasText: '[x](command' }).waitFor();
    const links = await hover
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
    for (const link of links) assert.match(link, /^(https:\/\/learn\.microsoft\.com\/|command:provisioningLog\.)/);
    await workbench.screenshot('hostile hover');
  });

  it('are text in a quick pick', async () => {
    const { workbench } = window;
    await workbench.runCommand('Provisioning Log: Show Events with an Error Code');
    const input = workbench.page.locator('.quick-input-widget input[type=text]').first();
    await input.fill('$(sync~spin) loading');
    await input.press('Enter');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row').first();
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', /sync~spin/);
    await workbench.page.keyboard.press('Escape');
  });
});

/** A log of one job in which every name, code and reason is hostile. */
function hostileLog(): string {
  const sample = fs.readFileSync('media/sample/ProvisioningLogs-sample.json', 'utf8');
  const [record] = JSON.parse(sample) as [SampleRecord];
  return JSON.stringify(
    hostileNames.map((name, index) => ({
      ...record,
      id: `id-${index}`,
      changeId: `change-${index}`,
      servicePrincipal: { ...record.servicePrincipal, displayName: hostileNames[0] },
      sourceIdentity: { ...record.sourceIdentity, displayName: name },
      targetIdentity: { ...record.targetIdentity, displayName: name },
      provisioningStatusInfo: {
        status: 'failure',
        errorInformation: { errorCode: name, reason: name, errorCategory: name, recommendedAction: name },
      },
    })),
  );
}

interface SampleRecord {
  readonly servicePrincipal: object;
  readonly sourceIdentity: object;
  readonly targetIdentity: object;
}
