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

  it('explains a code with a connector in front, and says of an unknown one what its spelling tells', async () => {
    const { workbench } = window;
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await workbench.runCommand('Provisioning Log: Explain Error Code…');
    await input.fill('BoxEntryConflict');
    await workbench.quickPickRow('BoxEntryConflict').waitFor();
    await workbench.screenshot('explain error code');
    await input.press('Enter');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.filter({ hasText: 'The target already has a conflicting object' }).waitFor();
    await dialog.filter({ hasText: 'Whose turn: Source data' }).waitFor();
    await workbench.screenshot('explained error code');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await workbench.runCommand('Provisioning Log: Explain Error Code…');
    await input.fill('SlackForbiddenByPolicy');
    await workbench.quickPickRow('SlackForbiddenByPolicy').filter({ hasText: 'connector Slack' }).waitFor();
    await input.fill('license salesforce');
    await workbench.quickPickRow('SalesforceLicenseLimitExceeded').waitFor();
    await page.keyboard.press('Escape');
  });
});
