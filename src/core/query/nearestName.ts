/** Longer words than this are no misspelling of a short name, and are not compared. */
const LONGEST_COMPARED = 40;

/**
 * The name that a misspelled word was most likely meant to be, ignoring case; undefined when none is near: half of the
 * word's letters may be wrong, and two letters that changed places are one fault. The beginning of a name is near it.
 */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  if (typed.length === 0 || typed.length > LONGEST_COMPARED) return undefined;
  let nearest: string | undefined;
  let fewestFaults = Math.floor(typed.length / 2) + 1;
  for (const name of names) {
    const known = name.toLowerCase();
    const isBeginning = typed.length >= 3 && known.startsWith(typed);
    const faults = isBeginning ? 0.5 : faultsBetween(typed, known);
    if (faults < fewestFaults) {
      nearest = name;
      fewestFaults = faults;
    }
  }
  return nearest;
}

/**
 * What to do about a word that is no name: a sentence with the nearest name, or with all `names`.
 * `aliases` may be the nearest too, but are not listed.
 */
export function suggestionFor(word: string, names: readonly string[], aliases: readonly string[] = []): string {
  const nearest = nearestName(word, [...names, ...aliases]);
  return nearest === undefined ? `There are: ${names.join(', ')}.` : `Did you mean “${nearest}”?`;
}

/** Letters to insert, remove, replace, or swap with their neighbour to get from one word to the other. */
function faultsBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let faults = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) faults = Math.min(faults, beforeLast[column - 2]! + 1);
      current.push(faults);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
