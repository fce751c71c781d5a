/** How figures are written for people. English throughout, and never dependent on the machine's language or zone. */

/** A count with thousands separators: `1,204`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A count and its noun: `1 event`, `1,204 events`. `plural` where adding an s is not enough. */
export function formatCounted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A size in the decimal units that download pages use: `812 bytes`, `4.2 MB`. */
export function formatBytes(byteLength: number): string {
  if (byteLength < 1_000) return formatCounted(byteLength, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = byteLength / 1_000;
  let unit = 0;
  // 999.5 and above would be written as 1000 of the smaller unit.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value < 99.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]!}`;
}

/** A time to the second, in UTC and saying so: `2026-01-02 03:04:05 UTC`. `""` for a time no calendar holds. */
export function formatTime(timeMs: number): string {
  const time = new Date(timeMs);
  if (Number.isNaN(time.getTime())) return '';
  return `${time.toISOString().slice(0, -5).replace('T', ' ')} UTC`;
}
