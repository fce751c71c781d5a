import type { CodeIndex } from '../codes/lookUpCode';
import { lookUpCode } from '../codes/lookUpCode';
import type { Turn } from '../codes/errorCode';
import type { FieldStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import { statusColumn } from '../index/statusColumn';
import { timeColumn } from '../index/timeColumn';
import { countObjects } from './matrix';
import type { FoundRows } from './foundRows';

/** One error code with what it did. */
export interface TopError {
  /** As first spelled; `""` stands for failures without a code. Log text. */
  readonly code: string;
  /** What the catalogue calls it; absent for a code that it does not know. */
  readonly title?: string;
  readonly turn: Turn | 'unknown';
  readonly count: number;
  /** How many of them failed; the others were skipped or warned with this code. */
  readonly failures: number;
  /** How many different people and groups. */
  readonly objects: number;
  /** Absent when no event has a time. */
  readonly firstTimeMs?: number;
  readonly lastTimeMs?: number;
}

/** Error codes, most frequent first. */
export interface TopErrors {
  readonly errors: readonly TopError[];
  /** How many codes there are. */
  readonly total: number;
}

/** Counts events that have an error code or failed without one, by code, ignoring case; at most `limit` codes. */
export function topErrors(store: FieldStore, codes: CodeIndex, found: FoundRows, limit: number): TopErrors {
  const { entries, size, text } = numberValues(store.column('code'), store.rowCount);
  const statusOf = statusColumn(store);
  const timeOf = timeColumn(store);
  const { codeOf, texts } = foldCodes(size, text);
  const [count, failures] = [new Uint32Array(texts.length), new Uint32Array(texts.length)];
  const first = new Float64Array(texts.length).fill(Infinity);
  const last = new Float64Array(texts.length).fill(-Infinity);
  const groupOf = Uint32Array.from({ length: store.rowCount }, (_, row) => codeOf[entries[row]!]!);
  found.each((row) => {
    const code = groupOf[row]!;
    const isFailure = statusOf(row) === 'failure';
    if (code === 0 && !isFailure) {
      // Not an error: it belongs to no code.
      groupOf[row] = texts.length;
      return;
    }
    count[code]!++;
    if (isFailure) failures[code]!++;
    const time = timeOf(row);
    if (time === -Infinity) return;
    if (time < first[code]!) first[code] = time;
    if (time > last[code]!) last[code] = time;
  });
  const objects = countObjects(store, found, groupOf, texts.length + 1);
  const present = [...texts.keys()].filter((code) => count[code]! > 0).sort((a, b) => count[b]! - count[a]! || a - b);
  return {
    total: present.length,
    errors: present.slice(0, limit).map((code) => ({
      code: texts[code]!,
      ...known(texts[code]!, codes),
      count: count[code]!,
      failures: failures[code]!,
      objects: objects[code]!,
      ...(first[code]! <= last[code]! && { firstTimeMs: first[code]!, lastTimeMs: last[code]! }),
    })),
  };
}

/** Codes that differ in case only are one; number 0 is no code. */
function foldCodes(size: number, text: (entry: number) => string): { codeOf: Uint32Array; texts: readonly string[] } {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const codeOf = Uint32Array.from({ length: size }, (_, entry) => {
    const folded = text(entry).toLowerCase();
    const known = numbers.get(folded) ?? texts.push(text(entry)) - 1;
    numbers.set(folded, known);
    return known;
  });
  return { codeOf, texts };
}

function known(code: string, codes: CodeIndex): Pick<TopError, 'title' | 'turn'> {
  const found = code === '' ? undefined : lookUpCode(code, codes);
  return found?.isKnown ? { title: found.entry.title, turn: found.entry.turn } : { turn: 'unknown' };
}
