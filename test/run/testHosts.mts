// Runs the suite of test/extension inside editors:
//   node test/run/testHosts.mts [run id …] [-g <part of a title>]
// Without ids: every run of hostRuns.mts, and then each test must have run in one of them.
import { build } from './build.mts';
import { hostRuns } from './hostRuns.mts';
import { type HostResult, runInHost } from './runInHost.mts';
import { describeSum, describeTally } from './tally.mts';

const grepAt = process.argv.indexOf('-g');
const grep = grepAt < 0 ? undefined : process.argv[grepAt + 1];
const ids = process.argv.slice(2, grepAt < 0 ? undefined : grepAt);
const unknown = ids.filter((id) => !hostRuns.some((run) => run.id === id));
if (unknown.length > 0)
  throw new Error(`No run ${unknown.join(', ')}; there are ${hostRuns.map(({ id }) => id).join(' ')}`);

await build('--tests');
const results: HostResult[] = [];
for (const run of hostRuns) if (ids.length === 0 || ids.includes(run.id)) results.push(await runInHost(run, grep));
for (const result of results) console.log(describeTally(result));
console.log(describeSum(results));
process.exitCode = results.some((result) => result.failures.length > 0) ? 1 : 0;
