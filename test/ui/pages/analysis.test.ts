import * as assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { LogPageHost, LogPageState } from '../../../src/protocol/logPageApi';
import { ok } from '../../../src/protocol/reply';
import { plainLabel } from '../../../src/core/text/escape';
import { hostileNames } from '../../generator/hostileNames';
import { openBrowser, type TestBrowser } from '../../run/openBrowser.mts';
import { buildLog } from '../../support/buildLog';
import { valueOf } from '../../support/openWorker';
import { findViolations } from '../support/findViolations.mts';
import { logPageHost, type LogPageTestHost } from './logPageHost';
import { mainThreadTasks } from '../support/mainThreadTasks.mts';
import { openTestPage, type TestPage } from './testPage.mts';

/** Three failures of two codes, two skips, one warning and six successes, a minute apart. */
const drawing = `
  job Box: create:ok@anna update:FAIL(EntryConflict)@ben skip(RedundantExport)@carl create:ok@dora | update:ok@anna FAIL(EntryConflict)@ben
  job Workday: create:ok@emil delete:FAIL(WorkdayDown)@fred warn@gina skip(NotEffectivelyEntitled)@hans update:ok@ines ok@jan
`;

describe('analysis page', function () {
  this.timeout(60_000);
  let browser: TestBrowser;
  let served: LogPageTestHost;
  let opened: TestPage;

  async function open(
    changes: Partial<LogPageState> = {},
    size: { width?: number; height?: number; scale?: number; userAgent?: string } = {},
    bytes = buildLog(drawing).bytes,
  ): Promise<Page> {
    served = await logPageHost(bytes, () => changes);
    opened = await openTestPage(browser, 'analysis', served.host, { width: 1100, ...size });
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
    return opened.page;
  }

  async function close(): Promise<void> {
    assert.deepEqual(opened.complaints, []);
    await opened.close();
    await served.end();
  }

  const box = () => opened.page.getByRole('combobox');
  const grid = () => opened.page.getByRole('grid');
  const rows = (): Locator => grid().locator('.grid-body [role=row]');
  const facetValue = (name: string) => {
    const [label, ...rest] = name.split(', ');
    return opened.page.getByRole('button', { name: new RegExp(`^${label} ?, ${rest.join(', ')}$`) });
  };
  /** Waits until as many events as this are found. */
  const found = (text: string) => opened.page.locator('.result', { hasText: new RegExp(`^${text}$`) }).waitFor();
  const filters = () => served.calls.filter((call) => call.startsWith('filter ')).map((call) => call.slice(7));

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());
  afterEach(() => close());

  it('shows what the log is, its facets with counts, events over time and the events', async () => {
    const page = await open();
    await found('12 events');
    assert.equal(await page.locator('h1').innerText(), 'ProvisioningLogs.json');
    const facts = await page.getByRole('list', { name: 'About the log' }).getByRole('listitem').allInnerTexts();
    assert.deepEqual(facts.slice(0, 2), ['12 events', '3 failures']);
    assert.equal(await facetValue('Failure, 3 events').count(), 1);
    assert.equal(await facetValue('EntryConflict, 2 events').count(), 1);
    assert.equal(await grid().getAttribute('aria-rowcount'), '13');
    assert.equal(await rows().count(), 12);
    assert.deepEqual(await rows().nth(1).getByRole('gridcell').allInnerTexts(), [
      '2026-01-01 00:01:00',
      'Failure',
      'Update',
      'ben',
      'EntryConflict',
      'Box',
      'Message: EntryConflict',
    ]);
    // What the chart shows stands in a table for those who do not see it.
    const table = page.getByRole('table', { name: 'Events over time by status' });
    const cells = await table.locator('tbody tr').evaluateAll((lines) => lines.map((line) => line.textContent));
    assert.ok(cells.length >= 12 && cells[1]?.includes('2026-01-01 00:01:00 UTC'), cells.join('; '));
  });

  it('filters as somebody types, and tells everybody when the typing pauses', async () => {
    await open();
    await box().fill('status:failure code:Entry*');
    await found('2 of 12 events');
    assert.equal(await rows().count(), 2);
    await opened.page.waitForTimeout(700);
    assert.deepEqual(filters(), ['status:failure code:Entry*']);
    const chips = opened.page.getByRole('list', { name: 'Conditions' }).getByRole('button');
    assert.deepEqual(await chips.allInnerTexts(), ['status:failure', 'code:Entry*']);
    await chips.nth(1).click();
    await found('3 of 12 events');
    assert.equal(await box().inputValue(), 'status:failure');
    await opened.page.getByRole('button', { name: 'Clear All' }).click();
    await found('12 events');
    assert.deepEqual(filters().slice(1), ['status:failure', '']);
  });

  it('underlines what is wrong, says why and what was meant, and keeps the last good result', async () => {
    const page = await open({ filter: 'status:failure' });
    await found('3 of 12 events');
    await box().fill('status:failure codee:x');
    await page.getByRole('status').filter({ hasText: 'There is no field “codee”. Did you mean “code”?' }).waitFor();
    assert.equal(await page.locator('.fault').innerText(), 'codee');
    assert.equal(await box().getAttribute('aria-invalid'), 'true');
    await found('3 of 12 events');
    await page.waitForTimeout(700);
    assert.deepEqual(filters(), []);
    assert.deepEqual(await findViolations(page), []);
  });

  it('does not take the name of a field for a word while it is typed', async () => {
    await open({ filter: 'status:failure' });
    await found('3 of 12 events');
    await box().press('End');
    await box().pressSequentially(' acton');
    await found('0 of 12 events');
    await box().pressSequentially(':create');
    await found('3 of 12 events');
    assert.equal(await opened.page.locator('.fault').innerText(), 'acton');
    const chips = opened.page.getByRole('list', { name: 'Conditions' }).getByRole('button');
    assert.deepEqual(await chips.allInnerTexts(), ['status:failure']);
    await opened.page.waitForTimeout(700);
    assert.notEqual(filters().at(-1), 'status:failure acton');
  });

  it('suggests fields and values with their counts, for the keyboard, too', async () => {
    const page = await open();
    await box().pressSequentially('stat');
    const options = page.getByRole('option');
    await options.filter({ hasText: 'status:' }).waitFor();
    await box().press('ArrowDown');
    assert.equal(await box().getAttribute('aria-activedescendant'), 'suggestion-0');
    await box().press('Enter');
    await options.filter({ hasText: 'failure' }).waitFor();
    assert.ok((await options.allInnerTexts()).some((text) => /failure\s+3 events/.test(text)));
    // What is missing is offered: it is no fault before the list is closed.
    assert.equal(await page.locator('.fault').count(), 0);
    assert.equal(await box().getAttribute('aria-invalid'), 'false');
    await box().press('Escape');
    await page.locator('.fault').waitFor();
    assert.equal(await box().getAttribute('aria-invalid'), 'true');
    await box().press('ArrowDown');
    await options.filter({ hasText: 'failure' }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await box().pressSequentially('fail');
    await options.nth(1).waitFor({ state: 'detached' });
    await options.first().filter({ hasText: 'failure' }).waitFor();
    await box().press('ArrowDown');
    await box().press('Tab');
    assert.equal(await box().inputValue(), 'status:failure ');
    await box().press('Escape');
    await found('3 of 12 events');
    assert.equal(await box().getAttribute('aria-expanded'), 'false');
  });

  it('keeps the suggestion that was chosen when the list comes late, wherever it stands there', async () => {
    served = await logPageHost(buildLog(drawing).bytes);
    const lists: Readonly<Record<string, readonly string[]>> = {
      s: ['status:', 'source:', 'skip:'],
      st: ['outcome:', 'target:', 'status:', 'source:'],
    };
    let hand: () => void = () => undefined;
    const handed = new Promise<void>((resolve) => (hand = resolve));
    const suggestions: LogPageHost['suggestions'] = async (query, cursor, limit) => {
      const fields = lists[query];
      if (fields === undefined) return served.host.suggestions(query, cursor, limit);
      if (query === 'st') await handed;
      return ok({ start: 0, end: cursor, items: fields.map((text) => ({ kind: 'field', text, label: '' })) });
    };
    opened = await openTestPage(browser, 'analysis', { ...served.host, suggestions }, { width: 1100 });
    const { page } = opened;
    await found('12 events');
    const chosen = page.locator('[role=option][aria-selected=true]');
    await box().pressSequentially('s');
    await page.getByRole('option', { name: 'skip:' }).waitFor();
    await box().pressSequentially('t');
    await box().press('ArrowDown');
    await box().press('ArrowDown');
    await chosen.filter({ hasText: 'source:' }).waitFor();
    assert.equal(await box().getAttribute('aria-activedescendant'), 'suggestion-1');
    hand();
    await page.getByRole('option', { name: 'outcome:' }).waitFor();
    assert.equal(await chosen.innerText(), 'source:');
    assert.equal(await box().getAttribute('aria-activedescendant'), 'suggestion-3');
    await box().press('Enter');
    assert.equal(await box().inputValue(), 'source:');
  });

  it('includes a value by a click and excludes it with Alt, by mouse and by keyboard', async () => {
    const page = await open();
    await facetValue('Failure, 3 events').click();
    await found('3 of 12 events');
    assert.equal(await facetValue('Failure, 3 events').getAttribute('aria-pressed'), 'true');
    await facetValue('Skipped, 2 events').click();
    await found('5 of 12 events');
    await facetValue('Box, 3 events').click({ modifiers: ['Alt'] });
    await found('2 of 12 events');
    assert.equal(await box().inputValue(), 'status:(failure OR skipped) -job:"Box"');
    await page.getByRole('button', { name: 'Clear All' }).click();
    await found('12 events');

    await facetValue('Success, 6 events').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Enter');
    await found('9 of 12 events');
    assert.equal(await box().inputValue(), '-status:failure');
    assert.equal(await facetValue('Failure, 3 events, excluded').count(), 1);
    assert.deepEqual(await findViolations(page), []);
  });

  it('zooms into the time that is dragged over, and out again', async () => {
    const page = await open();
    const plot = page.locator('.u-over');
    const { x, y, width, height } = (await plot.boundingBox())!;
    await page.mouse.move(x + width * 0.02, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.3, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await page.locator('.result', { hasText: 'of 12 events' }).waitFor();
    assert.match(await box().inputValue(), /^time:\[2026-01-01T00:00:00\.000Z TO 2026-01-01T00:0\d/);
    await page.getByRole('button', { name: 'Zoom Out' }).click();
    await found('12 events');
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page.getByRole('button', { name: 'Zoom in on 2026-01-01 00:01:00 UTC' }).click();
    await found('1 of 12 events');
  });

  it('is a grid for the keyboard: cells, ends, pages, sorting, opening, copying', async () => {
    const page = await open();
    await found('12 events');
    await grid().focus();
    const at = async () => (await grid().getAttribute('aria-activedescendant')) ?? '';
    assert.equal(await at(), 'cell-0-0');
    for (const [key, place] of [
      ['ArrowDown', 'cell-1-0'],
      ['ArrowRight', 'cell-1-1'],
      ['End', 'cell-1-6'],
      ['Home', 'cell-1-0'],
      ['PageDown', 'cell-11-0'],
      ['PageUp', 'cell-0-0'],
      ['ArrowDown', 'cell-1-0'],
      ['Control+End', 'cell-11-6'],
      ['Control+Home', 'cell-0-0'],
      ['ArrowUp', 'head-0'],
      ['ArrowRight', 'head-1'],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await at(), place, key);
      assert.equal(await page.locator(`#${place}`).count(), 1);
    }
    await page.keyboard.press('Enter');
    const status = page.getByRole('columnheader', { name: 'Status' });
    // Before it is sorted, too, the first row may be a success.
    await status.and(page.locator('[aria-sort=ascending]')).waitFor();
    await rows().first().getByText('Success').waitFor();
    await page.keyboard.press('Enter');
    await status.and(page.locator('[aria-sort=descending]')).waitFor();
    await rows().first().getByText('Warning').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await page.getByRole('status').filter({ hasText: 'Copied 2 rows.' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'detached' });
    const asked = served.calls.filter((call) => /^(copy|event) /.test(call));
    assert.match(asked[0] ?? '', /^copy 0-1 time,status/);
    assert.match(asked[1] ?? '', /^event \d+$/);
    assert.deepEqual(await findViolations(page), []);
  });

  it('filters by a cell, from its menu and by keys, and does what else the menu offers', async () => {
    const page = await open();
    await found('12 events');
    const item = (name: string) => page.getByRole('menuitem', { name });
    await page.locator('#cell-1-1').click({ button: 'right' });
    await item('Only Status: Failure').waitFor();
    assert.deepEqual(await findViolations(page), []);
    await item('Exclude Status: Failure').click();
    await found('9 of 12 events');
    assert.equal(await box().inputValue(), '-status:failure');
    await page.getByRole('button', { name: 'Clear All' }).click();
    await found('12 events');

    await page.locator('#cell-1-4').click();
    await page.keyboard.press('Shift+F10');
    await item('Show Event').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    assert.equal(await grid().evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('+');
    await found('2 of 12 events');
    assert.equal(await box().inputValue(), 'code:EntryConflict');
    await page.keyboard.press('-');
    await found('10 of 12 events');
    await page.getByRole('button', { name: 'Clear All' }).click();
    await found('12 events');

    for (const name of ['Show Object History', 'Open in Entra Admin Center…', 'Copy Value', 'Copy Row']) {
      await page.locator('#cell-1-3').click({ button: 'right' });
      await item(name).click();
    }
    await page.getByRole('status').filter({ hasText: 'Copied 1 row.' }).waitFor();
    const done = served.calls.filter((call) => /^(history|admin|copy)/.test(call));
    assert.deepEqual(done.slice(0, 3), ['history 1', 'admin center 1', 'copy value ben']);
    assert.match(done[3] ?? '', /^copy 1-1 /);
  });

  it('selects rows that do not stand beside each other, by mouse and by keyboard', async () => {
    const page = await open();
    await found('12 events');
    const selected = () =>
      rows().evaluateAll((all) =>
        all.filter((row) => row.ariaSelected === 'true').map((row) => Number((row as HTMLElement).dataset.place)),
      );
    await page.locator('#cell-1-0').click();
    await page.locator('#cell-4-0').click({ modifiers: ['Control'] });
    await page.locator('#cell-6-0').click({ modifiers: ['Shift'] });
    assert.deepEqual(await selected(), [1, 4, 5, 6]);
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Control+Space');
    assert.deepEqual(await selected(), [1, 4, 6]);
    await page.keyboard.press('Control+c');
    await page.getByRole('status').filter({ hasText: 'Copied 3 rows.' }).waitFor();
    assert.match(served.calls.find((call) => call.startsWith('copy ')) ?? '', /^copy 1-1,4-4,6-6 /);
    assert.deepEqual(
      served.calls.filter((call) => call.startsWith('event ')),
      ['event 1'],
    );
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await selected(), [6]);
  });

  it('stays with the event when the filter changes, else goes to the nearest, and comes back', async () => {
    const page = await open();
    await found('12 events');
    const selected = () => page.locator('.grid-body [role=row][aria-selected=true]');
    const isAt = (place: number, identity: string) =>
      selected()
        .and(page.locator(`[data-place="${place}"]`))
        .filter({ hasText: identity })
        .waitFor();
    await page.locator('#cell-5-3').click();
    await isAt(5, 'ben');
    for (const [query, count, place, identity] of [
      ['status:failure', '3 of 12', 1, 'ben'],
      ['status:skipped', '2 of 12', 1, 'hans'],
      ['time:<2026-01-01T00:03:00Z', '3 of 12', 2, 'carl'],
      ['', '12', 5, 'ben'],
    ] as const) {
      await box().fill(query);
      await found(`${count} events`);
      await isAt(place, identity);
      assert.equal(await selected().count(), 1, query);
    }
    await grid().focus();
    assert.equal(await grid().getAttribute('aria-activedescendant'), 'cell-5-3');
    await page.keyboard.press('ArrowDown');
    await box().fill('action:create');
    await found('3 of 12 events');
    await isAt(2, 'emil');
    await grid().focus();
    await page.keyboard.press('Control+c');
    await page.getByRole('status').filter({ hasText: 'Copied 1 row.' }).waitFor();
    assert.match(served.calls.find((call) => call.startsWith('copy ')) ?? '', /^copy 2-2 /);

    // Another order begins at its top, and from there on it is the event that counts again.
    await page.getByRole('columnheader', { name: 'Identity' }).click();
    await isAt(0, 'anna');
    await box().fill('');
    await found('12 events');
    await isAt(0, 'anna');
    await page.getByRole('columnheader', { name: 'Identity' }).click();
    await isAt(0, 'jan');
    await box().fill('-identity:jan');
    await found('11 of 12 events');
    await isAt(0, 'ines');
    assert.deepEqual(await findViolations(page), []);
  });

  it('keeps several rows selected while columns change, and the event in view while the filter does', async () => {
    const many = buildLog(`job Box: ${'create:ok@anna update:ok@ben '.repeat(250)}`).bytes;
    const page = await open({}, {}, many);
    await found('500 events');
    await page.locator('#cell-1-0').click();
    await page.locator('#cell-3-0').click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByText('Duration (ms)').click();
    await page.locator('.grid-head', { hasText: 'Duration' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.grid-body [role=row][aria-selected=true]').count(), 2);

    await grid().evaluate((element) => element.scrollTo(0, 22 * 395));
    await page.locator('#cell-401-0').click();
    const selected = page.locator('.grid-body [role=row][aria-selected=true]');
    const isInView = (place: number) =>
      selected.and(page.locator(`[data-place="${place}"]`)).evaluate((row) => {
        const head = document.querySelector('.grid-head')!.getBoundingClientRect();
        const box = document.querySelector('.grid')!.getBoundingClientRect();
        const { top, bottom } = row.getBoundingClientRect();
        return top >= head.bottom - 1 && bottom <= box.bottom + 1;
      });
    await box().fill('action:update');
    await found('250 of 500 events');
    assert.equal(await isInView(200), true);
    await box().fill('');
    await found('500 events');
    assert.equal(await isInView(401), true);
  });

  it('marks the event that is shown beside it', async () => {
    const page = await open({ shownRow: 4 });
    await page.locator('[role=row][aria-current=true][data-place="4"]').waitFor();
    opened.show({ ...served.state, shownRow: 7 });
    await page.locator('[role=row][aria-current=true][data-place="7"]').waitFor();
    assert.equal(await page.locator('[aria-current=true]').count(), 1);
    assert.deepEqual(await findViolations(page), []);
  });

  it('brings a marked event into view, and keeps it there while the table becomes smaller', async () => {
    const many = buildLog(`job Box: ${'ok '.repeat(500)}`).bytes;
    const page = await open({ shownRow: 300 }, {}, many);
    await found('500 events');
    const isInView = (place: number) =>
      page.waitForFunction((wanted) => {
        const row = document.querySelector(`[role=row][aria-current=true][data-place="${wanted}"]`);
        const head = document.querySelector('.grid-head')!.getBoundingClientRect();
        const { top, bottom } = row?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        const grid = document.querySelector('.grid')!.getBoundingClientRect();
        return top >= head.bottom - 1 && bottom <= Math.min(grid.bottom, window.innerHeight) + 1;
      }, place);
    await isInView(300);
    opened.show({ ...served.state, shownRow: 20 });
    await isInView(20);
    await grid().focus();
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 18; step++) await page.keyboard.press('ArrowDown');
    opened.show({ ...served.state, shownRow: 18 });
    await isInView(18);
    for (const size of [
      { width: 1_100, height: 660 },
      { width: 460, height: 800 },
      { width: 460, height: 520 },
    ]) {
      await page.setViewportSize(size);
      await isInView(18);
    }
    await page.setViewportSize({ width: 1_100, height: 800 });
    // Who has scrolled it away wants to see something else.
    await grid().evaluate((element) => element.scrollTo(0, 5_000));
    await page.locator('[role=row][data-place="240"]').waitFor();
    await page.setViewportSize({ width: 1_000, height: 700 });
    await page.waitForTimeout(200);
    assert.equal(await grid().evaluate((element) => element.scrollTop), 5_000);
  });

  it('calls keys what the keyboard of the machine calls them', async () => {
    const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/130.0.0.0';
    const page = await open({}, { userAgent });
    await found('12 events');
    await page.locator('#cell-1-1').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Copy Row' }).filter({ hasText: '⌘C' }).waitFor();
    assert.match((await grid().getAttribute('aria-description')) ?? '', /Command\+C copies/);
    await page.getByText('Option and a click exclude it').waitFor();
  });

  it('lets columns be chosen, moved and made wider, and remembers the layout', async () => {
    const page = await open({ layout: { columns: ['identity', 'status', 'gone'], sort: { field: 'identity' } } });
    // The controls' own colour for want of a theme is one for a dark page.
    await page.evaluate(() => document.documentElement.style.setProperty('--vscode-foreground', '#333'));
    await found('12 events');
    const heads = () => grid().getByRole('columnheader').allInnerTexts();
    assert.deepEqual(await heads(), ['Identity', 'Status']);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByText('Duration (ms)').click();
    await page.getByRole('button', { name: 'Move Status to the left' }).click();
    assert.deepEqual(await findViolations(page), []);
    await page.keyboard.press('Escape');
    await page.locator('.grid-head', { hasText: 'Duration' }).waitFor();
    assert.deepEqual(await heads(), ['Status', 'Identity', 'Duration (ms)']);
    const kept = served.calls.filter((call) => call.startsWith('layout ')).at(-1)!;
    const layout = JSON.parse(kept.slice(7)) as { columns: string[]; sort: object };
    assert.deepEqual(layout.columns, ['status', 'identity', 'duration']);
    assert.deepEqual(layout.sort, { field: 'identity', isDescending: false });
    await grid().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('[role=columnheader]').first().filter({ hasText: 'Identity' }).waitFor();
    const widthBefore = (await page.locator('#head-1').boundingBox())!.width;
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.waitForFunction((width) => document.querySelector('#head-1')!.clientWidth > width, widthBefore);
  });

  it('reads rows as they are scrolled to', async () => {
    const many = buildLog(`job Box: ${'ok '.repeat(2_500)}`).bytes;
    const page = await open({}, {}, many);
    await found('2,500 events');
    assert.ok((await rows().count()) < 80);
    await grid().focus();
    await page.keyboard.press('Control+End');
    await page.locator('[role=row][aria-rowindex="2501"]', { hasText: 'Success' }).waitFor();
    await grid().evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await page.locator('[role=row][aria-rowindex="1251"]', { hasText: 'Success' }).waitFor();
  });

  it('draws no frame of 50 ms while somebody scrolls for five seconds', async () => {
    const people = Array.from(
      { length: 50 },
      (_, person) => `create:ok@p${person} update:FAIL(EntryConflict)@q${person}`,
    );
    const many = buildLog(`job Box: ${`${people.join(' ')} `.repeat(300)}`).bytes;
    const page = await open({}, {}, many);
    await found('30,000 events');
    await page.locator('#cell-5-0').hover();
    const drawnAt = new Set<string | null>();
    const tasks = await mainThreadTasks(page, async () => {
      const end = performance.now() + 5_000;
      for (let turn = 0; performance.now() < end; turn++) {
        await page.mouse.wheel(0, turn % 5 === 4 ? 40_000 : 400);
        await page.waitForTimeout(30);
        if (turn % 20 === 0) drawnAt.add(await rows().first().getAttribute('aria-rowindex'));
      }
    });
    assert.ok(drawnAt.size > 3, 'nothing scrolled');
    assert.ok(tasks.length > 100, `${tasks.length} tasks`);
    assert.ok(Math.max(...tasks) < 50, `a task of ${Math.max(...tasks)} ms`);
  });

  it('counts errors, jobs and durations, and each figure leads to its events', async () => {
    const page = await open();
    await found('12 events');
    await page.getByRole('tab', { name: 'Errors' }).click();
    await page.getByRole('row', { name: /EntryConflict/ }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole('button', { name: 'WorkdayDown' }).last().click();
    await found('1 of 12 events');
    await page.getByRole('button', { name: 'Clear All' }).click();
    await found('12 events');
    await page.getByRole('tab', { name: 'Jobs and Cycles' }).click();
    await page.getByRole('table', { name: 'Box: actions by status' }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole('button', { name: '2: show Update, Failure' }).click();
    await found('2 of 12 events');
    assert.match(await box().inputValue(), /action:update status:failure$/);
    await page.getByRole('tab', { name: 'Durations' }).click();
    await page
      .getByText(/Median|how long it took/)
      .first()
      .waitFor();
    assert.deepEqual(await findViolations(page), []);
  });

  it('lists findings, each with its evidence as a filter, and what could not be known', async () => {
    const page = await open();
    await found('12 events');
    await page.getByRole('tab', { name: 'Findings' }).click();
    await page.getByRole('heading', { name: 'What this log does not say' }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    const { findings } = valueOf(await served.api.findings(3));
    assert.equal(await page.locator('.finding').count(), findings.length);
    const shown = findings.findIndex(({ query }) => query !== '');
    await page
      .locator('.finding')
      .nth(shown)
      .getByRole('button', { name: /^Show / })
      .click();
    await found(`${findings[shown]!.events}(,\\d+)? (of 12 )?events`);
    assert.equal(await box().inputValue(), findings[shown]!.query);
  });

  it('follows a filter that is set elsewhere, and asks again when the log was read further', async () => {
    await open();
    await found('12 events');
    opened.show({ ...served.state, filter: 'status:skipped' });
    await found('2 of 12 events');
    assert.equal(await box().inputValue(), 'status:skipped');
    assert.deepEqual(filters(), []);
    const before = served.overviews.length;
    opened.show({ ...served.state, filter: 'status:skipped', revision: 2 });
    await opened.page.waitForTimeout(200);
    assert.equal(served.overviews.length, before + 1);
  });

  it('asks its host for what its buttons say, and says what failed', async () => {
    const problems = [{ code: 'cut', message: 'It ends here.', file: 0, byteOffset: 12 }];
    const { bytes } = buildLog(drawing);
    served = await logPageHost(bytes, (info) => ({
      problems,
      info: { ...info, problemCount: 1, notices: ['The file is one page of several.'] },
    }));
    opened = await openTestPage(browser, 'analysis', served.host, { width: 900 });
    const press = (name: string) => opened.page.getByRole('button', { name }).click();
    await opened.page.getByText('The file is one page of several.').waitFor();
    for (const name of ['Show Jobs', 'Open as Text', 'Show problems', 'Show where', 'Saved filters']) await press(name);
    await press('Prettify');
    await opened.page.getByRole('status').filter({ hasText: 'The disk is full.' }).waitFor();
    assert.deepEqual(served.calls, ['jobs', 'text', 'problem 0', 'saved filters']);
    assert.deepEqual(await findViolations(opened.page), []);
  });

  it('shows progress with a way to stop, staleness and failure with a way out', async () => {
    const unread = { info: undefined, problems: [], byteLength: 2_000_000 };
    const page = await open({ ...unread, progress: { done: 500_000, total: 2_000_000 } });
    const press = (name: string) => page.getByRole('button', { name }).click();
    assert.equal(await page.getByRole('progressbar').getAttribute('value'), '25');
    assert.equal(await page.getByText('Reading the log: 500 kB of 2.0 MB').count(), 1);
    assert.deepEqual(await findViolations(page), []);
    await press('Cancel');
    opened.show({ ...served.state, ...unread, progress: undefined, stale: 'The file has changed.' });
    await page.getByRole('alert').filter({ hasText: 'The file has changed.' }).waitFor();
    await press('Reload');
    opened.show({ ...served.state, ...unread, progress: undefined, failure: 'This is no provisioning log.' });
    await page.getByRole('alert').filter({ hasText: 'This is no provisioning log.' }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    await press('Try Again');
    await page.waitForTimeout(100);
    assert.deepEqual(served.calls, ['cancel', 'reload', 'reload']);
  });

  it('shows hostile names as text and nothing else', async () => {
    const events = hostileNames.map((name, position) => hostileEvent(name, position));
    const bytes = new TextEncoder().encode(JSON.stringify(events));
    const page = await open({ name: hostileNames[0]!, layout: { openFacets: ['job', 'code', 'target'] } }, {}, bytes);
    await found(`${hostileNames.length} events`);
    for (const name of hostileNames) {
      await grid().getByText(plainLabel(name).slice(0, 60), { exact: false }).first().waitFor();
    }
    for (const tab of ['Errors', 'Jobs and Cycles', 'Events']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForTimeout(100);
      assert.equal(await page.locator('main').locator('img, a, iframe, script, b, [onerror]').count(), 0, tab);
    }
    await box().fill('identity:');
    await page.getByRole('option').first().waitFor();
    assert.equal(await page.locator('main').locator('img, a, iframe, script, b, [onerror]').count(), 0);
  });

  it('says that nothing was found, with the way back', async () => {
    const page = await open({ filter: 'identity:nobody' });
    await page.getByText('No event matches the filter.').waitFor();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole('button', { name: 'Clear the filter' }).last().click();
    await found('12 events');
  });

  it('leaves the room to the events when it becomes narrow', async () => {
    const page = await open({}, { width: 1_000, height: 700 });
    await found('12 events');
    const hide = page.getByRole('button', { name: 'Hide the facets' });
    await hide.waitFor();
    await page.setViewportSize({ width: 500, height: 700 });
    await page.getByRole('button', { name: 'Show the facets' }).waitFor();
    await page.setViewportSize({ width: 1_000, height: 700 });
    await hide.waitFor();
  });

  it('shows every count of every tab in a narrow panel, without scrolling sideways', async () => {
    for (const size of [
      { width: 460, height: 800 },
      { width: 320, height: 700 },
      { width: 640, height: 400, scale: 2 },
    ]) {
      const page = await open({}, size);
      await found('12 events');
      const columns = (await page.getByRole('button', { name: 'Columns' }).boundingBox())!;
      const tabs = (await page.getByRole('tablist').boundingBox())!;
      assert.ok(columns.y < tabs.y + tabs.height && columns.x > tabs.x, 'the columns stand beside the tabs');
      await page.getByRole('button', { name: 'Columns' }).click();
      const list = (await page.getByRole('dialog').boundingBox())!;
      assert.ok(list.x >= 0 && list.x + list.width <= size.width, JSON.stringify(list));
      await page.keyboard.press('Escape');
      for (const tab of ['Findings', 'Errors', 'Jobs and Cycles', 'Durations']) {
        await page.getByRole('tab', { name: tab }).click();
        const section = page.locator('.section-scroll');
        await section.locator('table, li').first().waitFor();
        const isWider = await section.evaluate((element) => element.scrollWidth > element.clientWidth);
        assert.equal(isWider, false, `${tab} at ${size.width}`);
        assert.deepEqual(await findViolations(page), [], tab);
      }
      await page.getByRole('tab', { name: 'Errors' }).click();
      const error = page.getByRole('row', { name: /EntryConflict/ });
      for (const text of ['2', 'Source data', '2026-01-01']) await error.getByText(text).first().waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${size.width}`);
      if (size.scale === undefined) await close();
    }
  });

  it('stays usable at 320 pixels, and at a zoom of 200 %', async () => {
    for (const size of [
      { width: 320, height: 700 },
      { width: 640, height: 400, scale: 2 },
    ]) {
      const page = await open({ layout: { showsFacets: true } }, size);
      await found('12 events');
      assert.deepEqual(await findViolations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${size.width}`);
      await page.getByRole('button', { name: 'Hide the facets' }).click();
      await grid().focus();
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
      assert.ok(served.calls.includes('event 0'));
      if (size.width === 320) await close();
    }
  });
});

function hostileEvent(name: string, position: number): object {
  const system = { id: 'a', displayName: name, details: [] };
  return {
    id: `event-${position}`,
    activityDateTime: '2026-01-02T03:04:05Z',
    changeId: `change-${position}`,
    cycleId: 'cycle',
    jobId: `Job.${position}`,
    durationInMilliseconds: 5,
    provisioningAction: 'create',
    provisioningStatusInfo: { status: 'failure', errorInformation: { errorCode: name, reason: name } },
    servicePrincipal: system,
    sourceSystem: system,
    targetSystem: system,
    sourceIdentity: { id: `source-${position}`, displayName: name, identityType: 'User', details: [] },
    targetIdentity: { id: '', displayName: name, identityType: 'User', details: [] },
    provisioningSteps: [],
    modifiedProperties: [],
    initiatedBy: { id: '', displayName: name, initiatorType: 'system' },
    tenantId: 't',
  };
}
