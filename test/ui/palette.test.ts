import * as assert from 'node:assert/strict';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('command palette', function () {
  this.timeout(120_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
  });
  after(() => window.close());

  it('offers what a newcomer needs, before any log is open', async () => {
    const { workbench } = window;
    for (const title of [
      'Analyze Provisioning Log',
      'Prettify Provisioning Log',
      'Provisioning Log: Open Log File…',
      'Provisioning Log: Open the Sample Log',
    ]) {
      await workbench.findCommand(title);
      await workbench.page.keyboard.press('Escape');
    }
  });

  it('offers nothing that needs an open log', async () => {
    await window.workbench.openPalette('Provisioning Log: Next Failure');
    await window.workbench.page.locator('.quick-input-list').waitFor();
    assert.equal(await window.workbench.quickPickRow('Provisioning Log: Next Failure').count(), 0);
    await window.workbench.page.keyboard.press('Escape');
  });
});
