import type Mocha from 'mocha';
import * as vscode from 'vscode';
import { type HostMessage, type HostRequest, messagePrefix } from './hostReport.mts';

/**
 * Runs the loaded tests that the request names and reports each. Rejects when one failed, when none ran, and when the
 * suite is not in the host it was meant for: the editor runs a suite elsewhere without a word.
 */
export async function runSuite(mocha: Mocha): Promise<void> {
  const request = vscode.workspace.getConfiguration('provlogTests').get<HostRequest>('run');
  if (request === undefined) throw new Error('The setting provlogTests.run is missing: start suites by npm scripts.');
  tell({ kind: 'place', host: whereAmI(), vscode: vscode.version });
  if (whereAmI() !== request.host) throw new Error(`The suite runs in the ${whereAmI()} host, not ${request.host}.`);

  const leftOut = leaveOut(mocha.suite, request);
  for (const title of leftOut) tell({ kind: 'leftOut', title });
  const { passed, failed } = await runAll(mocha);
  tell({ kind: 'end', passed, failed, leftOut: leftOut.length });
  if (failed > 0) throw new Error(`${failed} failed`);
  if (passed === 0) throw new Error('No test ran.');
}

function runAll(mocha: Mocha): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  let failed = 0;
  mocha.forbidOnly();
  mocha.forbidPending();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ passed, failed }));
    runner.on('pass', (test) => {
      passed += 1;
      tell({ kind: 'passed', title: test.fullTitle(), durationMs: test.duration ?? 0 });
    });
    runner.on('fail', (test: Mocha.Runnable, error: unknown) => {
      failed += 1;
      tell({ kind: 'failed', title: test.fullTitle(), message: describeError(error) });
    });
  });
}

/** Takes the tests out that the request does not want and returns the titles of those that belong to other runs. */
function leaveOut(suite: Mocha.Suite, request: HostRequest): string[] {
  const others: string[] = [];
  const visit = (level: Mocha.Suite): void => {
    level.tests = level.tests.filter((test) => {
      const title = test.fullTitle();
      const tags = [...title.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!);
      const isOurs = request.only === undefined ? true : tags.includes(request.only);
      if (!isOurs || !tags.every((tag) => tag === request.only || request.tags.includes(tag))) {
        others.push(title);
        return false;
      }
      return title.toLowerCase().includes((request.grep ?? '').toLowerCase());
    });
    level.suites.forEach(visit);
  };
  visit(suite);
  return others;
}

function whereAmI(): 'node' | 'web' {
  return typeof process === 'undefined' && 'importScripts' in globalThis ? 'web' : 'node';
}

function tell(message: HostMessage): void {
  console.log(messagePrefix + JSON.stringify(message));
}

function describeError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 10_000);
}
