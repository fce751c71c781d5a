import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { plainText } from '../../src/core/text/escape';
import { hostileNames } from '../generator/hostileNames';
import { themes } from '../run/themes.mts';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const titles = ['Steps', 'Troubleshooting & Recommendations', 'Modified Properties', 'Summary', 'Raw'];
const failures = 'Failures (20)';

/** The innermost frame of the event panel, once it shows an event. */
function panelFrame({ workbench }: TestWindow): Promise<Frame> {
  return workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]', 60_000);
}

function sentence(frame: Frame): Promise<string> {
  return frame.locator('h1').innerText();
}

describe('event panel in the editor', function () {
  this.timeout(240_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    const { workbench } = window;
    await workbench.runCommand('Provisioning Log: Open the Sample Log');
    await workbench.expand('Contoso Expenses');
    await workbench.expand(failures);
    const names = await workbench.treeRows().locator('.label-name').allInnerTexts();
    await workbench.treeRow(names[names.indexOf(failures) + 1]!).click();
  });
  after(() => window.close());

  it('shows the selected failure, and its neighbours', async () => {
    const frame = await panelFrame(window);
    const first = await sentence(frame);
    assert.notEqual(first, '');
    assert.equal(await frame.locator('.chip').innerText(), 'Failure');
    await frame.getByLabel('Failures only').check();
    await frame.getByRole('button', { name: 'Next' }).click();
    await frame.locator('h1').filter({ hasNotText: first }).waitFor();
    await frame.getByRole('button', { name: 'Previous' }).click();
    await frame.locator('h1').filter({ hasText: first }).waitFor();
  });

  for (const [kind, theme] of Object.entries(themes)) {
    it(`has something to say in every tab, and no accessibility faults in ${theme}`, async () => {
      const settings = path.join(window.folder, '.vscode', 'settings.json');
      await fs.mkdir(path.dirname(settings), { recursive: true });
      await fs.writeFile(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
      const frame = await panelFrame(window);
      await frame.locator(`body.vscode-${kind}`).waitFor();
      for (const name of titles) {
        await frame.getByRole('tab', { name }).click();
        assert.notEqual((await frame.getByRole('tabpanel').innerText()).trim(), '', name);
        assert.deepEqual(await findViolations(frame), [], name);
      }
    });
  }

  it('comes back with event and tab when the window is reloaded', async () => {
    const frame = await panelFrame(window);
    const shown = await sentence(frame);
    await frame.getByRole('tab', { name: 'Summary' }).click();
    await window.workbench.reload();
    const again = await panelFrame(window);
    await again.locator('h1').filter({ hasText: shown }).waitFor();
    assert.equal(await again.getByRole('tab', { name: 'Summary' }).getAttribute('aria-selected'), 'true');
  });

  it('shows its event again by itself when its log was closed and is read again, whatever reads it', async () => {
    const { workbench } = window;
    const shown = await sentence(await panelFrame(window));
    const analysis = workbench.tab('Analysis: ');
    const details = workbench.tab('Event Details');
    const ways: readonly (() => Promise<unknown>)[] = [
      async () => {
        await analysis.click();
        const page = await workbench.webviewFrame('body[data-app="analysis"] [role=alert]');
        await page.getByRole('button', { name: 'Try Again' }).click();
      },
      async () => {
        await workbench.tab(/^ProvisioningLogs-sample\.json/).click();
        await workbench.runCommand('Analyze Provisioning Log');
      },
    ];
    await workbench.runCommand('Provisioning Log: Show Analysis');
    for (const readAgain of ways) {
      await workbench.runCommand('Provisioning Log: Close');
      await details.click();
      await workbench.webviewFrame('.plain-notice:has-text("was closed")');
      await readAgain();
      // The page of the log, which stands in the same group, has it again, too.
      await analysis.click();
      await workbench.webviewFrame('body[data-app="analysis"] [role=grid]', 60_000);
      await details.click();
      await (await panelFrame(window)).locator('h1').filter({ hasText: shown }).waitFor();
    }
  });
});

describe('event panel in the editor, hostile names', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    const { workbench, folder } = window;
    const sample = await fs.readFile(path.join(folder, 'ProvisioningLogs-sample.json'), 'utf8');
    const records = JSON.parse(sample) as { jobId: string; sourceIdentity: { displayName: string } }[];
    const hostile = records.filter(({ sourceIdentity }) => hostileNames.includes(sourceIdentity.displayName));
    const { jobId } = hostile[0]!;
    const oneJob = hostile.map((record) => ({ ...record, jobId }));
    await fs.writeFile(path.join(folder, 'ProvisioningLogs-hostile.json'), JSON.stringify(oneJob));
    await workbench.openFile('ProvisioningLogs-hostile.json');
    await workbench.runCommand('Analyze Provisioning Log');
  });
  after(() => window.close());

  it('are text in every tab', async () => {
    const { workbench } = window;
    await workbench.treeRows().nth(1).click();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.treeRows().nth(2).click();
    const frame = await panelFrame(window);
    await frame.getByRole('tab', { name: 'Summary' }).click();
    const button = (name: string) => frame.getByRole('button', { name });
    while ((await button('Previous').getAttribute('aria-disabled')) === 'false') await go(frame, 'Previous');

    const seen = new Set<string>();
    for (;;) {
      for (const name of titles) {
        await frame.getByRole('tab', { name }).click();
        assert.equal(await frame.locator('main').locator('img, a, iframe, script, b, [onerror]').count(), 0);
      }
      await frame.getByRole('tab', { name: 'Summary' }).click();
      const text = (await frame.getByRole('tabpanel').textContent())!;
      for (const name of hostileNames) if (text.includes(plainText(name).slice(0, 100))) seen.add(name);
      if ((await button('Next').getAttribute('aria-disabled')) === 'true') break;
      await go(frame, 'Next');
    }
    assert.deepEqual(
      hostileNames.filter((name) => !seen.has(name)),
      [],
    );
  });
});

/** Goes to a neighbour and waits until it is shown. */
async function go(frame: Frame, button: 'Previous' | 'Next'): Promise<void> {
  const id = () => frame.locator('[role="tabpanel"]').innerText();
  const before = await id();
  await frame.getByRole('button', { name: button }).click();
  while ((await id()) === before) await frame.waitForTimeout(20);
}
