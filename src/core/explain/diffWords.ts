/** A run of words that stayed, went or came. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Where both middles together need more comparisons, they count as replaced whole. */
const MAX_COMPARISONS = 1_000_000;

/**
 * What changed between two texts, by words. The parts `same` and `removed` together are the old text, `same` and
 * `added` the new one; neighbouring parts differ in kind.
 */
export function diffWords(oldText: string, newText: string): readonly DiffPart[] {
  const before = wordsOf(oldText);
  const after = wordsOf(newText);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shorter = Math.min(before.length, after.length);
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return joined([
    { kind: 'same', text: before.slice(0, head).join('') },
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    { kind: 'same', text: before.slice(before.length - tail).join('') },
  ]);
}

/** Words, runs of white space, and single other characters. */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function diffMiddle(before: readonly string[], after: readonly string[]): readonly DiffPart[] {
  if (before.length * after.length > MAX_COMPARISONS) {
    return [
      { kind: 'removed', text: before.join('') },
      { kind: 'added', text: after.join('') },
    ];
  }
  const common = longestCommon(before, after);
  const width = after.length + 1;
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      parts.push({ kind: 'same', text: before[i]! });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: before[i++]! });
    } else {
      parts.push({ kind: 'added', text: after[j++]! });
    }
  }
  return parts;
}

/** Length of the longest common subsequence of the rests from (i, j) on, at `i * (after.length + 1) + j`. */
function longestCommon(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  return lengths;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    if (text === '') continue;
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
