import { open } from 'node:fs/promises';
import type { ExpectedCounts } from './expectedCounts';
import { largeLog, type LargeLogOptions } from './largeLog';

/** Writes a large log to a file, replacing it; the memory it takes does not depend on the size. */
export async function writeLog(
  path: string,
  options: LargeLogOptions,
): Promise<{ readonly counts: ExpectedCounts; readonly byteLength: number }> {
  const file = await open(path, 'w');
  try {
    const log = largeLog(options);
    let byteLength = 0;
    let step = log.next();
    for (; step.done !== true; step = log.next()) {
      await file.writeFile(step.value);
      byteLength += step.value.length;
    }
    return { counts: step.value, byteLength };
  } finally {
    await file.close();
  }
}
