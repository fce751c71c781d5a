import * as assert from 'node:assert/strict';
import type { TablePage } from '../../../src/protocol/analysisApi';
import type { Page } from '../../../src/protocol/logApi';
import { failed, ok, type Reply } from '../../../src/protocol/reply';
import { PAGE_ROWS, TablePages } from '../../../src/webview/grid/tablePages';

describe('TablePages', () => {
  function start(load: (page: Page) => Promise<Reply<TablePage>>) {
    const failures: string[] = [];
    const pages = new TablePages({ load, onRows: () => undefined, onFailure: (message) => failures.push(message) });
    return { pages, failures };
  }
  const rowsFrom = ({ offset, limit }: Page): TablePage => ({
    total: 100_000,
    rows: Array.from({ length: limit }, (_, row) => ({ row: offset + row, status: 'success', cells: [] })),
  });

  it('asks for each page once, and only for what is looked at last', async () => {
    const asked: number[] = [];
    const { pages } = start(async (page) => {
      asked.push(page.offset);
      await tick();
      return ok(rowsFrom(page));
    });
    pages.need(0, 30);
    pages.need(5 * PAGE_ROWS, 5 * PAGE_ROWS + 30);
    pages.need(90 * PAGE_ROWS - 10, 90 * PAGE_ROWS + 20);
    await ticks(8);
    assert.deepEqual(asked, [0, 89 * PAGE_ROWS, 90 * PAGE_ROWS]);
    assert.equal(pages.rowAt(90 * PAGE_ROWS + 7)?.row, 90 * PAGE_ROWS + 7);
    assert.equal(pages.rowAt(5 * PAGE_ROWS), undefined);
    pages.need(0, 30);
    await ticks(4);
    assert.equal(asked.length, 3);
  });

  it('says what failed and asks again the next time', async () => {
    let isBroken = true;
    const { pages, failures } = start((page) => Promise.resolve(isBroken ? failed('Gone.') : ok(rowsFrom(page))));
    pages.need(0, 10);
    await ticks(3);
    assert.deepEqual(failures, ['Gone.']);
    isBroken = false;
    pages.need(0, 10);
    await ticks(3);
    assert.equal(pages.rowAt(3)?.row, 3);
  });

  it('does not keep every page that was ever looked at', async () => {
    const { pages } = start((page) => Promise.resolve(ok(rowsFrom(page))));
    for (let page = 0; page < 150; page++) {
      pages.need(page * PAGE_ROWS, page * PAGE_ROWS + 20);
      await ticks(3);
    }
    assert.equal(pages.rowAt(0), undefined);
    assert.equal(pages.rowAt(149 * PAGE_ROWS)?.row, 149 * PAGE_ROWS);
  });
});

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function ticks(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await tick();
}
