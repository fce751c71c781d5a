import type { Page } from 'playwright-core';
import { startServer, type EditorServer, type ServerOptions } from './editorServer.mts';
import { openBrowser, type TestBrowser } from './openBrowser.mts';
import { extensionFolder } from './workplace.mts';

/** Where the extension runs: in Node beside the files, or in the browser's worker as on vscode.dev. */
export type Host = 'node' | 'web';

/** What to open. */
export interface WindowOptions extends ServerOptions {
  readonly host: Host;
  /** The workspace folder. */
  readonly folder: string;
  /** A bundled suite for the editor to run; without one the window is a plain one. */
  readonly suite?: string;
}

/** A window of a real editor with the extension in it: this checkout's, or the installed package when one is given. */
export interface EditorWindow {
  readonly page: Page;
  readonly server: EditorServer;
  /** Ends browser and editor. Rejects, naming them, when anything asked for an address outside this machine. */
  close(): Promise<void>;
}

const extensionId = 'provlog.provisioning-log-analyzer';

/** Opens a window; `prepare` may work on the page before the editor is loaded into it. */
export async function openWindow(
  options: WindowOptions,
  prepare?: (page: Page) => Promise<void>,
): Promise<EditorWindow> {
  const kind = options.host === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {};
  const [server, browser] = await Promise.all([
    startServer({ ...options, settings: { ...kind, ...options.settings } }),
    openBrowser(),
  ]);
  try {
    const page = await (await browser.context()).newPage();
    await prepare?.(page);
    await page.goto(server.address(options.folder, payload(server, options)));
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, server, close: () => closeAll(server, browser) };
  } catch (error) {
    await closeAll(server, browser);
    throw error;
  }
}

/** What makes the editor load this checkout's extension. */
export function developmentPayload(server: EditorServer, host: Host): [string, string][] {
  const pairs: [string, string][] = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', server.remote(extensionFolder)],
  ];
  if (host === 'web') pairs.push(['extensionDevelopmentKind', 'web']);
  return pairs;
}

function payload(server: EditorServer, { host, suite, extensionsFolder }: WindowOptions): [string, string][] {
  if (extensionsFolder !== undefined) return [['skipWelcome', 'true']];
  const pairs = developmentPayload(server, host);
  if (suite !== undefined) pairs.push(['extensionTestsPath', server.remote(suite)]);
  return pairs;
}

async function closeAll(server: EditorServer, browser: TestBrowser): Promise<void> {
  await browser.close();
  const outside = [...browser.outsideRequests(), ...(await server.outsideRequests())];
  await server.end();
  if (outside.length > 0) throw new Error(`These left this machine, which nothing may:\n${outside.join('\n')}`);
}
