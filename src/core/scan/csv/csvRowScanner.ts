import { CARRIAGE_RETURN, LINE_FEED, QUOTE } from '../byteClasses';
import { ByteView } from '../byteView';
import { NEEDS_MORE, hitKind, oddity } from '../valueScanner';

/** What {@link CsvRowScanner.scan} answers when the bytes end inside of quotes. */
export const IS_OPEN = -2;

/** So many cells of a row are reported; the row itself keeps them all. */
export const MAX_CELLS = 254;

const SPACE = 0x20;

/**
 * Walks over one row of a CSV file and notes where its cells stand. Quotes are read as RFC 4180 has them; one that stands
 * inside a quoted cell and neither is doubled nor ends the cell is part of the text. The byte at the limit must be 0,
 * which ends every inner loop, and three more must exist.
 */
export class CsvRowScanner {
  /** The cells of the last row, all of them counted, {@link MAX_CELLS} noted: kind (`text`, or `escapedText` where quotes are doubled) and range, without the quotes around it. */
  cellCount = 0;
  readonly kinds = new Uint8Array(MAX_CELLS);
  readonly starts = new Int32Array(MAX_CELLS);
  readonly ends = new Int32Array(MAX_CELLS);
  /** Sum of `oddity` values of the last row: `notAscii`, `lineEnd`, `nulByte`. */
  oddities = 0;
  /** The first quote that stands where none may, and the first NUL byte; -1 for none. */
  strayAt = -1;
  nulAt = -1;
  /** The last quote that was opened. */
  openedAt = -1;

  private staysInLine = false;
  private separator = 0;
  private separators = 0;
  private readonly input = new ByteView();

  /** The byte between cells. */
  setSeparator(byte: number): void {
    this.separator = byte;
    this.separators = byte * 0x01010101;
  }

  /**
   * Answers where the row that begins at `start` ends: at its line end, or at the limit when nothing follows (`isLast`).
   * {@link NEEDS_MORE} when the row may go on behind the limit, {@link IS_OPEN} when nothing follows and a quote is open.
   * With `staysInLine` a quoted cell with a stray quote ends with its line at the latest: where that is not behind a
   * closing quote, the cell is taken as it stands, up to the first separator behind the stray quote.
   */
  scan(bytes: Uint8Array, start: number, limit: number, isLast: boolean, staysInLine = false): number {
    const { separator, separators } = this;
    const view = this.input.of(bytes);
    this.cellCount = 0;
    this.strayAt = -1;
    this.nulAt = -1;
    this.oddities = 0;
    this.staysInLine = staysInLine;
    let at = start;
    for (;;) {
      if (bytes[at] === QUOTE) {
        at = this.scanQuoted(bytes, view, at, limit, isLast);
        if (at < 0) return at;
      } else {
        const cellStart = at;
        for (;;) {
          let stops = plainStops(view.getInt32(at, true), separators);
          while (stops === 0) stops = plainStops(view.getInt32((at += 4), true), separators);
          at += (31 - Math.clz32(stops & -stops)) >>> 3;
          const stop = bytes[at]!;
          if (stop === separator || stop === LINE_FEED || stop === CARRIAGE_RETURN) break;
          if (stop === 0) {
            if (at >= limit) break;
            this.noteNul(at);
          } else if (stop >= 0x80) {
            this.oddities |= oddity.notAscii;
          }
          at++;
        }
        this.note(hitKind.text, cellStart, at);
      }
      const stop = bytes[at]!;
      if (stop === separator && at < limit) {
        at++;
        continue;
      }
      return at >= limit && !isLast ? NEEDS_MORE : at;
    }
  }

  /** Answers where the cell ends whose opening quote stands at `openAt`: at what follows the closing one. */
  private scanQuoted(bytes: Uint8Array, view: DataView, openAt: number, limit: number, isLast: boolean): number {
    let kind: number = hitKind.text;
    let at = openAt + 1;
    let strayAt = -1;
    this.openedAt = openAt;
    for (;;) {
      let stops = quotedStops(view.getInt32(at, true));
      while (stops === 0) stops = quotedStops(view.getInt32((at += 4), true));
      at += (31 - Math.clz32(stops & -stops)) >>> 3;
      const stop = bytes[at]!;
      if (stop === QUOTE) {
        if (bytes[at + 1] === QUOTE && at + 1 < limit) {
          kind = hitKind.escapedText;
          at += 2;
          continue;
        }
        const next = this.cellEnd(bytes, at + 1);
        if (next >= limit && !isLast) return NEEDS_MORE;
        if (next >= 0) {
          this.note(kind, openAt + 1, at);
          return next;
        }
        if (strayAt < 0) strayAt = at;
        if (this.strayAt < 0) this.strayAt = at;
        at++;
      } else if (stop >= 0x80) {
        this.oddities |= oddity.notAscii;
        at++;
      } else if (stop === 0) {
        if (at >= limit) {
          if (isLast && this.staysInLine && strayAt >= 0) return this.takeAsText(bytes, openAt, strayAt, limit);
          return isLast ? IS_OPEN : NEEDS_MORE;
        }
        this.noteNul(at);
        at++;
      } else {
        if (stop === LINE_FEED || stop === CARRIAGE_RETURN) {
          if (this.staysInLine && strayAt >= 0) return this.takeAsText(bytes, openAt, strayAt, limit);
          this.oddities |= oddity.lineEnd;
        }
        at++;
      }
    }
  }

  /** Answers where the cell ends whose opening quote stands at `openAt`, when the one at `strayAt` is the last that counts. */
  private takeAsText(bytes: Uint8Array, openAt: number, strayAt: number, limit: number): number {
    const { separator } = this;
    let at = strayAt + 1;
    while (at < limit && bytes[at] !== separator && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at++;
    this.note(hitKind.text, openAt, at);
    return at;
  }

  /** Where a cell ends whose closing quote stands before `at`, spaces passed over; -1 when that quote closes nothing. */
  private cellEnd(bytes: Uint8Array, at: number): number {
    while (bytes[at] === SPACE) at++;
    const byte = bytes[at]!;
    // A 0 is the end of the bytes, or a NUL byte that an interrupted download left behind.
    const isEnd = byte === this.separator || byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === 0;
    return isEnd ? at : -1;
  }

  private note(kind: number, start: number, end: number): void {
    const cell = this.cellCount++;
    if (cell >= MAX_CELLS) return;
    this.kinds[cell] = kind;
    this.starts[cell] = start;
    this.ends[cell] = end;
  }

  private noteNul(at: number): void {
    this.oddities |= oddity.nulByte;
    if (this.nulAt < 0) this.nulAt = at;
  }
}

/** As in `valueScanner.ts`: the lowest bit that is set belongs to the first separator, control character or byte that is not ASCII. */
function plainStops(four: number, separators: number): number {
  const other = four ^ separators;
  return (((other - 0x01010101) & ~other) | ((four - 0x20202020) & ~four) | four) & 0x80808080;
}

/** As {@link plainStops}, for the first quote instead of a separator. */
function quotedStops(four: number): number {
  const quotes = four ^ 0x22222222;
  return (((quotes - 0x01010101) & ~quotes) | ((four - 0x20202020) & ~four) | four) & 0x80808080;
}
