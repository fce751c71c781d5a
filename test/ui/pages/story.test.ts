import * as assert from 'node:assert/strict';
import { plainText } from '../../../src/core/text/escape';
import { ok } from '../../../src/protocol/reply';
import type { StoryState } from '../../../src/protocol/storyApi';
import { hostileNames } from '../../generator/hostileNames';
import { openBrowser, type TestBrowser } from '../../run/openBrowser.mts';
import { findViolations } from '../support/findViolations.mts';
import { openTestPage, type TestPage } from './testPage.mts';

const story: StoryState = {
  name: 'Anna Müller',
  isReading: false,
  ids: [
    { kind: 'reportable', value: 'anna@contoso.com' },
    { kind: 'id', value: '8a1f0c6e-55d3-4e0b-9a43-0f8d12ab34cd' },
  ],
  total: 5,
  events: [
    {
      time: '2026-01-01T00:01:00.000Z',
      status: 'success',
      job: 'Workday',
      sentence: 'Anna Müller (User) was created in Microsoft Entra ID on 2026-01-01 00:01:00 UTC.',
    },
    {
      time: '2026-01-01T00:02:00.000Z',
      status: 'failure',
      job: 'Box',
      log: 'other.json',
      sentence: 'Anna Müller (User) was not created in Box on 2026-01-01 00:02:00 UTC: BoxEntryConflict.',
    },
    { time: '2026-01-01T00:03:00.000Z', status: 'skipped', job: 'Box', sentence: 'Anna Müller (User) was skipped.' },
  ],
};

describe('story page', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let opened: TestPage;
  let calls: string[];

  async function open(state: StoryState, width = 900): Promise<TestPage> {
    calls = [];
    const note = (call: string) => {
      calls.push(call);
      return Promise.resolve(ok(undefined));
    };
    const host = {
      ready: () => Promise.resolve(ok(state)),
      showEvent: (place: number) => note(`event ${place}`),
      filterLogs: () => note('filter'),
      copy: () => note('copy'),
    };
    opened = await openTestPage(browser, 'story', host, { width });
    await opened.page.locator('h1').waitFor();
    return opened;
  }

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('tells the events in order, how many more there are, and what joins them', async () => {
    const { page } = await open(story);
    assert.equal(await page.getByRole('status').innerText(), '5 events, 1 failure');
    assert.deepEqual(
      await page.locator('.story-lines .opens').allInnerTexts(),
      story.events.map(({ sentence }) => sentence),
    );
    assert.ok(await page.getByText('The newest 3 are told; 2 older events more in the logs.').isVisible());
    assert.ok(await page.getByText('Box · other.json').isVisible());
    assert.deepEqual(await page.getByRole('rowheader').allInnerTexts(), [
      'Reportable identifier',
      'ID in a source or target',
    ]);
  });

  it('is walked by arrow keys, and opens events, filters and copies', async () => {
    const { page } = await open(story);
    await page.locator('.story-lines .opens').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Filter the Log' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    assert.deepEqual(calls, ['event 1', 'filter', 'copy']);
  });

  it('says that a log is still being read, and that none holds the events any more', async () => {
    await open({ ...story, notice: 'A log is still being read.' });
    await opened.page.getByText('A log is still being read.').waitFor();
    assert.deepEqual(await findViolations(opened.page), []);
    await opened.close();
    await open({ ...story, total: 0, events: [], failure: 'No open log holds an event of this person or group.' });
    await opened.page.getByRole('alert').filter({ hasText: 'No open log holds an event' }).waitFor();
    assert.equal(await opened.page.getByText('no failures').count(), 0);
    assert.equal(await opened.page.locator('h1').innerText(), 'Anna Müller');
  });

  it('says that it reads, and why it cannot', async () => {
    const { page } = await open({ name: '', isReading: true, ids: [], total: 0, events: [] });
    assert.equal(await page.getByRole('status').innerText(), 'Reading the events…');
    await opened.close();
    await open({ ...story, failure: 'The log was closed.' });
    assert.equal(await opened.page.getByRole('alert').innerText(), 'The log was closed.');
  });

  it('shows hostile names as text and nothing else', async () => {
    for (const name of hostileNames) {
      const { page } = await open({ ...story, name, ids: [{ kind: 'id', value: name }] });
      assert.equal(await page.locator('img, a, iframe, script:not([nonce]), b, [onerror]').count(), 0, name);
      assert.ok((await page.locator('h1').textContent())?.includes(plainText(name).slice(0, 100)), name);
      if (name !== hostileNames.at(-1)) await opened.close();
    }
  });

  it('has no accessibility faults, also at a width of 320 pixels', async () => {
    for (const width of [900, 320]) {
      const { page } = await open(story, width);
      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      if (width !== 320) await opened.close();
    }
  });
});
