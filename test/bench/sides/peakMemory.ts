import { readFile } from 'node:fs/promises';

/**
 * The most memory that this process has had resident, in bytes. Where Linux tells it for the program alone, from
 * there: `maxRSS` also counts what the starting process had before it became this program.
 */
export async function peakMemory(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) * 1_024;
}
