import * as assert from 'node:assert/strict';
import type { ViewerState } from '../../../src/protocol/panelApi';
import { failed, ok } from '../../../src/protocol/reply';
import { plainLabel } from '../../../src/core/text/escape';
import { hostileNames } from '../../generator/hostileNames';
import { openBrowser, type TestBrowser } from '../../run/openBrowser.mts';
import { findViolations } from '../support/findViolations.mts';
import { viewerState } from './exampleStates';
import { openTestPage, type TestPage } from './testPage.mts';

describe('viewer page', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let opened: TestPage;
  let calls: string[];

  async function open(state: ViewerState, width = 900): Promise<TestPage> {
    calls = [];
    const note = (call: string) => {
      calls.push(call);
      return Promise.resolve(ok(undefined));
    };
    const host = {
      ready: () => Promise.resolve(ok(state)),
      prettify: () => Promise.resolve(failed('The disk is full.')),
      showJobs: () => note('jobs'),
      openAsText: () => note('text'),
      showEvent: (row: number) => note(`event ${row}`),
      showProblem: (index: number) => note(`problem ${index}`),
      reload: () => note('reload'),
      cancel: () => note('cancel'),
    };
    opened = await openTestPage(browser, 'viewer', host, { width });
    await opened.page.locator('h1').waitFor();
    return opened;
  }

  const press = (name: string) => opened.page.getByRole('button', { name }).click();

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('shows what the log is: size, format, events, time span', async () => {
    const { page } = await open(viewerState('ProvisioningLogs.json'));
    assert.equal(await page.locator('h1').innerText(), 'ProvisioningLogs.json');
    assert.deepEqual(await page.locator('dl.facts > div').allInnerTexts(), [
      'Events\n9',
      'Failures\n2',
      'First event\n2026-01-02 03:04:05 UTC',
      'Last event\n2026-01-03 04:05:06 UTC',
      'Size\n1.2 MB',
      'Format\nPortal download',
    ]);
    assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), [
      ...['Job', 'Events', 'Success', 'Failure'],
      ...['Identity', 'Action', 'Error code', 'Target', 'Time'],
    ]);
  });

  it('asks its host for what its buttons say', async () => {
    const { page } = await open(viewerState('log'));
    for (const name of ['Show Jobs', 'Open as Text', 'Show where']) await press(name);
    await press('Prettify');
    await page.getByRole('status').filter({ hasText: 'The disk is full.' }).waitFor();
    assert.deepEqual(calls, ['jobs', 'text', 'problem 0']);
  });

  it('opens failures by click and by keyboard', async () => {
    const { page } = await open(viewerState('log', 4));
    const rows = page.locator('table.rows tbody tr');
    await rows.nth(1).locator('td').first().click();
    await rows.nth(0).getByRole('button').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'End', 'Enter', 'ArrowDown', 'Enter', 'Home', 'Enter']) {
      await page.keyboard.press(key);
    }
    await page.waitForTimeout(100);
    assert.deepEqual(calls, ['event 1', 'event 2', 'event 3', 'event 3', 'event 0']);
    assert.equal(await page.locator('table.rows button[tabindex="0"]').count(), 1);
  });

  it('shows progress with a way to stop, staleness and failure with a way out', async () => {
    const unread: ViewerState = {
      fileName: 'log',
      byteLength: 2_000_000,
      jobs: [],
      jobCount: 0,
      problems: [],
      failures: [],
    };
    const { page } = await open({ ...unread, progress: { done: 500_000, total: 2_000_000 } });
    assert.equal(await page.getByRole('progressbar').getAttribute('value'), '25');
    assert.equal(await page.getByText('Reading the log: 500 kB of 2.0 MB').count(), 1);
    await press('Cancel');
    opened.show({ ...viewerState('log'), stale: 'The file has changed.' });
    await page.getByRole('alert').filter({ hasText: 'The file has changed.' }).waitFor();
    await press('Reload');
    opened.show({ ...unread, failure: 'This is no provisioning log.' });
    await page.getByRole('alert').filter({ hasText: 'This is no provisioning log.' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Show Jobs' }).getAttribute('aria-disabled'), 'true');
    await press('Try Again');
    await page.waitForTimeout(100);
    assert.deepEqual(calls, ['cancel', 'reload', 'reload']);
  });

  it('shows hostile names as text and nothing else', async () => {
    for (const name of hostileNames) {
      const { page } = await open(viewerState(name));
      assert.equal(await page.locator('img, a, iframe, script:not([nonce]), b, [onerror]').count(), 0, name);
      assert.ok((await page.locator('table.rows').textContent())?.includes(plainLabel(name).slice(0, 100)), name);
      if (name !== hostileNames.at(-1)) await opened.close();
    }
  });

  it('has no accessibility faults, also at a width of 320 pixels', async () => {
    for (const width of [900, 320]) {
      const { page } = await open({ ...viewerState('log'), stale: 'The file has changed.' }, width);
      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      if (width !== 320) await opened.close();
    }
  });
});
