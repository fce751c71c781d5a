import * as assert from 'node:assert/strict';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

describe('reloading the window', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
  });
  after(() => window.close());

  it('brings the event panel, the pretty document and the viewer back with their content', async () => {
    const { workbench } = window;
    await workbench.openFile('ProvisioningLogs-sample.json');
    await workbench.statusBarItem(/\d+ events, \d+ failures/).waitFor();
    await workbench.runCommand('Prettify Provisioning Log');
    const pretty = workbench.tab(/pretty/i);
    await pretty.waitFor();
    await workbench.openInViewer('ProvisioningLogs-sample.json');
    await (await workbench.webviewFrame('header.log')).locator('[role=grid]').waitFor();
    await workbench.runCommand('Provisioning Log: Show Jobs');
    const event = await workbench.showFirstFailure('Salesforce');
    const sentence = await event.locator('h1').textContent();

    await workbench.reload();

    const again = await workbench.webviewFrame('header.event h1', 60_000);
    assert.equal(await again.locator('h1').textContent(), sentence);
    await pretty.click();
    await workbench.editorLine('"activityDateTime": ').waitFor();
    await workbench.tab(/sample\.json/).click();
    const viewer = await workbench.webviewFrame('header.log h1', 60_000);
    await viewer.getByText('Contoso Expenses').first().waitFor();
    await workbench.screenshot('after a reload');
  });

  it("brings a person's history back", async () => {
    const { workbench } = window;
    await workbench.runCommand('Provisioning Log: Show Object History');
    const story = await workbench.webviewFrame('body[data-app="story"] h1');
    const lines = story.locator('main li');
    await lines.first().waitFor();
    const before = [await story.locator('h1').innerText(), await lines.count()];

    await workbench.reload();

    const again = await workbench.webviewFrame('body[data-app="story"] main li', 60_000);
    await again
      .locator('main li')
      .nth(Number(before[1]) - 1)
      .waitFor();
    assert.deepEqual([await again.locator('h1').innerText(), await again.locator('main li').count()], before);
  });
});
