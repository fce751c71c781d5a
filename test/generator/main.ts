import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { sampleLog } from './sampleLog';
import { parseSize } from './parseSize';
import { writeLog } from './writeLog';

const usage =
  'npm run sample                          writes media/sample\nnpm run sample -- --size 100MB <file>   writes a large log';

/** `npm run sample`: the committed sample, or a log of any size. */
async function main(args: readonly string[]): Promise<void> {
  if (args.length === 0) return writeSample(path.join('media', 'sample'));
  const [flag, size, file, ...others] = args;
  const bytes = flag === '--size' ? parseSize(size ?? '') : undefined;
  if (bytes === undefined || file === undefined || others.length > 0) throw new Error(`Usage:\n${usage}`);
  const { counts, byteLength } = await writeLog(file, { bytes });
  console.log(`${file}: ${counts.events} events, ${counts.failures} failures, ${byteLength} bytes`);
}

async function writeSample(folder: string): Promise<void> {
  const { text, counts } = sampleLog();
  await writeFile(path.join(folder, 'ProvisioningLogs-sample.json'), text);
  await writeFile(path.join(folder, 'expected-counts.json'), `${JSON.stringify(counts, null, 2)}\n`);
  console.log(`${folder}: ${counts.events} events, ${counts.failures} failures`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
