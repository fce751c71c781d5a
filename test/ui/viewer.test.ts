import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { formatCount } from '../../src/core/text/formatValue';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const sample = 'ProvisioningLogs-sample.json';

describe('viewer in the editor', function () {
  this.timeout(180_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow();
    const { workbench } = window;
    await workbench.openFile(sample);
    await workbench.runCommand('View: Reopen Editor With...');
    await workbench.quickPickRow('Provisioning Log Viewer').first().click();
  });
  after(() => window.close());

  const viewerFrame = (): Promise<Frame> => window.workbench.webviewFrame('body[data-app="viewer"] table.rows', 60_000);

  it('shows the counts that the generator wrote beside the sample, without accessibility faults', async () => {
    const frame = await viewerFrame();
    const counts = JSON.parse(await fs.readFile(path.join(window.folder, 'expected-counts.json'), 'utf8')) as {
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
    const frame = await viewerFrame();
    await frame.locator('table.rows button').first().focus();
    await window.workbench.page.keyboard.press('ArrowDown');
    await window.workbench.page.keyboard.press('Enter');
    const panel = await window.workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]');
    assert.equal(await panel.locator('.chip').innerText(), 'Failure');
  });

  it('comes back with its content when the window is reloaded', async () => {
    await window.workbench.reload();
    await viewerFrame();
  });

  it('says that the log is stale when the file changes, and reads it again', async () => {
    const frame = await viewerFrame();
    const file = path.join(window.folder, sample);
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
