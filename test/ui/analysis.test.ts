import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { formatCount, formatCounted } from '../../src/core/text/formatValue';
import { type ThemeName, themes } from '../run/themes.mts';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const sample = 'ProvisioningLogs-sample.json';

interface Counts {
  readonly events: number;
  readonly failures: number;
  readonly jobs: readonly { readonly name: string; readonly events: number }[];
}

describe('analysis in the editor', function () {
  this.timeout(180_000);
  let window: TestWindow;
  let counts: Counts;
  let frame: Frame;

  before(async () => {
    window = await openTestWindow();
    const text = await fs.readFile(path.join(window.folder, 'expected-counts.json'), 'utf8');
    counts = JSON.parse(text) as Counts;
    await window.workbench.openFile(sample);
    await window.workbench.statusBarItem(/\d+ events, \d+ failures/).waitFor({ timeout: 60_000 });
  });
  after(() => window.close());

  const pageFrame = (): Promise<Frame> =>
    window.workbench.webviewFrame('body[data-app="analysis"] [role=grid]', 60_000);
  const found = (text: string | RegExp) => frame.locator('.result', { hasText: text }).waitFor();
  const box = () => frame.getByRole('combobox');
  const value = (label: string): Locator =>
    frame.getByRole('button', { name: new RegExp(`^${label} ?, [\\d,]+ event`) });
  const keyboard = () => window.workbench.page.keyboard;

  it('opens from the status bar, with the counts that the generator wrote beside the sample', async () => {
    await window.workbench.statusBarItem(/\d+ events, \d+ failures/).click();
    frame = await pageFrame();
    await found(formatCounted(counts.events, 'event'));
    const facts = await frame.getByRole('list', { name: 'About the log' }).innerText();
    assert.ok(facts.includes(formatCounted(counts.events, 'event')), facts);
    assert.ok(facts.includes(formatCounted(counts.failures, 'failure')), facts);
    for (const { name, events } of counts.jobs) {
      await value(name.replace(/[()]/g, '\\$&'))
        .filter({ hasText: formatCount(events) })
        .waitFor();
    }
    assert.deepEqual(await findViolations(frame), []);
  });

  it('makes a typed query the filter of the tree, too', async () => {
    await box().click();
    await keyboard().type('status:failure');
    await keyboard().press('Escape');
    await found(`${formatCount(counts.failures)} of ${formatCounted(counts.events, 'event')}`);
    await window.workbench.runCommand('Provisioning Log: Show Jobs');
    const message = window.workbench.page.locator('.customview-tree .message, .pane-body .message');
    await message.filter({ hasText: `Filter: status:failure · ${formatCount(counts.failures)} of` }).waitFor();
  });

  it('includes a facet by a click and excludes another with Alt', async () => {
    const [job] = counts.jobs;
    await value(job!.name).click();
    await frame.locator('.query-chip', { hasText: job!.name }).waitFor();
    await value('Create').click({ modifiers: ['Alt'] });
    await frame.locator('.query-chip.excluded', { hasText: 'action:create' }).waitFor();
    await found(/ of /);
    await frame.getByRole('gridcell', { name: 'Create', exact: true }).first().waitFor({ state: 'detached' });
    assert.deepEqual(await findViolations(frame), []);
    await frame.getByRole('button', { name: 'Clear All' }).click();
    await found(new RegExp(`^${formatCounted(counts.events, 'event')}$`));
  });

  it('zooms by dragging, and out again', async () => {
    const { x, y, width, height } = (await frame.locator('.u-over').boundingBox())!;
    const { mouse } = window.workbench.page;
    await mouse.move(x + width * 0.3, y + height / 2);
    await mouse.down();
    await mouse.move(x + width * 0.6, y + height / 2, { steps: 6 });
    await mouse.up();
    await found(/ of /);
    assert.match(await box().inputValue(), /^time:\[/);
    await frame.getByRole('button', { name: 'Zoom Out' }).click();
    await found(new RegExp(`^${formatCounted(counts.events, 'event')}$`));
  });

  it('sorts by a column and opens an event by Enter', async () => {
    await frame.getByRole('columnheader', { name: 'Status' }).click();
    const statusAt = (row: number) => frame.locator(`#cell-${row}-1`).innerText();
    await frame.locator('#cell-0-1', { hasText: 'Success' }).waitFor();
    await frame.getByRole('columnheader', { name: 'Status' }).click();
    await frame.locator('#cell-0-1', { hasText: 'Unknown' }).waitFor();
    await frame.getByRole('grid').focus();
    for (let row = 0; (await statusAt(row)) !== 'Failure'; row++) await keyboard().press('ArrowDown');
    await keyboard().press('Enter');
    const panel = await window.workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]');
    assert.equal(await panel.locator('.chip').innerText(), 'Failure');
    const marked = frame.locator('[role=row][aria-current=true]');
    await marked.filter({ hasText: 'Failure' }).waitFor();
    await window.workbench.screenshot('analysis with event');
  });

  it('filters by a cell, from its menu', async () => {
    await frame.getByRole('grid').focus();
    await keyboard().press('Control+Home');
    await frame.locator('#cell-0-1', { hasText: 'Unknown' }).click({ button: 'right' });
    await frame.getByRole('menuitem', { name: 'Exclude Status: Unknown' }).click();
    await found(/ of /);
    assert.equal(await box().inputValue(), '-status:unknown');
    await frame.getByRole('button', { name: 'Clear All' }).click();
    await found(new RegExp(`^${formatCounted(counts.events, 'event')}$`));
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`takes its colours from the theme, ${theme}`, async () => {
      const { workbench, folder } = window;
      const before = await chartColour(frame);
      const settings = path.join(folder, '.vscode', 'settings.json');
      await fs.mkdir(path.dirname(settings), { recursive: true });
      await fs.writeFile(settings, JSON.stringify({ 'workbench.colorTheme': themes[theme] }));
      await frame.locator(`body.vscode-${themeClasses[theme]}`).waitFor();
      if (theme === 'dark') await frame.waitForFunction(isDrawnAnew, before);
      assert.deepEqual(await findViolations(frame), []);
      await workbench.screenshot(`analysis ${theme}`);
      for (const tab of ['Findings', 'Errors', 'Jobs and Cycles', 'Durations', 'Events']) {
        await frame.getByRole('tab', { name: tab }).click();
        await frame.locator('[role=tabpanel][aria-busy=true]').waitFor({ state: 'detached' });
        await frame.locator('[role=tabpanel]').filter({ hasText: /\S/ }).waitFor();
        assert.deepEqual(await findViolations(frame), [], tab);
        await workbench.screenshot(`analysis ${theme} ${tab}`);
      }
      // The table is at the event that was opened.
      await frame.getByRole('grid').focus();
      await keyboard().press('Control+Home');
      await frame.locator('#cell-1-1').click({ button: 'right' });
      await frame.getByRole('menuitem').first().waitFor();
      assert.deepEqual(await findViolations(frame), [], 'menu');
      await workbench.screenshot(`analysis ${theme} menu`);
      await keyboard().press('Escape');
    });
  }

  it('is there again after a reload, with its filter and its order', async () => {
    await box().fill('status:failure');
    await keyboard().press('Enter');
    await found(/ of /);
    await window.workbench.reload();
    frame = await pageFrame();
    await found(`${formatCount(counts.failures)} of ${formatCounted(counts.events, 'event')}`);
    assert.equal(await box().inputValue(), 'status:failure');
    assert.equal(await frame.getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort'), 'descending');
  });

  it('says that the log is stale when the file changes, and reads it again', async () => {
    const file = path.join(window.folder, sample);
    const events = JSON.parse(await fs.readFile(file, 'utf8')) as unknown[];
    const reload = frame.getByRole('button', { name: 'Reload' });
    // The editor's watcher misses what happens just after the window was loaded.
    for (let attempt = 0; attempt < 20 && (await reload.count()) === 0; attempt++) {
      await fs.writeFile(file, JSON.stringify(events.slice(1)));
      await window.workbench.page.waitForTimeout(1_000);
    }
    // What is chosen meanwhile cannot be read, and is shown by itself as soon as it can.
    const chosen = await frame.locator('#cell-2-3').innerText();
    await frame.locator('#cell-2-3').click();
    const panel = 'body[data-app="eventPanel"]';
    await window.workbench.webviewFrame(`${panel} main > .plain-notice`);
    await reload.click();
    await (await window.workbench.webviewFrame(`${panel} [role=tab]`)).locator('h1', { hasText: chosen }).waitFor();
    await frame
      .getByText(formatCounted(events.length - 1, 'event'), { exact: true })
      .first()
      .waitFor();
    assert.equal(await reload.count(), 0);
  });
});

describe('the viewer of a file', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    await window.workbench.openInViewer(sample);
  });
  after(() => window.close());

  it('is the same page, and comes back with its content when the window is reloaded', async () => {
    for (const isReloaded of [false, true]) {
      if (isReloaded) await window.workbench.reload();
      const frame = await window.workbench.webviewFrame('body[data-app="analysis"] [role=grid]', 60_000);
      assert.equal(await frame.locator('h1').innerText(), sample);
      await frame.locator('#cell-0-0').waitFor();
    }
  });
});

/** What the canvas shows in its lowest line of bars, as one text. */
function chartColour(frame: Frame): Promise<string> {
  return frame.locator('.plot canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

/** In the page: whether the chart shows something else than before. */
function isDrawnAnew(before: string): boolean {
  return document.querySelector<HTMLCanvasElement>('.plot canvas')?.toDataURL() !== before;
}

/** What the editor marks the body of a web view with. */
const themeClasses: Readonly<Record<ThemeName, string>> = {
  light: 'light',
  dark: 'dark',
  'high-contrast': 'high-contrast',
  'high-contrast-light': 'high-contrast-light',
};
