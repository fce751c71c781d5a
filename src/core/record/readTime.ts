const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
const local =
  /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,?\s(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s([AP])M)?)?(?:\s?(?:UTC|Z))?$/i;
const ticks = /^\\?\/Date\((-?\d{1,17})(?:[+-]\d{4})?\)\\?\/$/;

/** Years outside this range cannot be written as `YYYY`. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Which number of a date between slashes is the day's: nothing in `3/4/2026` tells. */
export type DateOrder = 'monthFirst' | 'dayFirst';

/**
 * A point in time as the service and the tools around it write it, in milliseconds since 1970 UTC: ISO 8601 with any
 * number of decimals, a date between slashes (`3/24/2026, 7:17:42.123 AM`), which is month first unless `order` says
 * otherwise, a date between dots (`24.3.2026 07:17`), which is day first, or `/Date(1563…)/` of Windows PowerShell's
 * ConvertTo-Json. A time without a zone is UTC. `NaN` for anything else, and for .NET's year 1, which stands for "no time".
 */
export function readTime(text: string, order: DateOrder = 'monthFirst'): number {
  const trimmed = text.trim();
  const ms = readIso(trimmed) ?? readLocal(trimmed, order) ?? readTicks(trimmed) ?? NaN;
  return ms >= 0 && ms <= LATEST_MS ? ms : NaN;
}

/** A time as events carry it: `YYYY-MM-DDTHH:mm:ss.sssZ`, or `""` when `timeMs` is `NaN`. */
export function timeText(timeMs: number): string {
  return Number.isNaN(timeMs) ? '' : new Date(timeMs).toISOString();
}

function readIso(text: string): number | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', decimals = '', zone = 'Z'] = match;
  const ms = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  return ms + Number(decimals.padEnd(3, '0').slice(0, 3)) - zoneMs(zone);
}

function readLocal(text: string, order: DateOrder): number | undefined {
  const match = local.exec(text);
  if (!match) return undefined;
  const [, first, mark, second, year, hour = '0', minute = '0', seconds = '0', decimals = '', half] = match;
  const isDayFirst = mark === '.' || order === 'dayFirst';
  const isPm = half?.toUpperCase() === 'P';
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isPm ? 12 : 0);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  const ms = utc(Number(year), Number(month), Number(day), hours, Number(minute), Number(seconds));
  return ms + Number(decimals.padEnd(3, '0').slice(0, 3));
}

function readTicks(text: string): number | undefined {
  const match = ticks.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** `NaN` for a day or an hour that does not exist, where `Date.UTC` would go on counting. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const isReal =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? ms : NaN;
}

function zoneMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
