import * as assert from 'node:assert/strict';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('going to a person', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    const { workbench } = window;
    await workbench.openFile('ProvisioningLogs-sample.json');
    await workbench.statusBarItem(/\d+ events, \d+ failures/).click({ timeout: 60_000 });
    await workbench.webviewFrame('body[data-app="analysis"] [role=grid]', 60_000);
  });
  after(() => window.close());

  it('finds people as one types, while a page has the keyboard, and Enter opens their history', async () => {
    const { workbench } = window;
    const { page } = workbench;
    const analysis = await workbench.webviewFrame('body[data-app="analysis"] [role=grid]');
    await analysis.getByRole('grid').focus();
    await workbench.runCommand('Provisioning Log: Go to Event…');
    await page.locator('.quick-input-title', { hasText: 'Go to Event' }).waitFor();
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await input.fill('anna kim');
    const hit = workbench.quickPickRow('Anna Kim').first();
    await hit.filter({ hasText: /\d+ events?, / }).waitFor();
    await workbench.screenshot('go to event');
    await input.press('Enter');
    const story = await workbench.webviewFrame('body[data-app="story"] main li');
    assert.equal(await story.locator('h1').innerText(), 'Anna Kim');

    // From a history, too, whose page has the keyboard.
    await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
    await story.locator('.opens').first().focus();
    const nobody = workbench.quickPickRow('No person or group of the open logs matches');
    // A page that takes the focus late closes the list.
    for (let attempt = 0; attempt < 5 && !(await nobody.isVisible()); attempt++) {
      await workbench.runCommand('Provisioning Log: Go to Event…');
      const isTyped = await input.fill('nobody of this name', { timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (isTyped) await nobody.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await input.press('Enter');
    assert.ok(await input.isVisible());
    await page.keyboard.press('Escape');
  });

  it('walks from failure to failure with Alt+F8, back with Shift, and the table follows', async () => {
    const { workbench } = window;
    await workbench.tab('Analysis').click();
    const analysis = await workbench.webviewFrame('body[data-app="analysis"] [role=grid]');
    await analysis.getByRole('grid').focus();
    const marked = analysis.locator('[role=row][aria-current=true]');
    await analysis.locator('#cell-0-0').click();
    await analysis.locator('[role=row][aria-current=true][data-place="0"]').waitFor();
    const places: string[] = [];
    for (const key of ['Alt+F8', 'Alt+F8', 'Alt+F8', 'Shift+Alt+F8']) {
      const before = await marked.getAttribute('data-place');
      await analysis.getByRole('grid').focus();
      await workbench.page.keyboard.press(key);
      await analysis.locator(`[role=row][aria-current=true]:not([data-place="${before}"])`).waitFor();
      assert.match(await marked.innerText(), /Failure/);
      places.push((await marked.getAttribute('data-place')) ?? '');
    }
    assert.equal(places[3], places[1]);
    const [row, grid] = [await marked.boundingBox(), await analysis.getByRole('grid').boundingBox()];
    assert.ok(row !== null && grid !== null && row.y >= grid.y && row.y + row.height <= grid.y + grid.height);
  });
});
