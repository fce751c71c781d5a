import { fuzzedLogs } from './fuzzedLogs';
import { fuzzLogs } from './fuzzLogs';

const usage = 'npm run fuzz [-- --seed <number>] [--count <number of damaged logs>]';

/** `npm run fuzz`: damages logs of every shape and reads them. */
async function main(args: readonly string[]): Promise<void> {
  const options = { seed: 1, count: 20_000 };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace('--', '');
    const value = Number(args[at + 1]);
    if ((name !== 'seed' && name !== 'count') || !Number.isSafeInteger(value)) throw new Error(`Usage:\n${usage}`);
    options[name] = value;
  }
  const { runs, recognised, events } = await fuzzLogs(fuzzedLogs(), options.seed, options.count);
  console.log(`seed ${options.seed}: ${runs} damaged logs, ${recognised} of them recognised, ${events} events read`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
