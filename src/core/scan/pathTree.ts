import { BACKSLASH, lowerCase } from './byteClasses';
import { unescapeInto } from './unescape';

/** A field to report, and where it stands in a record: keys from the record down, `[]` behind a list. */
export interface WantedPath {
  /** What the field is reported as: a small number of the caller's choice. */
  readonly field: number;
  /** For example `provisioningSteps[].details.SkipReason`. Casing does not matter; brackets are for the reader only. */
  readonly path: string;
}

/** One level of the wanted paths: which keys lead on from here. */
export interface PathTree {
  /** What a value reached here is reported as; -1 for nothing. */
  readonly field: number;
  /** Keys by their length in bytes. */
  readonly keys: readonly (readonly PathKey[] | undefined)[];
}

/** A key in small letters, and what is wanted below it. */
export interface PathKey {
  readonly lower: Uint8Array;
  readonly tree: PathTree;
}

interface GrowingTree {
  field: number;
  keys: { lower: Uint8Array; tree: GrowingTree }[][];
}

/**
 * Compiles paths for {@link findKey}. Lists are walked through: a path means the members of every element. Keys hold no
 * quotes, slashes, backslashes or control characters: nothing that must or may be escaped by a letter.
 */
export function compilePaths(paths: readonly WantedPath[]): PathTree {
  const root: GrowingTree = { field: -1, keys: [] };
  for (const { field, path } of paths) {
    let tree = root;
    for (const name of path.replaceAll('[]', '').split('.')) tree = child(tree, name);
    tree.field = field;
  }
  return root;
}

/** The part of a tree that is reached by a path; undefined when nothing there is wanted. */
export function subtree(tree: PathTree, path: string): PathTree | undefined {
  let part: PathTree | undefined = tree;
  for (const name of path.replaceAll('[]', '').split('.')) {
    const key = new TextEncoder().encode(name);
    part = part && findKey(part, key, 0, key.length, false);
  }
  return part;
}

/** Where the key in `bytes[start, end)` leads, ignoring ASCII case; undefined when nothing below it is wanted. */
export function findKey(
  tree: PathTree,
  bytes: Uint8Array,
  start: number,
  end: number,
  hasEscapes: boolean,
): PathTree | undefined {
  if (hasEscapes) return findEscapedKey(tree, bytes, start, end);
  const candidates = tree.keys[end - start];
  if (candidates === undefined) return undefined;
  next: for (const { lower, tree: found } of candidates) {
    for (let at = 0; at < lower.length; at++) {
      if (lowerCase[bytes[start + at]!] !== lower[at]) continue next;
    }
    return found;
  }
  return undefined;
}

const LETTER_U = 0x75;

/** Room for the longest wanted key, all of it escaped: step details have many keys with quotes in them. */
const unescaped = new Uint8Array(6 * 256);

function findEscapedKey(tree: PathTree, bytes: Uint8Array, start: number, end: number): PathTree | undefined {
  // An escape takes six bytes for one; a longer key cannot be one of ours.
  if (end - start > 6 * tree.keys.length || end - start > unescaped.length) return undefined;
  if (hasOtherEscape(bytes, start, end)) return undefined;
  return findKey(tree, unescaped, 0, unescapeInto(unescaped, 0, bytes, start, end), false);
}

/** Whether one of the escapes is no `\u`: so many keys of step details have quotes in them. */
function hasOtherEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === BACKSLASH && bytes[at + 1] !== LETTER_U) return true;
  return false;
}

function child(tree: GrowingTree, name: string): GrowingTree {
  const lower = new TextEncoder().encode(name.toLowerCase());
  const sameLength = (tree.keys[lower.length] ??= []);
  const known = sameLength.find((key) => key.lower.every((byte, at) => byte === lower[at]));
  if (known) return known.tree;
  const added: GrowingTree = { field: -1, keys: [] };
  sameLength.push({ lower, tree: added });
  return added;
}
