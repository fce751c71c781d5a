import * as assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { analyseSample, openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('saved filters', function () {
  this.timeout(180_000);
  let window: TestWindow;
  let frame: Frame;

  before(async () => {
    window = await openTestWindow();
    frame = await analyseSample(window);
  });
  after(() => window.close());

  const row = (name: string): Locator => window.workbench.quickPickRow(name);
  const input = (): Locator => window.workbench.page.locator('.quick-input-widget input[type=text]').first();
  const list = async (): Promise<void> => {
    await frame.getByRole('button', { name: 'Saved filters' }).click();
    await row('Add Filters from the Clipboard').waitFor();
  };
  /** Presses one of the buttons that a row shows to the pointer. */
  const pressOn = async (name: string, button: string): Promise<void> => {
    await row(name).hover();
    await row(name).getByRole('button', { name: button }).click();
  };
  const saveAs = async (query: string, name: string): Promise<void> => {
    await frame.getByRole('combobox').fill(query);
    await frame.getByRole('combobox').press('Enter');
    await frame.getByRole('button', { name: 'Save the filter' }).click();
    await window.workbench.page.locator('.quick-input-title', { hasText: 'Name of the Filter' }).waitFor();
    await input().fill(name);
    await input().press('Enter');
    await window.workbench.statusBarItem('Saved the filter.').waitFor();
  };
  const leave = async (): Promise<void> => {
    await window.workbench.page.keyboard.press('Escape');
    await input().waitFor({ state: 'hidden' });
  };

  it('are given a name, and applied, renamed and deleted from their list', async () => {
    await saveAs('status:failure', 'Failures');
    await frame.getByRole('button', { name: 'Clear All' }).click();
    await frame.locator('.result', { hasText: /^[\d,]+ events$/ }).waitFor();
    await list();
    await row('Failures').filter({ hasText: 'status:failure' }).click();
    await frame.locator('.query-chip', { hasText: 'status:failure' }).waitFor();

    await list();
    await pressOn('Failures', 'Rename');
    await window.workbench.page.locator('.quick-input-title', { hasText: 'Name of the Filter' }).waitFor();
    assert.equal(await input().inputValue(), 'Failures');
    await input().fill('What failed');
    await input().press('Enter');
    await row('What failed').waitFor();
    assert.equal(await row('Failures').count(), 0);
    await window.workbench.screenshot('saved filters');
    await pressOn('What failed', 'Delete');
    await row('What failed').waitFor({ state: 'detached' });
    await row('Add Filters from the Clipboard').waitFor();
    await leave();
  });

  it('warn of a name that another filter has', async () => {
    await saveAs('status:skipped', 'Mine');
    await frame.getByRole('combobox').fill('status:warning');
    await frame.getByRole('combobox').press('Enter');
    await frame.getByRole('button', { name: 'Save the filter' }).click();
    await input().fill('Mine');
    await window.workbench.page.getByText('Replaces the filter of this name: status:skipped').waitFor();
    await leave();
  });

  it('are shared as text, and none is replaced by what comes from the clipboard', async () => {
    const { page } = window.workbench;
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await list();
    await row('Copy All as Text').click();
    await window.workbench.statusBarItem('Copied 1 filter.').waitFor();
    assert.equal(await clipboard(), '# Mine\nstatus:skipped\n');

    await page.evaluate(() => navigator.clipboard.writeText('# Mine\ncode:*Conflict*\n\n# Mine\nstatus:skipped\n'));
    await list();
    await row('Add Filters from the Clipboard').click();
    await row('Mine (2)').filter({ hasText: 'code:*Conflict*' }).waitFor();
    await row('Mine').filter({ hasText: 'status:skipped' }).waitFor();
    await leave();

    await page.evaluate(() => navigator.clipboard.writeText('# Broken\nstatsu:failure\n'));
    await list();
    await row('Add Filters from the Clipboard').click();
    await input().waitFor({ state: 'hidden' });
    await list();
    assert.equal(await row('Broken').count(), 0);
    await leave();
  });
});
