/** So many bytes decide what a file is. */
export const HEAD_BYTES = 64 * 1024;

/** What the first bytes of a file show. Keys are in lower case. */
export interface FileHead {
  /** The bytes as text, byte order mark left out; NUL bytes are spaces. */
  readonly text: string;
  readonly root: 'nothing' | 'list' | 'object' | 'other';
  /** Own keys of the file's object. */
  readonly rootKeys: ReadonlySet<string>;
  /** Own keys of the objects in the file's list (and in lists in it). */
  readonly elementKeys: ReadonlySet<string>;
  /** Own keys of the objects in a list that is a member of the file's object, by member. */
  readonly memberElementKeys: ReadonlyMap<string, ReadonlySet<string>>;
  /** The text of `@odata.context`; `""` without one. */
  readonly context: string;
  /** Whether the file ends within the head. */
  readonly isWhole: boolean;
  /** Whether the file's list holds anything. */
  readonly hasElement: boolean;
  /** Whether an element of the list ends within the head. */
  readonly hasWholeElement: boolean;
}

interface Level {
  readonly isObject: boolean;
  /** The key that was read last, in lower case. */
  key: string;
}

/** A string (the last one may be cut), a sign of structure, or a word. */
const token = /"(?:[^"\\]|\\[^])*"?|[{}[\]:,]|[^\s"{}[\]:,]+/g;

/** Reads the beginning of a UTF-8 file, cut anywhere, broken or not. */
export function readHead(bytes: Uint8Array, isWhole: boolean): FileHead {
  const text = new TextDecoder().decode(bytes).replaceAll('\0', ' ');
  const levels: Level[] = [];
  const rootKeys = new Set<string>();
  const elementKeys = new Set<string>();
  const memberElementKeys = new Map<string, Set<string>>();
  let root: FileHead['root'] = 'nothing';
  let context = '';
  let hasElement = false;
  let hasWholeElement = false;
  let lastText = '';
  let openObjects = 0;

  for (const [part] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (root === 'nothing') root = part === '{' ? 'object' : part === '[' ? 'list' : 'other';
    else if (levels.length === 1 && level?.isObject === false && part !== ']') hasElement = true;
    if (part === '{' || part === '[') {
      if (levels.length === 1 && part === '[' && level?.isObject && !memberElementKeys.has(level.key)) {
        memberElementKeys.set(level.key, new Set());
      }
      levels.push({ isObject: part === '{', key: '' });
      if (part === '{') openObjects++;
    } else if (part === '}' || part === ']') {
      if (levels.pop()?.isObject) openObjects--;
      if (levels.length === 1 && levels[0]?.isObject === false) hasWholeElement = true;
    } else if (part.startsWith('"')) {
      lastText = part.slice(1, -1);
      if (levels.length === 1 && level?.key === '@odata.context' && context === '') context = lastText;
    } else if (part === ':' && level?.isObject) {
      level.key = lastText.toLowerCase();
      if (levels.length === 1) rootKeys.add(level.key);
      else if (openObjects === 1) elementKeys.add(level.key);
      else if (openObjects === 2 && levels[0]!.isObject) memberElementKeys.get(levels[0]!.key)?.add(level.key);
    }
  }
  return { text, root, rootKeys, elementKeys, memberElementKeys, context, isWhole, hasElement, hasWholeElement };
}
