import type { QueryColumn } from './queryNode';

/** What one end of a range is: a number, or a stretch of time of which `end` is the first millisecond behind it. */
export interface Bound {
  readonly start: number;
  readonly end?: number;
}

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const time =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/i;

/** Longer texts are neither numbers nor times. */
const LONGEST_BOUND = 64;

/** Whether values of the column lie on a line, so that ranges make sense. */
export function isOrdered(column: QueryColumn): boolean {
  return column.type === 'number' || column.type === 'time';
}

/** A number or time as written in a query; undefined when it is none. */
export function readBound(column: QueryColumn, text: string): Bound | undefined {
  if (text.length > LONGEST_BOUND) return undefined;
  if (column.type === 'time') return readTime(text);
  return number.test(text) ? { start: Number(text) } : undefined;
}

/** What to write instead of a text that is no number or time: one sentence. */
export function boundHelp(column: QueryColumn): string {
  return column.type === 'time'
    ? 'Write a time in UTC like 2026-01-02 or 2026-01-02T10:30:00Z.'
    : 'Write a number like 5000 or 0.5.';
}

/** Times are UTC where no offset is given. A time stands for all of its day, minute …, as far as it was written out. */
function readTime(text: string): Bound | undefined {
  const found = time.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const parts = [year, month ?? '01', day ?? '01', hour ?? '00', minute ?? '00', second ?? '00'].map(Number);
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offsetMs = zone === undefined ? 0 : readOffset(zone);
  if (!isOnCalendar(parts) || Number.isNaN(offsetMs)) return undefined;

  const start = timeOf(parts) + milliseconds - offsetMs;
  const lastWritten = [month, day, hour, minute, second, fraction].findIndex((part) => part === undefined);
  if (lastWritten < 0) return { start, end: start + 1 };
  const following = parts.map((part, index) => (index === lastWritten ? part + 1 : part));
  return { start, end: timeOf(following) - offsetMs };
}

/** Milliseconds since 1970 of year, month, day, hour, minute, second; parts past their end carry over. */
function timeOf(parts: readonly number[]): number {
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(parts[0]!, parts[1]! - 1, parts[2]);
  date.setUTCHours(parts[3]!, parts[4], parts[5]);
  return date.getTime();
}

function isOnCalendar(parts: readonly number[]): boolean {
  const [, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return new Date(timeOf(parts)).getUTCDate() === day;
}

function readOffset(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const [hours, minutes] = zone.slice(1).split(':').map(Number) as [number, number];
  if (hours > 14 || minutes > 59) return NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
