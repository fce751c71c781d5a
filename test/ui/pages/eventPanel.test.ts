import * as assert from 'node:assert/strict';
import { whatChanged } from '../../../src/core/explain/whatChanged';
import { buildEventView } from '../../../src/core/text/buildEventView';
import { ok, failed } from '../../../src/protocol/reply';
import { plainText } from '../../../src/core/text/escape';
import { hostileNames } from '../../generator/hostileNames';
import { openBrowser, type TestBrowser } from '../../run/openBrowser.mts';
import { failedEvent, skippedEvent, unchangedEvent } from '../../support/explainedEvents';
import { findViolations } from '../support/findViolations.mts';
import { eventView, panelState } from './exampleStates';
import { openTestPage, type TestPage } from './testPage.mts';

const titles = ['Steps', 'Troubleshooting & Recommendations', 'Modified Properties', 'Summary', 'Raw'];

describe('event panel page', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let opened: TestPage;
  let calls: string[];

  /** A host that notes what it is asked, and shows `text` everywhere. */
  async function open(text: string, options: { kept?: unknown; width?: number } = {}): Promise<TestPage> {
    calls = [];
    const note = (call: string) => {
      calls.push(call);
      return Promise.resolve(ok(undefined));
    };
    const host = {
      ready: () => Promise.resolve(ok(panelState(eventView(text)))),
      go: (direction: string, failuresOnly: boolean) => {
        calls.push(`go ${direction} ${failuresOnly ? 'failures' : 'all'}`);
        return Promise.resolve(ok(panelState(eventView('Another event', { key: 'second' }))));
      },
      copy: (what: string) => (what === 'json' ? Promise.resolve(failed('The file is gone.')) : note(`copy ${what}`)),
      copySummaryValue: (group: number, row: number) => note(`copy ${group} ${row}`),
      reveal: () => note('reveal'),
      openDocumentation: () => note('documentation'),
      showSameCode: () => note('same code'),
      showRow: (row: number) => {
        calls.push(`show ${row}`);
        return Promise.resolve(ok(panelState(eventView('Another event', { key: 'second', row }))));
      },
    };
    opened = await openTestPage(browser, 'eventPanel', host, options);
    await opened.page.locator('h1').waitFor();
    return opened;
  }

  const tab = (title: string) => opened.page.getByRole('tab', { name: title });
  const content = () => opened.page.getByRole('tabpanel');

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  afterEach(async () => {
    assert.deepEqual(opened.complaints, []);
    await opened.close();
  });

  it('has the five tabs, which arrow keys, Home and End walk through', async () => {
    const { page } = await open('Anna');
    assert.equal(await tab(titles[1]!).getAttribute('aria-selected'), 'true', 'a failure begins with why');
    await tab('Steps').click();
    const walked: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key);
      const selected = page.getByRole('tab', { selected: true });
      assert.ok(await selected.evaluate((element) => element === document.activeElement));
      walked.push((await selected.innerText()).replace(/\s*\d+$/, ''));
    }
    assert.deepEqual(walked, [titles[1], titles[2], titles[4], titles[0], titles[4], titles[0]]);
  });

  it('remembers the tab and the event for the next page', async () => {
    await open('Anna');
    await tab('Summary').click();
    const kept = await opened.kept();
    assert.deepEqual(kept, { saved: { log: ['file:///log.json'], key: 'first' }, tab: 'summary' });
    await opened.close();
    await open('Anna', { kept });
    assert.equal(await tab('Summary').getAttribute('aria-selected'), 'true');
  });

  it('goes to neighbours, and to failures only when asked', async () => {
    const { page } = await open('Anna');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Another event', level: 1 }).waitFor();
    await page.getByLabel('Failures only').check();
    assert.equal(await page.getByRole('button', { name: 'Previous' }).getAttribute('aria-disabled'), 'true');
    await page.getByRole('button', { name: 'Previous' }).dispatchEvent('click');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForTimeout(100);
    assert.deepEqual(calls, ['go next all', 'go next failures']);
  });

  it('asks its host by name and position only, and tells what came of it', async () => {
    const { page } = await open('Anna');
    const status = page.getByRole('status');
    await page.getByRole('button', { name: 'Copy Change ID' }).click();
    await status.filter({ hasText: 'Copied the change ID.' }).waitFor();
    await page.getByRole('button', { name: 'Copy as JSON' }).click();
    await status.filter({ hasText: 'The file is gone.' }).waitFor();
    await page.getByRole('button', { name: 'Reveal in File' }).click();
    await tab(titles[1]!).click();
    await page.getByRole('button', { name: 'Show all events with this code' }).click();
    await page.getByRole('button', { name: 'Open the documentation' }).click();
    await tab('Summary').click();
    await page.getByRole('button', { name: 'Copy Anna' }).click();
    await status.filter({ hasText: 'Copied: Anna.' }).waitFor();
    assert.deepEqual(calls, ['copy changeId', 'reveal', 'same code', 'documentation', 'copy 0 0']);
  });

  it('tells a null from an empty text, and marks what was recovered', async () => {
    await open('Anna');
    await tab('Modified Properties').click();
    const cells = await content().locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      cells.map((row) => row.split(/\s*\t\s*|\n+/).filter(Boolean)),
      [
        ['Anna', 'Anna recovered', 'Anna new'],
        ['missing', 'null', 'empty text'],
      ],
    );
  });

  it('says so where the log says nothing', async () => {
    await open('Anna');
    const absent = { code: '', count: 0, reason: '', details: '', category: '', recommendedAction: '' };
    const troubleshooting = { ...absent, marks: [], reasonFields: [], escrow: [], notice: 'No code.' };
    const changes = whatChanged({ status: 'failure', steps: [], modifiedProperties: [] });
    opened.show(panelState(eventView('Anna', { key: 'bare', steps: [], changes, troubleshooting })));
    await tab('Steps').click();
    await content().filter({ hasText: 'The log lists no steps for this event.' }).waitFor();
    await tab('Modified Properties').click();
    assert.equal(await content().innerText(), 'The log lists no modified properties for this event.');
    await tab(titles[1]!).click();
    assert.equal(await content().innerText(), 'No code.');
  });

  it('lists the other events of the object, and goes to the one that is asked for', async () => {
    const { page } = await open('Anna');
    await tab('Summary').click();
    await content().getByText('3 more events of this object are in the log').waitFor();
    assert.match(await page.locator('[aria-current]').innerText(), /this event/);
    await page.getByRole('button', { name: 'show this event' }).click();
    await page.getByRole('heading', { name: 'Another event', level: 1 }).waitFor();
    assert.deepEqual(calls, ['show 1']);
  });

  const kinds = [
    { event: failedEvent, tab: titles[1]!, texts: ['Whose turn: Source data', 'uniqueness', 'userName <b>anna</b>'] },
    { event: failedEvent, tab: titles[2]!, texts: ['costCenter', 'no change', 'only some of 5 values', 'Difference'] },
    { event: skippedEvent, tab: titles[1]!, texts: ['Passes the scoping filter', 'Normal', "'<b>Sales</b>'"] },
    { event: unchangedEvent, tab: titles[2]!, texts: ['Nothing was written to the target'] },
  ];
  for (const kind of kinds) {
    it(`explains the ${kind.event.key} event under ${kind.tab}, as text and without accessibility faults`, async () => {
      const { page } = await open('Anna', { width: 320 });
      opened.show(panelState(buildEventView(kind.event, 0, 3)));
      await tab(kind.tab).click();
      for (const text of kind.texts) await content().getByText(text).first().waitFor();
      for (const summary of await content().locator('summary').all()) await summary.click();
      assert.equal(await page.locator('img, a, b').count(), 0);
      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    });
  }

  it('shows hostile names as text and nothing else', async () => {
    for (const name of hostileNames) {
      const { page } = await open(name);
      for (const title of titles) {
        await tab(title).click();
        const foreign = await page.locator('img, a, iframe, script:not([nonce]), b, [onerror]').count();
        assert.equal(foreign, 0, `${title}: ${name}`);
        assert.ok((await content().textContent())?.includes(plainText(name).slice(0, 100)), `${title}: ${name}`);
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, name);
      if (name !== hostileNames.at(-1)) await opened.close();
    }
  });

  it('has no accessibility faults in any tab, also at a width of 320 pixels', async () => {
    for (const width of [700, 320]) {
      const { page } = await open('Anna', { width });
      for (const title of titles) {
        await tab(title).click();
        assert.deepEqual(await findViolations(page), [], `${title} at ${width}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), title);
      }
      if (width !== 320) await opened.close();
    }
  });
});
