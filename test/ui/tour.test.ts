import * as assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { type ThemeName, themes } from '../run/themes.mts';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const tabs = ['Steps', 'Troubleshooting & Recommendations', 'Modified Properties', 'Summary', 'Raw'];

for (const theme of ['light', 'dark', 'high-contrast'] as const satisfies readonly ThemeName[]) {
  describe(`a walk through the sample, ${theme}`, function () {
    this.timeout(120_000);
    let window: TestWindow;
    let panel: Frame;

    before(async () => {
      window = await openTestWindow({}, { settings: { 'workbench.colorTheme': themes[theme] } });
    });
    after(() => window.close());

    it('shows the jobs of the sample in the tree', async () => {
      const { workbench } = window;
      await workbench.openSample();
      assert.equal(await workbench.treeRowsOfLevel(2).count(), 4);
      await workbench.screenshot(`${theme} jobs`);
    });

    it('shows an event beside the editor', async () => {
      const { workbench } = window;
      panel = await workbench.showFirstFailure('Contoso Expenses');
      await panel.locator('h1').waitFor();
      await workbench.screenshot(`${theme} event`);
    });

    for (const title of tabs) {
      it(`draws the tab ${title} so that everyone can read it`, async () => {
        await panel.getByRole('tab', { name: new RegExp(`^${title}`) }).click();
        await panel.getByRole('tabpanel').waitFor();
        await window.workbench.screenshot(`${theme} ${title.replace(' & ', ' ')}`);
        assert.deepEqual(await findViolations(panel), []);
      });
    }

    it('draws tree rows that everyone can read', async () => {
      const violations = await findViolations(window.workbench.page, '.customview-tree .monaco-list-rows');
      assert.deepEqual(violations, []);
    });

    it('draws a viewer that everyone can read', async () => {
      const { workbench } = window;
      await workbench.openInViewer('ProvisioningLogs-sample.json');
      const viewer = await workbench.webviewFrame('table');
      await workbench.screenshot(`${theme} viewer`);
      assert.deepEqual(await findViolations(viewer), []);
    });
  });
}
