import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  isNumberPart,
} from './byteClasses';
import { ByteView } from './byteView';
import { findKey, type PathTree } from './pathTree';

/** What {@link ValueScanner.scan} answers when the value goes on behind the limit. */
export const NEEDS_MORE = -1;
/** What {@link ValueScanner.scan} answers when the bytes are no JSON; `faultAt` says where. */
export const IS_BROKEN = -2;

/** Kinds of a reported value. */
export const hitKind = { text: 0, escapedText: 1, number: 2, boolean: 3, null: 4, container: 5 } as const;

/** What was seen in a value besides, added up in {@link ValueScanner.oddities}. */
export const oddity = {
  notAscii: 1,
  lineEnd: 2,
  controlCharacter: 4,
  trailingComma: 8,
  nulByte: 16,
  surrogateEscape: 32,
} as const;

/** Wanted paths are shorter than this; deeper containers keep only whether they are objects. */
const KEPT_LEVELS = 64;

/** What may come next. */
const VALUE = 0;
const FIRST_VALUE = 1;
const KEY = 2;
const FIRST_KEY = 3;
const AFTER_KEY = 4;
const AFTER_VALUE = 5;

/** What a {@link ValueScanner} offers, whatever its loop is written in. */
export type ValueReader = Pick<ValueScanner, keyof ValueScanner>;

/**
 * Walks over one JSON value in a buffer in one pass, checks its structure and collects where the wanted fields stand.
 * Tolerates trailing commas, control characters in strings and NUL bytes between tokens, and notes them. Not
 * recursive: any depth of nesting. The byte at `limit` must be 0, which ends every inner loop, and three more must exist.
 */
export class ValueScanner {
  /** The hits of the last scan, in file order: field, kind, and the value's range (inside the quotes of a text). */
  hitCount = 0;
  hitFields = new Uint8Array(256);
  hitKinds = new Uint8Array(256);
  hitStarts = new Int32Array(256);
  hitEnds = new Int32Array(256);
  /** Sum of {@link oddity} values of the last scan. */
  oddities = 0;
  /** Where the first tolerated fault of the last scan stands; -1 for none. */
  oddAt = -1;
  /** Where the last scan broke off. */
  faultAt = 0;
  /** The line ends between the tokens of the last scan, if {@link oddities} has any: as in `TextMeasure`. */
  soloLineEnds = 0;
  pairedLineEnds = 0;
  returns = 0;

  /** By depth: 1 for an object, 0 for a list. */
  private kinds = new Uint8Array(1024);
  private readonly input = new ByteView();
  private readonly trees = new Array<PathTree | undefined>(KEPT_LEVELS).fill(undefined);

  /**
   * Returns where the value that begins at `start` (after white space) ends, or {@link NEEDS_MORE}, or
   * {@link IS_BROKEN}. `paths` are the wanted fields from this value down. A number counts as ended at the limit.
   */
  scan(bytes: Uint8Array, start: number, limit: number, paths: PathTree | undefined): number {
    this.hitCount = 0;
    this.oddAt = -1;
    this.soloLineEnds = 0;
    this.pairedLineEnds = 0;
    this.returns = 0;
    const view = this.input.of(bytes);
    let at = start;
    let seen = 0;
    let depth = 0;
    let isObject = 0;
    let expects = VALUE;
    // `open` belongs to the container that is open, `tree` to the value that comes next.
    let open: PathTree | undefined = undefined;
    let tree = paths;

    for (;;) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (expects >= AFTER_KEY) return this.fail(IS_BROKEN, at, seen);
        const textStart = ++at;
        let hasEscapes = false;
        for (;;) {
          let stops = stopBits(view.getInt32(at, true));
          while (stops === 0) stops = stopBits(view.getInt32((at += 4), true));
          at += (31 - Math.clz32(stops & -stops)) >>> 3;
          const stop = bytes[at]!;
          if (stop === QUOTE) break;
          if (stop >= 0x80) {
            seen |= oddity.notAscii;
            at++;
          } else if (at >= limit) {
            return this.fail(NEEDS_MORE, at, seen);
          } else if (stop === BACKSLASH) {
            hasEscapes = true;
            if (bytes[at + 1] === 0x75 && (bytes[at + 2]! | 0x20) === 0x64) seen |= oddity.surrogateEscape;
            at += at + 1 < limit ? 2 : 1;
          } else {
            seen |= this.noteControl(stop, at);
            at++;
          }
        }
        if (expects >= KEY) {
          tree = open === undefined ? undefined : findKey(open, bytes, textStart, at, hasEscapes);
          at++;
          if (bytes[at] === COLON) {
            at++;
            expects = VALUE;
          } else {
            expects = AFTER_KEY;
          }
          continue;
        }
        if (tree !== undefined && tree.field >= 0) {
          this.hit(tree.field, hasEscapes ? hitKind.escapedText : hitKind.text, textStart, at);
        }
        at++;
        if (isObject === 1 && bytes[at] === COMMA && bytes[at + 1] === QUOTE) {
          // By far the most frequent way on, without a turn for the comma.
          at++;
          expects = KEY;
          continue;
        }
        expects = AFTER_VALUE;
      } else if (byte === COMMA) {
        if (expects !== AFTER_VALUE) return this.fail(IS_BROKEN, at, seen);
        at++;
        expects = isObject === 1 ? KEY : VALUE;
        tree = open;
        continue;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (expects > FIRST_VALUE) return this.fail(IS_BROKEN, at, seen);
        if (tree !== undefined && tree.field >= 0) this.hit(tree.field, hitKind.container, at, at + 1);
        this.push(depth, isObject, open);
        depth++;
        isObject = byte === OPEN_BRACE ? 1 : 0;
        open = tree;
        expects = isObject === 1 ? FIRST_KEY : FIRST_VALUE;
        at++;
        continue;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        const closesObject = byte === CLOSE_BRACE ? 1 : 0;
        const mayClose = closesObject === 1 ? expects === FIRST_KEY || expects === KEY : expects <= FIRST_VALUE;
        if (depth === 0 || closesObject !== isObject || !(mayClose || expects === AFTER_VALUE)) {
          return this.fail(IS_BROKEN, at, seen);
        }
        if (expects === KEY || expects === VALUE) seen |= this.note(oddity.trailingComma, at);
        depth--;
        isObject = this.kinds[depth]!;
        open = depth < KEPT_LEVELS ? this.trees[depth] : undefined;
        at++;
        expects = AFTER_VALUE;
      } else if (byte === 0x20) {
        at++;
        continue;
      } else if (byte === COLON) {
        if (expects !== AFTER_KEY) return this.fail(IS_BROKEN, at, seen);
        at++;
        expects = VALUE;
        continue;
      } else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        seen |= oddity.lineEnd;
        at += this.countLineEnd(byte, bytes[at + 1]);
        continue;
      } else if (byte === 0x09) {
        at++;
        continue;
      } else if (byte === 0) {
        if (at >= limit) return this.fail(NEEDS_MORE, at, seen);
        seen |= this.note(oddity.nulByte, at);
        at++;
        continue;
      } else {
        if (expects > FIRST_VALUE) return this.fail(IS_BROKEN, at, seen);
        const scalarStart = at;
        if (isNumberPart[byte] === 1) {
          while (isNumberPart[bytes[at]!] === 1) at++;
        } else {
          at = literalEnd(bytes, at, limit);
        }
        if (at < 0) return this.fail(at, scalarStart, seen);
        if (at >= limit && depth > 0) return this.fail(NEEDS_MORE, at, seen);
        if (tree !== undefined && tree.field >= 0) this.hit(tree.field, scalarKind(byte), scalarStart, at);
        expects = AFTER_VALUE;
      }
      if (depth === 0) {
        this.oddities = seen;
        return at;
      }
    }
  }

  private push(depth: number, isObject: number, open: PathTree | undefined): void {
    if (depth === this.kinds.length) this.kinds = grown(this.kinds, new Uint8Array(2 * depth));
    this.kinds[depth] = isObject;
    if (depth < KEPT_LEVELS) this.trees[depth] = open;
  }

  private hit(field: number, kind: number, start: number, end: number): void {
    const count = this.hitCount++;
    if (count === this.hitFields.length) {
      this.hitFields = grown(this.hitFields, new Uint8Array(2 * count));
      this.hitKinds = grown(this.hitKinds, new Uint8Array(2 * count));
      this.hitStarts = grown(this.hitStarts, new Int32Array(2 * count));
      this.hitEnds = grown(this.hitEnds, new Int32Array(2 * count));
    }
    this.hitFields[count] = field;
    this.hitKinds[count] = kind;
    this.hitStarts[count] = start;
    this.hitEnds[count] = end;
  }

  /** Counts the line end that begins with a byte; answers how long it is. */
  private countLineEnd(byte: number, next: number | undefined): 1 | 2 {
    if (byte === CARRIAGE_RETURN && next === LINE_FEED) {
      this.pairedLineEnds++;
      return 2;
    }
    this.soloLineEnds++;
    if (byte === CARRIAGE_RETURN) this.returns++;
    return 1;
  }

  private noteControl(byte: number, at: number): number {
    const isLineEnd = byte === LINE_FEED || byte === CARRIAGE_RETURN;
    return this.note(oddity.controlCharacter | (isLineEnd ? oddity.lineEnd : 0), at);
  }

  private note(what: number, at: number): number {
    if (this.oddAt < 0) this.oddAt = at;
    return what;
  }

  private fail(answer: number, at: number, seen: number): number {
    this.faultAt = at;
    this.oddities = seen;
    return answer;
  }
}

/**
 * Looks at four bytes of a string at once: the lowest bit that is set belongs to the first quote, backslash, control
 * character or byte that is not ASCII; 0 when there is none. The bits above it mean nothing.
 */
function stopBits(four: number): number {
  const quotes = four ^ 0x22222222;
  const backslashes = four ^ 0x5c5c5c5c;
  const found =
    ((quotes - 0x01010101) & ~quotes) |
    ((backslashes - 0x01010101) & ~backslashes) |
    ((four - 0x20202020) & ~four) |
    four;
  return found & 0x80808080;
}

function grown<T extends Uint8Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function scalarKind(firstByte: number): number {
  if (firstByte === 0x6e) return hitKind.null;
  return isNumberPart[firstByte] === 1 ? hitKind.number : hitKind.boolean;
}

const literals = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

/** Where the literal at `at` ends, or {@link NEEDS_MORE} or {@link IS_BROKEN}. */
function literalEnd(bytes: Uint8Array, at: number, limit: number): number {
  const word = literals.find((literal) => literal[0] === bytes[at]);
  if (word === undefined) return IS_BROKEN;
  for (let next = 1; next < word.length; next++) {
    if (bytes[at + next] !== word[next]) return at + next >= limit ? NEEDS_MORE : IS_BROKEN;
  }
  return at + word.length;
}
