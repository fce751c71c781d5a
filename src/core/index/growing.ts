/** The arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** An array of the same kind with room for at least `length` numbers, which keeps the first ones. */
export function withRoom<T extends Numbers>(numbers: T, length: number): T {
  if (length <= numbers.length) return numbers;
  const larger = sameKind(numbers, Math.max(length, 2 * numbers.length, 64));
  larger.set(numbers);
  return larger;
}

/** A copy of exactly the first `length` numbers: what growing left over is given back. */
export function trimmed<T extends Numbers>(numbers: T, length: number): T {
  return numbers.length === length ? numbers : (numbers.slice(0, length) as T);
}

/** Moves the numbers of the kept rows to the front; `width` numbers belong to a row. Returns how many rows stay. */
export function keepRows(numbers: Numbers, isKept: Uint8Array, width = 1): number {
  let kept = 0;
  for (let row = 0; row < isKept.length; row++) {
    if (isKept[row] === 0) continue;
    if (kept !== row) numbers.copyWithin(kept * width, row * width, (row + 1) * width);
    kept++;
  }
  return kept;
}

function sameKind<T extends Numbers>(numbers: T, length: number): T {
  return new (numbers.constructor as new (length: number) => T)(length);
}
