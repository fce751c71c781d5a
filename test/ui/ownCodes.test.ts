import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { analyseSample, openTestWindow, type TestWindow } from './support/testWindow.mts';

const own = [
  { code: 'SalesforceLicenseLimitExceeded', title: 'Our pool is empty', cause: 'x', turn: 'microsoftSupport' },
];

describe("the user's own error codes", function () {
  this.timeout(180_000);
  let window: TestWindow;
  let frame: Frame;

  before(async () => {
    window = await openTestWindow();
    frame = await analyseSample(window);
  });
  after(() => window.close());

  it('move events at once in a tree by whose turn it is, in the facets and in the event panel', async () => {
    const { workbench, folder } = window;
    await frame.getByRole('combobox').fill('code:SalesforceLicenseLimitExceeded');
    await frame.getByRole('combobox').press('Enter');
    await frame.locator('.result', { hasText: /^4 of / }).waitFor();
    await frame.locator('#cell-0-0').click();
    const panel = await workbench.webviewFrame('body[data-app="eventPanel"] [role=tab]');
    await panel.getByText('Salesforce has no license left').waitFor();
    await workbench.runCommand('Provisioning Log: Group By…');
    await workbench.quickPickRow('Whose turn').click();
    await workbench.runCommand('Provisioning Log: Show Jobs');
    await workbench.treeRow("Target application's owner").filter({ hasText: '4 events' }).waitFor();

    const settings = path.join(folder, '.vscode', 'settings.json');
    await fs.mkdir(path.dirname(settings), { recursive: true });
    await fs.writeFile(settings, JSON.stringify({ 'provisioningLog.customErrorCodes': own }));
    await workbench.treeRow('Microsoft support').filter({ hasText: '4 events' }).waitFor();
    assert.equal(await workbench.treeRow("Target application's owner").count(), 0);
    await panel.getByText('Our pool is empty').waitFor();
    const show = frame.getByRole('button', { name: 'Show the facets' });
    if ((await show.count()) > 0) await show.click();
    await frame.getByRole('button', { name: /^Microsoft support ?, 4 events$/ }).waitFor();
    assert.equal(await frame.getByRole('button', { name: /^Target application's owner/ }).count(), 0);
    await workbench.screenshot('own codes');
  });
});
