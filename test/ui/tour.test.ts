import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { type ThemeName, themes } from '../run/themes.mts';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const tabs = ['Steps', 'Troubleshooting & Recommendations', 'Modified Properties', 'Summary', 'Raw'];

describe('a walk through the sample', function () {
  this.timeout(180_000);
  let window: TestWindow;
  let panel: Frame;

  before(async () => {
    window = await openTestWindow();
  });
  after(() => window.close());

  it('opens the sample from the palette and shows its jobs', async () => {
    const { workbench } = window;
    await workbench.openSample();
    assert.equal(await workbench.treeRowsOfLevel(2).count(), 4);
    await workbench.screenshot('jobs');
  });

  it('shows an event beside the editor', async () => {
    panel = await window.workbench.showFirstFailure('Contoso Expenses');
    await panel.locator('h1').waitFor();
  });

  for (const title of tabs) {
    it(`walks to the tab ${title}`, async () => {
      await panel.getByRole('tab', { name: new RegExp(`^${title}`) }).click();
      assert.notEqual((await panel.getByRole('tabpanel').innerText()).trim(), '');
      await window.workbench.screenshot(`tab ${title.replace(' & ', ' ')}`);
    });
  }

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`draws tree rows that everyone can read, ${theme}`, async () => {
      const { workbench, folder } = window;
      const settings = path.join(folder, '.vscode', 'settings.json');
      await fs.mkdir(path.dirname(settings), { recursive: true });
      await fs.writeFile(settings, JSON.stringify({ 'workbench.colorTheme': themes[theme] }));
      await workbench.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
      await workbench.screenshot(`event ${theme}`);
      assert.deepEqual(await findViolations(workbench.page, '.customview-tree .monaco-list-rows'), []);
    });
  }
});

/** What the editor marks its window with. */
const themeClasses: Readonly<Record<ThemeName, string>> = {
  light: 'vs',
  dark: 'vs-dark',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};
