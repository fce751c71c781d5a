import { fuzzArchives } from './fuzzArchives';
import { fuzzedArchives } from './fuzzedArchives';
import { fuzzedLogs } from './fuzzedLogs';
import { fuzzLogs } from './fuzzLogs';

const usage = 'npm run fuzz [-- --seed <number>] [--count <number of damaged logs>]';

/** One archive is damaged for so many logs. */
const LOGS_FOR_ARCHIVE = 8;

/** `npm run fuzz`: damages logs of every shape and archives of them, and reads them. */
async function main(args: readonly string[]): Promise<void> {
  const options = { seed: 1, count: 20_000 };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace('--', '');
    const value = Number(args[at + 1]);
    if ((name !== 'seed' && name !== 'count') || !Number.isSafeInteger(value)) throw new Error(`Usage:\n${usage}`);
    options[name] = value;
  }
  const { seed, count } = options;
  const logs = fuzzedLogs();
  const { runs, recognised, events } = await fuzzLogs(logs, seed, count);
  console.log(`seed ${seed}: ${runs} damaged logs, ${recognised} of them recognised, ${events} events read`);
  const packed = await fuzzArchives(fuzzedArchives(logs), seed, Math.ceil(count / LOGS_FOR_ARCHIVE));
  console.log(`seed ${seed}: ${packed.runs} damaged archives, ${packed.contents} contents out of ${packed.unpacked}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
