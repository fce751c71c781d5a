// `npm test`: everything. `npm run check`: only what takes seconds, on the way to a commit.
import { build } from './build.mts';
import { runChecks } from './checks.mts';
import { runHosts } from './runHosts.mts';
import { runMocha } from './runMocha.mts';
import { runUi } from './runUi.mts';
import { describeSum, describeTally, type Tally } from './tally.mts';

/** Every leg, the quick ones first. Each tells what it came to by itself and never rejects for a failed test. */
const legs: readonly {
  readonly title: string;
  readonly isQuick: boolean;
  readonly run: () => Promise<readonly Tally[]>;
}[] = [
  { title: 'types, lint, format', isQuick: true, run: async () => [await runChecks()] },
  { title: 'rules', isQuick: true, run: async () => [await runMocha('rules')] },
  { title: 'core, in plain Node', isQuick: false, run: async () => [await runMocha('core')] },
  { title: 'extension hosts of real editors', isQuick: false, run: () => runHosts() },
  { title: 'user interface, with the packaged extension', isQuick: false, run: async () => [await runUi()] },
];

const isQuickOnly = process.argv.includes('--quick');
const tallies: Tally[] = [];
await build('--tests');
for (const { title, run } of legs.filter(({ isQuick }) => isQuick || !isQuickOnly)) {
  console.log(`\n== ${title}`);
  tallies.push(...(await run().catch((error: unknown) => [broken(title, error)])));
  if (isQuickOnly && hasFailures(tallies)) break;
}

console.log('');
for (const tally of tallies) {
  console.log(describeTally(tally));
  for (const failure of tally.failures) console.log(`  ✘ ${failure}`);
}
console.log(describeSum(tallies));
process.exitCode = hasFailures(tallies) ? 1 : 0;

function hasFailures(results: readonly Tally[]): boolean {
  return results.some(({ failures }) => failures.length > 0);
}

function broken(title: string, error: unknown): Tally {
  const message = error instanceof Error ? error.message : String(error);
  console.log(message);
  return { suite: title, passed: 0, failures: [message] };
}
