import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const sample = 'ProvisioningLogs-sample.json';

describe('hover', function () {
  this.timeout(120_000);
  let window: TestWindow;
  let code: string;

  before(async () => {
    window = await openTestWindow();
    await window.workbench.openFile(sample);
    await window.workbench.statusBarItem(/\d+ events, \d+ failures/).waitFor();
  });
  after(() => window.close());

  it('explains the first code in the original, with no link but ours', async () => {
    const { workbench, folder } = window;
    const text = await fs.readFile(path.join(folder, sample), 'utf8');
    const [, before, found] = /^(.*?"errorCode":")([^"]+)"/s.exec(text)!;
    code = found!;
    await workbench.goTo(1, before!.length + code.length + 2);
    const hover = (await workbench.hoverOver(code)).filter({ hasText: 'In this log' });
    await hover.waitFor();
    await workbench.screenshot('hover');
    // The editor's own hint on long lines has a link, too, in a part of its own.
    const ours = hover.locator('.hover-row', { hasText: 'In this log' });
    const links = await ours.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('data-href') ?? ''));
    assert.ok(links.length >= 2);
    for (const link of links) assert.match(link, /^(https:\/\/learn\.microsoft\.com\/|command:provisioningLog\.)/);
  });

  it('explains the same code in the pretty document', async () => {
    const { workbench, folder } = window;
    await workbench.runCommand('Prettify Provisioning Log');
    await workbench.tab(/pretty/i).waitFor();
    await workbench.editorLine('"activityDateTime": ').waitFor();
    // The formatter changes nothing but white space, so these are its lines, too.
    const text = await fs.readFile(path.join(folder, sample), 'utf8');
    const lines = JSON.stringify(JSON.parse(text), null, 4).split('\n');
    await workbench.goTo(lines.findIndex((line) => line.includes(`"errorCode": "${code}"`)) + 1, 1);
    const hover = await workbench.hoverOver(code);
    await hover.filter({ hasText: 'In this log' }).waitFor();
    await workbench.screenshot('hover in the pretty document');
  });
});
