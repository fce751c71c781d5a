import { ByteView } from './byteView';
import { CARRIAGE_RETURN, LINE_FEED } from './byteClasses';

/** 1 for bytes whose place in a text document may differ from their place in the file. */
const matters = new Uint8Array(256).map((_, byte) =>
  byte >= 0x80 || byte === LINE_FEED || byte === CARRIAGE_RETURN ? 1 : 0,
);

/** How many line ends there are of each kind. */
export type LineEnds = Readonly<Pick<TextMeasure, 'soloLineEnds' | 'pairedLineEnds' | 'returns'>>;

/**
 * Counts what makes document offsets differ from byte offsets, from the start of a file on: characters of several
 * bytes, invalid bytes (decoded as https://encoding.spec.whatwg.org/#utf-8-decoder does, one U+FFFD for each maximal
 * part) and line ends of both lengths, which VS Code makes equal once it has seen them all.
 */
export class TextMeasure {
  /** Bytes minus UTF-16 units, line ends taken as they are. */
  shrink = 0;
  /** `\n` or `\r` alone. */
  soloLineEnds = 0;
  /** `\r\n`. */
  pairedLineEnds = 0;
  /** `\r` alone, among the solo ones. */
  returns = 0;
  /** Parts that are no UTF-8. */
  invalidParts = 0;
  /** Where the first invalid part of the last {@link add} stands; -1 when there was none. */
  firstInvalidAt = -1;

  /** Whether the last byte was a carriage return. */
  protected endsWithReturn = false;
  private readonly input = new ByteView();

  /** The line the next byte stands in, counted from 1. */
  get line(): number {
    return 1 + this.soloLineEnds + this.pairedLineEnds;
  }

  /** Counts `bytes[from, to)`, the file's next bytes. The range must not end inside a character. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const view = this.input.of(bytes);
    this.firstInvalidAt = -1;
    for (let at = from; at < to;) {
      if (matters[bytes[at]!] === 0) {
        this.endsWithReturn = false;
        at++;
        while (at + 4 <= to && isPlain(view.getInt32(at, true))) at += 4;
        while (at < to && matters[bytes[at]!] === 0) at++;
        continue;
      }
      const byte = bytes[at]!;
      if (byte < 0x80) {
        this.addLineEnd(byte);
        at++;
      } else {
        this.endsWithReturn = false;
        at = this.addCharacter(bytes, at, to);
      }
    }
  }

  /** Counts the file's next bytes, which are ASCII and neither begin nor end with a line end: they have so many. */
  addPlain({ soloLineEnds, pairedLineEnds, returns }: LineEnds): void {
    this.soloLineEnds += soloLineEnds;
    this.pairedLineEnds += pairedLineEnds;
    this.returns += returns;
    this.endsWithReturn = false;
  }

  /** A byte order mark at the start of a file is no part of the document. */
  addByteOrderMark(): void {
    this.shrink += 3;
  }

  private addLineEnd(byte: number): void {
    if (byte === LINE_FEED && this.endsWithReturn) {
      this.soloLineEnds--;
      this.returns--;
      this.pairedLineEnds++;
    } else {
      this.soloLineEnds++;
      if (byte === CARRIAGE_RETURN) this.returns++;
    }
    this.endsWithReturn = byte === CARRIAGE_RETURN;
  }

  private addCharacter(bytes: Uint8Array, at: number, to: number): number {
    const lead = bytes[at]!;
    const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let lower = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let upper = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let next = at + 1;
    while (next < at + length && next < to && bytes[next]! >= lower && bytes[next]! <= upper) {
      lower = 0x80;
      upper = 0xbf;
      next++;
    }
    const isWhole = length > 1 && next === at + length;
    if (!isWhole) {
      this.invalidParts++;
      if (this.firstInvalidAt < 0) this.firstInvalidAt = at;
    }
    this.shrink += next - at - (isWhole && length === 4 ? 2 : 1);
    return next;
  }
}

/** Whether four bytes hold ASCII only, and nothing below 0x0e. */
function isPlain(four: number): boolean {
  return ((((four - 0x0e0e0e0e) & ~four) | four) & 0x80808080) === 0;
}

/** The largest place up to `end` that is not inside a character that may go on behind `end`. */
export function characterBoundary(bytes: Uint8Array, start: number, end: number): number {
  for (let at = end - 1; at >= start && at >= end - 3; at--) {
    const byte = bytes[at]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return at;
  }
  return end;
}
