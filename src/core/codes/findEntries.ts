import { catalogue, type CatalogueSection } from './catalogue';
import type { ErrorCode } from './errorCode';

/** One entry found by a search, with the part of the catalogue it belongs to. */
export interface FoundEntry {
  readonly section: CatalogueSection['id'];
  readonly entry: ErrorCode;
}

/**
 * The entries in which every word of `words` occurs, in a code, the title or the cause, ignoring case; those whose
 * code holds them come first. Without words, the whole catalogue.
 */
export function findEntries(words: string, sections: readonly CatalogueSection[] = catalogue): readonly FoundEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sections.flatMap(({ id, entries }) => entries.map((entry) => ({ section: id, entry })));
  const inCode = found.filter(({ entry }) => holds(entry.codes.join(' '), wanted));
  const elsewhere = found.filter(
    (hit) => !inCode.includes(hit) && holds([...hit.entry.codes, hit.entry.title, hit.entry.cause].join(' '), wanted),
  );
  return [...inCode, ...elsewhere];
}

function holds(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
