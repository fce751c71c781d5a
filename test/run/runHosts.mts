import { hostRuns } from './hostRuns.mts';
import { type HostResult, runInHost } from './runInHost.mts';
import type { Tally } from './tally.mts';

/**
 * Runs the suite of `test/extension` in the editors named by `ids`, or in all of them; then a test that every run left
 * to the others is a failure: its tag is misspelled, or no run carries it.
 */
export async function runHosts(ids: readonly string[] = [], grep?: string): Promise<readonly Tally[]> {
  const unknown = ids.filter((id) => !hostRuns.some((run) => run.id === id));
  if (unknown.length > 0) {
    throw new Error(`No run is called ${unknown.join(', ')}; there are ${hostRuns.map(({ id }) => id).join(', ')}.`);
  }
  const results: HostResult[] = [];
  for (const run of hostRuns) {
    if (ids.length === 0 || ids.includes(run.id)) results.push(await runInHost(run, grep));
  }
  if (ids.length > 0 || grep !== undefined) return results;
  const seen = new Set(results.flatMap((result) => result.seen));
  const forgotten = new Set(results.flatMap((result) => result.leftOut).filter((title) => !seen.has(title)));
  return [...results, { suite: 'tests without a run', passed: 0, failures: [...forgotten] }];
}
