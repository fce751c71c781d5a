import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findBrowser } from './findBrowser.mts';

/** A headless browser that stays on this machine. */
export interface TestBrowser {
  /** A fresh context, as private windows are; `scale` is how many pixels of the device make one of the page. */
  context(scale?: number): Promise<BrowserContext>;
  /** Addresses outside this machine that a page, a frame or a worker asked for. None of them was reached. */
  outsideRequests(): readonly string[];
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What Playwright's routes do not see (the browser's own calls, some workers) resolves to nothing.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts the browser that `findBrowser` names. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executablePath, env } = await findBrowser();
  const browser: Browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
  const outside: string[] = [];
  return {
    async context(scale = 1) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: scale,
        permissions: ['clipboard-read', 'clipboard-write'],
        locale: 'en-US',
        timezoneId: 'UTC',
      });
      context.on('request', (request) => {
        if (!staysHere(request.url())) outside.push(request.url());
      });
      context.on('page', (page) =>
        page.on('websocket', (socket) => {
          if (!staysHere(socket.url())) outside.push(socket.url());
        }),
      );
      return context;
    },
    outsideRequests: () => outside,
    close: () => browser.close(),
  };
}

function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  // By such addresses web views name the extension's own files; the editor's service worker answers them from its server.
  if (hostname.endsWith('.vscode-resource.vscode-cdn.net')) return true;
  return ['data:', 'blob:', 'about:'].includes(protocol) || ['127.0.0.1', 'localhost'].includes(hostname);
}
