import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow, type Host } from '../../run/editorWindow.mts';
import { benchPrefix, type HostAnswer, type HostFigures, type HostOrder } from '../host/hostOrder';

/** Longest time that an editor may take with one log. */
const PATIENCE_MS = 300_000;

/** Measures inside an extension host of a fresh window on `folder`. Rejects when something there did not come out right. */
export async function runInHost(host: Host, folder: string, order: HostOrder): Promise<HostFigures> {
  const answer = listen();
  const window = await openWindow(
    {
      version: 'newest',
      host,
      folder,
      suite: path.resolve('dist', 'test', `bench.${host}.js`),
      settings: { 'provlogBench.order': order, 'editor.tabSize': 2 },
    },
    answer.attach,
  );
  try {
    const said = await answer.said;
    if ('failure' in said) throw new Error(`In the ${host} host: ${said.failure}`);
    return said.figures;
  } finally {
    await window.close();
  }
}

/** Listens to the program through the page. */
function listen(): { readonly attach: (page: Page) => Promise<void>; readonly said: Promise<HostAnswer> } {
  let settle: (answer: HostAnswer) => void = () => undefined;
  const said = new Promise<HostAnswer>((resolve) => (settle = resolve));
  const fail = (failure: string): void => settle({ failure });
  return {
    said,
    attach: async (page) => {
      setTimeout(() => fail(`no answer within ${PATIENCE_MS / 1_000} s`), PATIENCE_MS).unref();
      page.on('crash', () => fail('the page crashed'));
      await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown) => {
        for (const value of Array.isArray(values) ? values : [values]) {
          if (typeof value !== 'string' || !value.startsWith(benchPrefix)) continue;
          settle(JSON.parse(value.slice(benchPrefix.length)) as HostAnswer);
        }
      });
      // The program has spoken before, unless it could not even be loaded.
      await page.exposeFunction('codeAutomationExit', (code: number) => fail(`the program ended with ${code}`));
    },
  };
}
