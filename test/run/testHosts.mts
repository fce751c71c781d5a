// Runs the suite of test/extension inside editors: npm run test:hosts -- [run id …] [-g <part of a title>]
import { build } from './build.mts';
import { runHosts } from './runHosts.mts';
import { describeSum, describeTally } from './tally.mts';

const grepAt = process.argv.indexOf('-g');
const ids = process.argv.slice(2, grepAt < 0 ? undefined : grepAt);
await build('--tests');
const tallies = await runHosts(ids, grepAt < 0 ? undefined : process.argv[grepAt + 1]);
for (const tally of tallies) console.log(describeTally(tally));
console.log(describeSum(tallies));
process.exitCode = tallies.some(({ failures }) => failures.length > 0) ? 1 : 0;
