import type { DictionaryData, JoinedTexts } from '../index/columnStore';
import type { TextTest } from './queryNode';
import { foldCase, requiredText, type TextMatcher } from './textMatcher';

/** For each entry of a dictionary, 1 when its text matches. */
export function matchingEntries(data: DictionaryData, test: TextTest, matches: TextMatcher): Uint8Array {
  const required = requiredText(test);
  const joined = required === '' ? undefined : data.joined?.();
  const folded = joined && foldedOf(joined);
  return folded === undefined ? matchEach(data, matches) : matchWhere(required, folded, joined!, matches);
}

function matchEach(data: DictionaryData, matches: TextMatcher): Uint8Array {
  const marks = new Uint8Array(data.size);
  const textOf = data.reader?.() ?? ((entry: number) => data.text(entry));
  for (let entry = 0; entry < data.size; entry++) marks[entry] = matches(textOf(entry)) ? 1 : 0;
  return marks;
}

/** Asks only about the entries in which the required text stands: finding them in one long text is what engines do best. */
function matchWhere(required: string, folded: string, { ends, size }: JoinedTexts, matches: TextMatcher): Uint8Array {
  const marks = new Uint8Array(size);
  let entry = 1;
  for (let at = folded.indexOf(required); at >= 0; at = folded.indexOf(required, at)) {
    entry = entryAt(ends, size, entry, at);
    const end = ends[entry]!;
    if (at + required.length <= end) {
      marks[entry] = matches(folded.slice(ends[entry - 1], end)) ? 1 : 0;
      at = end;
    } else {
      at++;
    }
  }
  return marks;
}

/** The entry whose text holds the place `at`, searched from `first` on in steps that double. */
function entryAt(ends: Uint32Array, size: number, first: number, at: number): number {
  let low = first;
  let step = 1;
  while (low + step < size && ends[low + step]! <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, size - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const foldedTexts = new WeakMap<JoinedTexts, string | undefined>();

/** All texts in one spelling; undefined where folding would move them. */
function foldedOf(joined: JoinedTexts): string | undefined {
  if (foldedTexts.has(joined)) return foldedTexts.get(joined);
  const folded = foldCase(joined.text);
  const kept = folded.length === joined.text.length ? folded : undefined;
  foldedTexts.set(joined, kept);
  return kept;
}
