import type { CodeIndex } from '../../codes/lookUpCode';
import type { ColumnStore, DictionaryData } from '../../index/columnStore';

/** Works a derived column out, for all rows. `codes` is the catalogue, the user's own entries first. */
export type Derivation = (store: ColumnStore, codes: CodeIndex) => DictionaryData;

/** A derived column whose rows hold numbers of `texts`; `texts[0]` is `""`, an absent value. */
export function wordData(entries: Uint8Array | Uint16Array | Uint32Array, texts: readonly string[]): DictionaryData {
  return { kind: 'dictionary', entries, size: texts.length, text: (entry) => texts[entry] ?? '' };
}
