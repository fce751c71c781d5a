import type { Mutation } from './mutate';
import type { FoundLog, FoundPlace } from './readDamaged';

/** Damage to one file of a log. */
export interface Damage extends Mutation {
  readonly file: number;
  /** What the file was before. */
  readonly original: Uint8Array;
}

/** Where records began that are whole in the damaged log and that it does not show. */
export function lostPlaces(original: FoundLog, found: FoundLog, damage: Damage): readonly number[] {
  return (original.isTable ? lostRows : lostRecords)(original, found, damage).map(({ start }) => start);
}

/**
 * JSON: every record whose bytes are whole is an event that says what it said. Exempt are
 * - records inside of a record that is good JSON: by their brackets they belong to it;
 * - rows of a query's result, when the damage begins in front of the first: they say nothing without their columns.
 */
function lostRecords(original: FoundLog, found: FoundLog, damage: Damage): readonly FoundPlace[] {
  const { start, end, bytes } = damage;
  if (original.formats[0] === 'log-analytics-tables' && original.records.every((row) => row.start >= start)) return [];
  const shift = bytes.length - damage.original.length;
  const byText = new Map(found.records.map((record) => [record.text, record]));
  const swallowing = found.records.filter((record) => record.start <= end + shift && record.end >= start);
  return original.records.filter((record) => {
    if (record.end > start && record.start < end) return false;
    const same = byText.get(record.text);
    if (same !== undefined) return same.says !== record.says;
    return !swallowing.some((other) => other.end >= record.end + shift && isJson(other.text));
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tables: one quotation mark can join any number of rows, and then they are one. But every row stands in a row that is
 * shown, or in what a problem is about; and it is shown itself where the damage changes no quotation mark.
 */
function lostRows(original: FoundLog, found: FoundLog, damage: Damage): readonly FoundPlace[] {
  const { file, start, end, bytes } = damage;
  const isRefused = found.formats.every((format) => format === undefined);
  const rows = [...original.records, ...original.joined];
  // A quotation mark in the header may make a header of the rows behind it, or has made one that ends elsewhere now.
  const isInHeader = rows.every((row) => row.file !== file || row.start > start);
  if (isRefused || !found.tellsAll || isInHeader) return [];
  const shift = bytes.length - damage.original.length;
  const shown = [...found.records, ...found.joined];
  const texts = new Set(shown.map(({ text }) => text));
  // What stands between rows belongs to none: of one group of rows there may be two now.
  const covered = bytes.map((byte) => (byte === LINE_FEED || byte === CARRIAGE_RETURN ? 1 : 0));
  for (const place of [...shown, ...found.told]) {
    if (place.file === file) covered.fill(1, place.start, place.end);
  }
  const isCovered = (from: number, to: number): boolean => covered.subarray(from, to).every((each) => each === 1);
  const isHarmless = !touchesQuotes(damage);
  return rows.filter((row) => {
    if (texts.has(row.text)) return false;
    if (row.file !== file) return found.formats[row.file] !== undefined;
    // The line end of a row belongs to it: without one it goes on.
    const isBefore = row.end < start;
    const isBehind = row.start > end;
    if (!isBefore && !isBehind) return false;
    const at = isBefore ? 0 : shift;
    if (!isCovered(row.start + at, row.end + at)) return true;
    // Rows of steps and properties are told apart by their change only.
    return isHarmless && original.formats[file] === 'portal-csv' && original.records.includes(row);
  });
}

const QUOTE = 0x22;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Whether bytes were added or removed, or now stand beside a quotation mark, that decide where quoted texts end. */
function touchesQuotes({ original, bytes, start, end }: Damage): boolean {
  const added = bytes.subarray(start, bytes.length - (original.length - end));
  const decides = (each: Uint8Array): boolean => each.some((byte) => byte === QUOTE || byte === 0);
  let before = start - 1;
  while (original[before] === SPACE) before--;
  let behind = end;
  while (original[behind] === SPACE) behind++;
  return (
    decides(original.subarray(start, end)) || decides(added) || original[before] === QUOTE || original[behind] === QUOTE
  );
}
