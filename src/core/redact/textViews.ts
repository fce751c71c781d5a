/** A text as it reads when its escapes are taken away, and where each of its units stands in the text itself. */
export interface TextView {
  readonly text: string;
  /** Where the unit at `at` begins in the original; for the view's end, the original's end. */
  place(at: number): number;
}

/** So many layers of escapes are taken away: JSON within JSON within an address, and one more. */
const MAX_LAYERS = 4;

/** `%C3%A9`, `%25C3%25A9`, `\xc3\xa9`, `%u00e9`; `\u00e9`, `\\u00e9`; `\"`, `\n`; `&#233;`, `&eacute;`, `&amp;`; what nobody sees. */
const escape =
  /(?:(?:%(?:25)*|\\+x)[0-9a-f]{2})+|(?:\\+|%(?:25)*)u[0-9a-f]{4}|\\+["'/bfnrt\\]?|&#x[0-9a-f]{1,6};?|&#\d{1,7};?|&[a-z]{2,8};|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/gi;
/** Stands in every text with escapes. */
const sign = /[%\\&\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;

/** What HTML calls characters; letters with an accent are called after both. */
const named: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', eth: 'ð', thorn: 'þ' }),
  ...Object.entries({ szlig: 'ß', aelig: 'æ', oelig: 'œ', oslash: 'ø', lstrok: 'ł', dstrok: 'đ', inodot: 'ı' }),
]);
const accents: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', macr: '\u0304' }),
  ...Object.entries({ breve: '\u0306', dot: '\u0307', uml: '\u0308', ring: '\u030a', dblac: '\u030b' }),
  ...Object.entries({ caron: '\u030c', cedil: '\u0327', ogon: '\u0328' }),
]);

/** The text itself, and what it reads as with one layer of escapes less, as long as there are any. */
export function textViews(text: string): readonly TextView[] {
  const views: TextView[] = [{ text, place: (at) => at }];
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const decoded = decodedView(views.at(-1)!);
    if (decoded === undefined) break;
    views.push(decoded);
  }
  return views;
}

/** One layer less; undefined when there is no escape in it. */
function decodedView(view: TextView): TextView | undefined {
  const { text } = view;
  if (!sign.test(text)) return undefined;
  const builder = new ViewBuilder(view);
  let at = 0;
  for (const match of text.matchAll(escape)) {
    const decoded = decode(match[0]);
    if (decoded === undefined) continue;
    builder.copy(at, match.index);
    builder.replace(match.index, match[0].length, decoded);
    at = match.index + match[0].length;
  }
  if (at === 0) return undefined;
  builder.copy(at, text.length);
  return builder.view();
}

class ViewBuilder {
  private text = '';
  private readonly places: number[] = [];

  constructor(private readonly from: TextView) {}

  copy(start: number, end: number): void {
    this.text += this.from.text.slice(start, end);
    for (let at = start; at < end; at++) this.places.push(this.from.place(at));
  }

  /** An escape of `length` units at `start` reads as `decoded`. */
  replace(start: number, length: number, decoded: readonly Piece[]): void {
    for (const { text, offset } of decoded) {
      this.text += text;
      const place = this.from.place(start + Math.min(offset, length));
      this.places.push(...Array.from({ length: text.length }, () => place));
    }
  }

  view(): TextView {
    const { text, places, from } = this;
    const end = from.place(from.text.length);
    return { text, place: (at) => places[at] ?? end };
  }
}

/** What a part of an escape reads as, and where in the escape it begins. */
interface Piece {
  readonly text: string;
  readonly offset: number;
}

function decode(match: string): readonly Piece[] | undefined {
  if (match.startsWith('&')) return decodeEntity(match);
  if (match.charCodeAt(0) > 0x7f) return [];
  const unit = /u([0-9a-f]{4})$/i.exec(match)?.[1];
  if (unit !== undefined) return [{ text: String.fromCharCode(parseInt(unit, 16)), offset: 0 }];
  if (/^(?:%|\\+x)/i.test(match)) return decodeBytes(match);
  const backslashes = /^\\+/.exec(match)![0].length;
  const rest = match.slice(backslashes);
  if (rest === '') return backslashes > 1 ? [{ text: '\\', offset: 0 }] : undefined;
  return [{ text: /[bfnrt]/i.test(rest) ? '\n' : rest, offset: 0 }];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A run of bytes of UTF-8, written `\xXX`, `%XX` or, where the percent signs were written so themselves, `%25XX`. A byte
 * that is no part of a character is one of Latin-1.
 */
function decodeBytes(run: string): readonly Piece[] {
  const bytes: number[] = [];
  const offsets: number[] = [];
  for (const { 1: hex = '', index } of run.matchAll(/(?:%(?:25)*|\\+x)([0-9a-f]{2})/gi)) {
    bytes.push(parseInt(hex, 16));
    offsets.push(index);
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    const isLatin = length === 1 && bytes[at]! > 0x7f;
    const character = Uint8Array.from(bytes.slice(at, at + length));
    pieces.push({
      text: isLatin ? String.fromCharCode(bytes[at]!) : decoder.decode(character),
      offset: offsets[at]!,
    });
    at += length;
  }
  return pieces;
}

/** How many bytes the character has that begins here; 1 for a byte that begins none. */
function characterLength(bytes: readonly number[], at: number): number {
  const first = bytes[at]!;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  const isWhole = bytes.slice(at + 1, at + length).filter((byte) => (byte & 0xc0) === 0x80).length === length - 1;
  return isWhole ? length : 1;
}

function decodeEntity(entity: string): readonly Piece[] | undefined {
  const name = entity.slice(1).replace(';', '');
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : NaN;
  const text = Number.isNaN(code) ? namedCharacter(name) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  return text === undefined ? undefined : [{ text, offset: 0 }];
}

function namedCharacter(name: string): string | undefined {
  const small = name.toLowerCase();
  const accent = accents.get(small.slice(1));
  if (accent !== undefined) return `${name.charAt(0)}${accent}`.normalize('NFC');
  const character = named.get(small);
  return /^[A-Z]/.test(name) ? character?.toUpperCase() : character;
}
