/** The hits of a record: where they lie, and what they are. Each module has places of its own. */

/** Kinds of hits, as in `hitKind` of `valueScanner.ts`. */
export const TEXT: i32 = 0;
export const ESCAPED_TEXT: i32 = 1;
export const NUMBER: i32 = 2;
export const BOOLEAN: i32 = 3;
export const NULL: i32 = 4;
export const CONTAINER: i32 = 5;

export let hitFields: i32 = 0;
export let hitKinds: i32 = 0;
export let hitStarts: i32 = 0;
export let hitEnds: i32 = 0;
export let bytesAt: i32 = 0;

/** Says where the hits of records and their bytes lie. */
export function setHits(fields: i32, kinds: i32, starts: i32, ends: i32, bytes: i32): void {
  hitFields = fields;
  hitKinds = kinds;
  hitStarts = starts;
  hitEnds = ends;
  bytesAt = bytes;
}

/** Where a hit begins in the memory. */
export function startOf(hit: i32): i32 {
  return bytesAt + load<i32>(hitStarts + 4 * hit);
}

/** Where it ends. */
export function endOf(hit: i32): i32 {
  return bytesAt + load<i32>(hitEnds + 4 * hit);
}

export function kindOf(hit: i32): i32 {
  return load<u8>(hitKinds + hit);
}
