import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow } from './editorWindow.mts';
import { type HostMessage, type HostRequest, messagePrefix } from './hostReport.mts';
import type { HostRun } from './hostRuns.mts';
import type { Tally } from './tally.mts';
import { prepareWorkspace } from './testWorkspace.mts';
import { extensionFolder } from './workplace.mts';

/** What a run came to, and which tests it left to other runs. */
export interface HostResult extends Tally {
  readonly seen: readonly string[];
  readonly leftOut: readonly string[];
}

/** Longest time that a run may take, from the page's load to the suite's result. */
const patienceMs = 300_000;

/** Longest time until the suite's first word. */
const startPatienceMs = 120_000;

/** Runs the suite of `test/extension` inside an editor as `run` says. Never rejects: what went wrong is a failure. */
export async function runInHost(run: HostRun, grep: string | undefined): Promise<HostResult> {
  const result = { suite: run.id, passed: 0, failures: [] as string[], seen: [] as string[], leftOut: [] as string[] };
  const note = (message: HostMessage): void => {
    if (message.kind === 'passed') {
      result.passed += 1;
      result.seen.push(message.title);
      console.log(`  ✔ ${message.title} (${message.durationMs} ms)`);
    } else if (message.kind === 'failed') {
      result.failures.push(message.title);
      result.seen.push(message.title);
      console.log(`  ✘ ${message.title}\n${message.message.replaceAll(/^/gm, '      ')}`);
    } else if (message.kind === 'leftOut') {
      result.leftOut.push(message.title);
    }
  };
  console.log(`${run.id}:`);
  try {
    await drive(run, grep, note);
    if (result.seen.length === 0) throw new Error('no test ran');
  } catch (error) {
    result.failures.push(`${run.id}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(`  ✘ ${result.failures.at(-1)!}`);
  }
  return result;
}

async function drive(run: HostRun, grep: string | undefined, note: (message: HostMessage) => void): Promise<void> {
  const request: HostRequest = {
    host: run.host,
    tags: run.tags,
    ...(run.only !== undefined && { only: run.only }),
    ...(grep !== undefined && { grep }),
  };
  const workspace = await prepareWorkspace(run);
  const listener = listen(note);
  try {
    const suite = path.join(extensionFolder, 'dist', 'test', `extension.${run.host}.js`);
    const settings = { ...run.settings, 'provlogTests.run': request };
    const window = await openWindow({ ...run, settings, folder: workspace.folder, suite }, listener.attach);
    try {
      await listener.finished;
    } finally {
      await window.close();
    }
  } finally {
    await workspace.remove();
  }
}

/**
 * Listens to the suite through the page. `finished` rejects unless the editor reported success *and* the suite's own
 * last message names as many results as arrived: the exit code alone would be 0 for a suite that never ran.
 */
function listen(note: (message: HostMessage) => void): {
  readonly attach: (page: Page) => Promise<void>;
  readonly finished: Promise<void>;
} {
  let end: (HostMessage & { kind: 'end' }) | undefined;
  let results = 0;
  let silence: NodeJS.Timeout;
  let finish: (error?: Error) => void;
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error));
  });
  finished.catch(() => undefined);
  const onLog = (_type: string, values: unknown): void => {
    for (const value of Array.isArray(values) ? values : [values]) {
      if (typeof value !== 'string' || !value.startsWith(messagePrefix)) continue;
      const message = JSON.parse(value.slice(messagePrefix.length)) as HostMessage;
      if (message.kind === 'place') clearTimeout(silence);
      if (message.kind === 'end') end = message;
      if (message.kind === 'passed' || message.kind === 'failed') results += 1;
      note(message);
    }
  };
  const onExit = (code: number): void => {
    if (end === undefined) finish(new Error(`the suite ended with ${code} before it was through`));
    else if (end.passed + end.failed !== results) finish(new Error('some results were lost'));
    else if (code !== 0 && end.failed === 0) finish(new Error(`the editor reported ${code}`));
    else finish();
  };
  return {
    attach: async (page) => {
      setTimeout(() => finish(new Error(`no result within ${patienceMs / 1_000} s`)), patienceMs).unref();
      silence = setTimeout(() => finish(new Error('the suite did not start')), startPatienceMs).unref();
      page.on('crash', () => finish(new Error('the page crashed')));
      await page.exposeFunction('codeAutomationLog', onLog);
      await page.exposeFunction('codeAutomationExit', onExit);
    },
    finished,
  };
}
