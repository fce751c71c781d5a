import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { formatCount } from '../../src/core/text/formatValue';
import { openWindow, type EditorWindow } from '../run/editorWindow.mts';
import { prepareWorkspace, type TestWorkspace } from '../run/testWorkspace.mts';
import { findViolations } from './support/findViolations.mts';
import { Workbench } from './support/workbench.mts';

const sample = 'ProvisioningLogs-sample.json';
const inViewer = 'body[data-app="viewer"] table.rows';

describe('viewer in the editor', function () {
  this.timeout(120_000);
  let workspace: TestWorkspace;
  let window: EditorWindow;
  let workbench: Workbench;

  before(async () => {
    workspace = await prepareWorkspace({});
    window = await openWindow({ version: 'newest', host: 'node', folder: workspace.folder });
    workbench = new Workbench(window.page);
    await workbench.openFile(sample);
    await workbench.openPalette('View: Reopen Editor With...');
    await workbench.quickPickRow('View: Reopen Editor With...').first().click();
    await workbench.quickPickRow('Provisioning Log Viewer').first().click();
  });
  after(async () => {
    await window.close();
    await workspace.remove();
  });

  it('shows the counts that the generator wrote beside the sample, without accessibility faults', async () => {
    const frame = await workbench.webviewFrame(inViewer);
    const counts = JSON.parse(await fs.readFile(path.join(workspace.folder, 'expected-counts.json'), 'utf8')) as {
      events: number;
      failures: number;
      jobs: { name: string; events: number }[];
    };
    const facts = await frame.locator('dl.facts > div').allInnerTexts();
    assert.ok(facts.includes(`Events\n${formatCount(counts.events)}`), facts.join('; '));
    assert.ok(facts.includes(`Failures\n${formatCount(counts.failures)}`), facts.join('; '));
    const jobs = await frame
      .locator('table.figures tbody tr')
      .evaluateAll((rows) =>
        rows.map(
          (row) => [row.querySelector('bdi')?.textContent, Number(row.querySelector('td')?.textContent)] as const,
        ),
      );
    assert.deepEqual(new Map(jobs), new Map(counts.jobs.map(({ name, events }) => [name, events])));
    assert.deepEqual(await findViolations(frame), []);
  });

  it('opens a failure in the event panel by Enter', async () => {
    const frame = await workbench.webviewFrame(inViewer);
    await frame.locator('table.rows button').first().focus();
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Enter');
    const panel = await workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]');
    assert.equal(await panel.locator('.chip').innerText(), 'Failure');
  });

  it('comes back with its content when the window is reloaded', async () => {
    await workbench.reload();
    await workbench.webviewFrame(inViewer);
  });

  it('says that the log is stale when the file changes, and reads it again', async () => {
    const frame = await workbench.webviewFrame(inViewer);
    const file = path.join(workspace.folder, sample);
    const text = await fs.readFile(file, 'utf8');
    const events = JSON.parse(text) as unknown[];
    await fs.writeFile(file, JSON.stringify(events.slice(1)));
    await frame.getByRole('button', { name: 'Reload' }).click();
    await frame
      .locator('dl.facts')
      .filter({ hasText: `Events${formatCount(events.length - 1)}` })
      .waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Reload' }).count(), 0);
  });
});
