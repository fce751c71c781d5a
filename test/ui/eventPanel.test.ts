import * as assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWindow, type EditorWindow } from '../run/editorWindow.mts';
import { prepareWorkspace, type TestWorkspace } from '../run/testWorkspace.mts';
import { themes } from '../run/themes.mts';
import { findViolations } from './support/findViolations.mts';
import { Workbench } from './support/workbench.mts';

const titles = ['Steps', 'Troubleshooting & Recommendations', 'Modified Properties', 'Summary', 'Raw'];

/** The innermost frame of the event panel, once it shows an event. */
function panelFrame(workbench: Workbench): Promise<Frame> {
  return workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]');
}

const sentence = (frame: Frame) => frame.locator('h1').innerText();

for (const [theme, title] of Object.entries(themes)) {
  describe(`event panel in the editor, ${theme} theme`, function () {
    this.timeout(120_000);
    let workspace: TestWorkspace;
    let window: EditorWindow;
    let workbench: Workbench;

    before(async () => {
      workspace = await prepareWorkspace({});
      window = await openWindow({
        version: 'newest',
        host: 'node',
        folder: workspace.folder,
        settings: { 'workbench.colorTheme': title },
      });
      workbench = new Workbench(window.page);
      await workbench.runCommand('Provisioning Log: Open the Sample Log');
      await workbench.expand('Contoso Expenses');
      await workbench.expand('Failures (20)');
      await workbench
        .treeRows()
        .filter({ hasText: 'Failures (20)' })
        .locator('xpath=following::*[@role="treeitem"][1]')
        .click();
    });
    after(async () => {
      await window.close();
      await workspace.remove();
    });

    it('shows the selected failure, and its neighbours', async () => {
      const frame = await panelFrame(workbench);
      const first = await sentence(frame);
      assert.notEqual(first, '');
      assert.equal(await frame.locator('.chip').innerText(), 'Failure');
      await frame.getByLabel('Failures only').check();
      await frame.getByRole('button', { name: 'Next' }).click();
      await frame.locator('h1').filter({ hasNotText: first }).waitFor();
      await frame.getByRole('button', { name: 'Previous' }).click();
      await frame.locator('h1').filter({ hasText: first }).waitFor();
    });

    it('has something to say in every tab, and no accessibility faults', async () => {
      const frame = await panelFrame(workbench);
      for (const name of titles) {
        await frame.getByRole('tab', { name }).click();
        assert.notEqual((await frame.getByRole('tabpanel').innerText()).trim(), '', name);
        assert.deepEqual(await findViolations(frame), [], name);
      }
    });

    it('comes back with event and tab when the window is reloaded', async () => {
      const frame = await panelFrame(workbench);
      const shown = await sentence(frame);
      await frame.getByRole('tab', { name: 'Summary' }).click();
      await workbench.reload();
      const again = await panelFrame(workbench);
      await again.locator('h1').filter({ hasText: shown }).waitFor();
      assert.equal(await again.getByRole('tab', { name: 'Summary' }).getAttribute('aria-selected'), 'true');
    });
  });
}
