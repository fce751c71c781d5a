import type { TableRow } from '../../core/analysis/tableRows';
import type { TablePage } from '../../protocol/analysisApi';
import type { Page } from '../../protocol/logApi';
import type { Reply } from '../../protocol/reply';

/** So many rows are asked for at once. */
export const PAGE_ROWS = 100;
/** So many pages are kept: what was scrolled past longest ago goes first. */
const KEPT_PAGES = 100;

/** Where the rows of a table come from, as they are looked at. */
export interface RowSource {
  load(page: Page): Promise<Reply<TablePage>>;
  /** More rows are there. */
  onRows(): void;
  onFailure(message: string): void;
}

/** The rows of one table that were looked at. One page is asked for at a time, and what is not looked at any more never. */
export class TablePages {
  private readonly pages = new Map<number, readonly TableRow[]>();
  private isLoading = false;
  private needed: readonly [first: number, last: number] = [0, -1];
  private isEnded = false;

  constructor(
    private readonly source: RowSource,
    first: readonly TableRow[] = [],
  ) {
    if (first.length > 0) this.pages.set(0, first);
  }

  /** The row at a place of the table, once it is there. */
  rowAt(place: number): TableRow | undefined {
    return this.pages.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS];
  }

  /** Says which places are looked at, `last` included. */
  need(first: number, last: number): void {
    this.needed = [first, last];
    if (!this.isLoading) void this.loadNeeded();
  }

  /** Asks for nothing more and reports nothing more. */
  end(): void {
    this.isEnded = true;
  }

  private async loadNeeded(): Promise<void> {
    this.isLoading = true;
    for (let page = this.missingPage(); page !== undefined; page = this.missingPage()) {
      const reply = await this.source.load({ offset: page * PAGE_ROWS, limit: PAGE_ROWS });
      if (this.hasEnded()) return;
      if (!reply.ok) {
        this.isLoading = false;
        if (reply.error.isCancelled !== true) this.source.onFailure(reply.error.message);
        return;
      }
      this.keep(page, reply.value.rows);
      this.source.onRows();
    }
    this.isLoading = false;
  }

  /** A method: the compiler would take the field for what it was before the answer. */
  private hasEnded(): boolean {
    return this.isEnded;
  }

  private missingPage(): number | undefined {
    const [first, last] = this.needed;
    for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS <= last; page++) {
      if (!this.pages.has(page)) return page;
    }
    return undefined;
  }

  private keep(page: number, rows: readonly TableRow[]): void {
    this.pages.set(page, rows);
    const [first, last] = this.needed;
    for (const kept of this.pages.keys()) {
      if (this.pages.size <= KEPT_PAGES) break;
      const isNeeded = kept >= Math.floor(first / PAGE_ROWS) && kept * PAGE_ROWS <= last;
      if (!isNeeded && kept !== page) this.pages.delete(kept);
    }
  }
}
