import { readTable } from './csv/readTable';
import type { ColumnMappings, TableHeader } from './csv/tableHeader';
import { areEventKeys, mayBecomeEventKeys } from './eventKeys';

/** So many bytes decide what a file is. */
export const HEAD_BYTES = 64 * 1024;

/** Objects deeper than this tell nothing about a file. */
const MAX_LEVELS = 8;

/**
 * What the first bytes of a file show. A path names what stands at one place of all records: members in lower case, `[]`
 * behind a list, lists in a list as one. `""` is the file's object, or each object that stands in it one after the other;
 * `[]` the objects in its list, `value[].id` what those in a member's list have. What comes behind the fourth event is
 * left out.
 */
export interface FileHead {
  /** The bytes as text, byte order mark left out; NUL bytes are spaces. */
  readonly text: string;
  readonly root: 'nothing' | 'list' | 'object' | 'other';
  /** Whether the file ends within the head. */
  readonly isWhole: boolean;
  /** The first row, where the file is a table. */
  readonly table?: TableHeader | undefined;
  /** Whether the file's list holds anything. */
  readonly hasElement: boolean;
  /** Own keys (lower case) of the objects at a path; empty when there are none. */
  keysAt(path: string): ReadonlySet<string>;
  /** Whether a list stands at a path, or an object. */
  has(path: string): boolean;
  /** The first text at a path, escapes as they stand; `""` when there is none. */
  textAt(path: string): string;
  /**
   * Whether the objects at a path are provisioning events. When none of them ends in the head, the keys seen so far
   * decide.
   */
  areEvents(path: string): boolean;
}

interface Level {
  readonly isObject: boolean;
  /** Undefined where it is too deep to matter. */
  readonly path: string | undefined;
  /** The key that was read last, in lower case. */
  key: string;
}

/** So many events show what their file is: the rest of the head would only say it again. */
const ENOUGH_EVENTS = 4;

/** A string (the last one may be cut), a sign of structure, or a word. */
const token = /"(?:[^"\\]|\\[^])*"?|[{}[\]:,]|[^\s"{}[\]:,]+/g;

const noKeys: ReadonlySet<string> = new Set();

/** Reads the beginning of a UTF-8 file, cut anywhere, broken or not. */
export function readHead(bytes: Uint8Array, isWhole: boolean, mappings?: ColumnMappings): FileHead {
  const head = new Head(new TextDecoder().decode(bytes), isWhole);
  if (head.root === 'other') head.table = readTable(bytes, isWhole, mappings);
  return head;
}

/** As {@link readHead}, for a beginning that is text already, and no table. */
export function readHeadText(text: string, isWhole: boolean): FileHead {
  return new Head(text, isWhole);
}

class Head implements FileHead {
  readonly text: string;
  table: TableHeader | undefined;
  root: FileHead['root'] = 'nothing';
  hasElement = false;
  private readonly keys = new Map<string, Set<string>>();
  private readonly texts = new Map<string, string>();
  private readonly ended = new Set<string>();
  private readonly levels: Level[] = [];
  private eventCount = 0;

  constructor(
    text: string,
    readonly isWhole: boolean,
  ) {
    this.text = text.replaceAll('\0', ' ');
    let lastText = '';
    for (const [part] of this.text.matchAll(token)) {
      const level = this.levels.at(-1);
      if (this.root === 'nothing') this.root = part === '{' ? 'object' : part === '[' ? 'list' : 'other';
      else if (this.levels.length === 1 && level?.isObject === false && part !== ']') this.hasElement = true;
      if (part === '{' || part === '[') this.enter(part === '{', level);
      else if (part === '}' || part === ']') this.leave();
      else if (part.startsWith('"')) this.addText((lastText = part.slice(1, -1)), level);
      else if (part === ':' && level?.isObject) this.addKey(lastText.toLowerCase(), level);
      else if (part === ',' && level?.isObject) level.key = '';
      if (this.eventCount === ENOUGH_EVENTS) break;
    }
  }

  keysAt(path: string): ReadonlySet<string> {
    return this.keys.get(path) ?? noKeys;
  }

  has(path: string): boolean {
    return this.keys.has(path);
  }

  textAt(path: string): string {
    return this.texts.get(path) ?? '';
  }

  areEvents(path: string): boolean {
    const keys = this.keysAt(path);
    return areEventKeys(keys) || (!this.isWhole && !this.ended.has(path) && mayBecomeEventKeys(keys));
  }

  private enter(isObject: boolean, around: Level | undefined): void {
    const path = this.levels.length < MAX_LEVELS ? pathOfValue(around, isObject) : undefined;
    if (path !== undefined && !this.keys.has(path)) this.keys.set(path, new Set());
    this.levels.push({ isObject, path, key: '' });
  }

  private leave(): void {
    const left = this.levels.pop();
    if (!left?.isObject || left.path === undefined) return;
    this.ended.add(left.path);
    if (areEventKeys(this.keysAt(left.path))) this.eventCount++;
  }

  /** A text may be a key: then it belongs to no path, because the key before it is over. */
  private addText(text: string, level: Level | undefined): void {
    const path = pathOfValue(level, true);
    if (path !== undefined && !(level?.isObject && level.key === '') && !this.texts.has(path))
      this.texts.set(path, text);
  }

  private addKey(key: string, level: Level): void {
    level.key = key;
    if (level.path !== undefined) this.keys.get(level.path)?.add(key);
  }
}

/** The path of a value that stands in `around`; a list's ends with `[]`. */
function pathOfValue(around: Level | undefined, isScalarOrObject: boolean): string | undefined {
  if (around === undefined) return isScalarOrObject ? '' : '[]';
  if (around.path === undefined) return undefined;
  if (!around.isObject) return around.path;
  const path = around.path === '' ? around.key : `${around.path}.${around.key}`;
  return isScalarOrObject ? path : `${path}[]`;
}
