import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { pageHtml } from '../../../src/extension/panel/pageHtml';
import { openChannel } from '../../../src/protocol/channel';
import type { TestBrowser } from '../../run/openBrowser.mts';

const address = 'http://localhost/';

/** One of our pages in a plain browser, under its own policy, with a host that the test plays. */
export interface TestPage {
  readonly page: Page;
  /** Sends the page a state, as its host does. */
  show(state: unknown): void;
  /** What the page keeps, as `getState` of VS Code returns it. */
  kept(): Promise<Record<string, unknown>>;
  /** Errors and warnings of the page, violations of its policy among them. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens an app of the bundle in `dist/`; `host` answers its calls; `kept` is what an earlier page kept, `userAgent` what the browser says it runs on. */
export async function openTestPage(
  browser: TestBrowser,
  app: string,
  host: object,
  options: {
    readonly width?: number;
    readonly height?: number;
    readonly scale?: number;
    readonly kept?: unknown;
    readonly userAgent?: string;
  } = {},
): Promise<TestPage> {
  const context = await browser.context(options.scale);
  const page = await context.newPage();
  await page.setViewportSize({ width: options.width ?? 700, height: options.height ?? 800 });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html(app) });
    const file = path.join('.', pathname);
    return ['/dist/webview.js', '/media/pages.css'].includes(pathname)
      ? route.fulfill({ contentType: mediaTypes[path.extname(file)]!, body: await fs.readFile(file) })
      : route.abort();
  });

  let receive: (message: unknown) => void = () => undefined;
  await page.exposeFunction('toHost', (message: unknown) => receive(message));
  const channel = openChannel<{ show(state: unknown): void }>(
    {
      post: (message) => void page.evaluate((data) => window.postMessage(data), message),
      onMessage: (listener) => (receive = listener),
    },
    host,
    ['show'],
  );
  await page.addInitScript((earlier) => {
    let state: unknown = earlier;
    Object.assign(window, {
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => (window as unknown as { toHost(message: unknown): void }).toHost(message),
        getState: () => state,
        setState(next: unknown) {
          state = next;
          Object.assign(window, { keptState: next });
        },
      }),
    });
  }, options.kept);
  if (options.userAgent !== undefined) {
    await page.addInitScript((userAgent) => {
      Object.defineProperty(navigator, 'userAgent', { get: () => userAgent });
    }, options.userAgent);
  }
  await page.goto(address);
  return {
    page,
    show: (state) => channel.remote.show(state),
    kept: () => page.evaluate(() => (window as unknown as { keptState: Record<string, unknown> }).keptState),
    complaints,
    close: () => context.close(),
  };
}

const mediaTypes: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

function html(app: string): string {
  return pageHtml({
    app,
    title: 'Page',
    cspSource: new URL(address).origin,
    scriptUri: '/dist/webview.js',
    styleUri: '/media/pages.css',
    nonce: 'abc',
  });
}
