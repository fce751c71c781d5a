import { turns } from '../../codes/errorCode';
import { lookUpCode } from '../../codes/lookUpCode';
import { numberValues } from '../../index/numberValues';
import { statusColumn } from '../../index/statusColumn';
import { type Derivation, wordData } from './derivation';

const words = ['', ...turns.map(({ id }) => id), 'unknown'] as const;

/**
 * Whose turn it is: what the catalogue says of the event's error code, `unknown` for codes that it does not know and
 * for failures without a code, nothing for other events. Asked once for each code.
 */
export const deriveTurn: Derivation = (store, codes) => {
  const { entries, size, text } = numberValues(store.column('code'), store.rowCount);
  const statusOf = statusColumn(store);
  const unknown = words.indexOf('unknown');
  const turnOf = Uint8Array.from({ length: size }, (_, entry) => {
    const found = lookUpCode(text(entry), codes);
    return found.isKnown ? words.indexOf(found.entry.turn) : unknown;
  });
  const turnEntries = new Uint8Array(store.rowCount);
  for (let row = 0; row < store.rowCount; row++) {
    const code = entries[row]!;
    if (code !== 0) turnEntries[row] = turnOf[code]!;
    else if (statusOf(row) === 'failure') turnEntries[row] = unknown;
  }
  return wordData(turnEntries, words);
};
