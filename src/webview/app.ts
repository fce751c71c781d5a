import type { Page } from './page';

/** One kind of page. The host names it in the attribute `data-app` of the page's body. */
export interface App {
  readonly id: string;
  start(page: Page): void;
}
