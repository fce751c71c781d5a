import { readTime, timeText, type DateOrder } from '../../record/readTime';

/** A time in the form of ISO 8601, as bytes; undefined for what is no time in this order. */
export function isoTime(text: string, order: DateOrder): Uint8Array | undefined {
  const iso = timeText(readTime(text, order));
  return iso === '' ? undefined : new TextEncoder().encode(iso);
}

/** What one date tells of the order of its day and its month; undefined when it is none, or could be both. */
export function orderIn(text: string): DateOrder | undefined {
  const [, first, second] = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}\b/.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) return 'dayFirst';
  return Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12 ? 'monthFirst' : undefined;
}

/** Whether a text begins with a date whose day and month stand between slashes. */
export function isSlashDate(text: string): boolean {
  return /^\s*\d{1,2}\/\d{1,2}\/\d{4}\b/.test(text);
}
