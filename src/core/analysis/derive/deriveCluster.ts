import { numberValues } from '../../index/numberValues';
import { maskText } from '../maskText';
import { type Derivation, wordData } from './derivation';

/** Reasons that differ only in names, IDs, dates and numbers have one text. Masked once for each reason. */
export const deriveCluster: Derivation = (store) => {
  const { entries, size, text } = numberValues(store.column('reason'), store.rowCount);
  const numbers = new Map([['', 0]]);
  const clusterOf = Uint32Array.from({ length: size }, (_, entry) => {
    const masked = maskText(text(entry));
    const known = numbers.get(masked) ?? numbers.size;
    numbers.set(masked, known);
    return known;
  });
  return wordData(
    Uint32Array.from({ length: store.rowCount }, (_, row) => clusterOf[entries[row]!]!),
    [...numbers.keys()],
  );
};
