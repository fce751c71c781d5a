import { byteOf, isPunctuation, isSpace } from './jsonBytes';
import { unescapeJson } from './jsonNode';

/** An object or array that is open at some offset of a text. Offsets count UTF-16 units. */
export interface OpenBracket {
  readonly isObject: boolean;
  readonly start: number;
  /** The range of the key whose value comes or is under way, quotes included; absent in arrays and before a key. */
  key: { readonly start: number; readonly end: number } | undefined;
  /** How many commas of its own were passed. */
  index: number;
}

/** A key or a value without children, as it stands in a text; `end` is exclusive, quotes are included. */
export interface TextToken {
  readonly start: number;
  readonly end: number;
  readonly isKey: boolean;
  readonly isString: boolean;
}

/** What is found at an offset. */
export interface TextPosition {
  /** The brackets around it, outermost first. */
  readonly open: readonly OpenBracket[];
  /** The token that covers it; absent on punctuation and white space. */
  readonly token: TextToken | undefined;
}

/**
 * Reads JSON text from its start up to an offset. Never throws, needs no recursion and takes linear time. A string ends
 * with its line at the latest, so that one quote too many in an edited document costs one line.
 */
export function readTo(text: string, offset: number): TextPosition {
  const open: OpenBracket[] = [];
  const strings = new StringEnds(text);
  let at = 0;
  const stop = Math.min(offset + 1, text.length);
  while (at < stop) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit) || unit === byteOf.colon) {
      at++;
    } else if (unit === byteOf.openObject || unit === byteOf.openArray) {
      open.push({ isObject: unit === byteOf.openObject, start: at++, key: undefined, index: 0 });
    } else if (unit === byteOf.closeObject || unit === byteOf.closeArray) {
      // On the closing bracket, one still is inside.
      if (at++ !== offset) open.pop();
    } else if (unit === byteOf.comma) {
      const parent = open.at(-1);
      if (parent) {
        parent.key = undefined;
        parent.index++;
      }
      at++;
    } else {
      const parent = open.at(-1);
      const isString = unit === byteOf.quote;
      const end = isString ? strings.endOf(at) : wordEnd(text, at);
      const isKey = isString && parent?.isObject === true && parent.key === undefined;
      if (isKey) parent.key = { start: at, end };
      if (end > offset) return { open, token: { start: at, end, isKey, isString } };
      at = end;
    }
  }
  return { open, token: undefined };
}

/** Where the bracket that opens at `start` is closed: behind its partner, or at the text's end. */
export function closingEnd(text: string, start: number): number {
  const strings = new StringEnds(text);
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === byteOf.quote) {
      at = strings.endOf(at);
      continue;
    }
    at++;
    if (unit === byteOf.openObject || unit === byteOf.openArray) depth++;
    else if ((unit === byteOf.closeObject || unit === byteOf.closeArray) && --depth === 0) return at;
  }
  return text.length;
}

/** The content of a token: a string without quotes and escapes, anything else as spelled. */
export function tokenText(
  text: string,
  { start, end, isString }: Pick<TextToken, 'start' | 'end' | 'isString'>,
): string {
  if (!isString) return text.slice(start, end);
  const isClosed = end - start > 1 && text[end - 1] === '"';
  return unescapeJson(text.slice(start + 1, isClosed ? end - 1 : end));
}

/** Finds where the strings of a text end. Asked in ascending order it looks at every line break once. */
export class StringEnds {
  private lineEnd = -1;

  constructor(private readonly text: string) {}

  /** Behind the closing quote of the string that begins at `start`, else at the end of its line. */
  endOf(start: number): number {
    const lineEnd = this.lineEndAfter(start);
    let quote = this.text.indexOf('"', start + 1);
    while (quote >= 0 && quote < lineEnd) {
      let slash = quote - 1;
      while (slash > start && this.text[slash] === '\\') slash--;
      if ((quote - 1 - slash) % 2 === 0) return quote + 1;
      quote = this.text.indexOf('"', quote + 1);
    }
    return lineEnd;
  }

  private lineEndAfter(start: number): number {
    if (this.lineEnd <= start) {
      const found = this.text.indexOf('\n', start);
      this.lineEnd = found < 0 ? this.text.length : found;
    }
    return this.lineEnd;
  }
}

function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !isSpace(text.charCodeAt(at)) && !isPunctuation(text.charCodeAt(at))) at++;
  return at;
}
