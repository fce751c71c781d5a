import { shortText } from './shortTexts';

/**
 * A value of one record, as it stands in the record's bytes: ranges instead of copies, so that a tree stays small
 * whatever its texts weigh. Offsets count bytes from the record's start; `end` is exclusive.
 */
export type JsonNode = JsonObject | JsonArray | JsonLeaf;

/** An object with its members in file order; repeated keys are all there. */
export interface JsonObject {
  readonly kind: 'object';
  readonly start: number;
  readonly end: number;
  readonly members: readonly JsonMember[];
}

/** A key and its value. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

/** An array with its elements in file order. */
export interface JsonArray {
  readonly kind: 'array';
  readonly start: number;
  readonly end: number;
  readonly elements: readonly JsonNode[];
}

/**
 * Anything without children. A number keeps its spelling, which is its text. `deep` is an object or array nested so
 * deeply that it was not taken apart; `garbage` is a word that JSON does not know.
 */
export interface JsonLeaf {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'deep' | 'garbage';
  readonly start: number;
  readonly end: number;
}

/** So many bytes of one value become text; what is longer ends with `…`. Records up to this length are never cut. */
export const MAX_TEXT_BYTES = 4 * 1024 * 1024;

// Without `ignoreBOM` the decoder would swallow a U+FEFF at the start of a value.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a range of UTF-8; broken bytes become U+FFFD. Cut in front of a character, never within one. */
export function decodeRange(bytes: Uint8Array, start: number, end: number): { text: string; isCut: boolean } {
  const isCut = end - start > MAX_TEXT_BYTES;
  let stop = isCut ? start + MAX_TEXT_BYTES : end;
  for (let back = 0; isCut && back < 3 && isContinuation(bytes[stop]); back++) stop--;
  return { text: decoder.decode(bytes.subarray(start, stop)), isCut };
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** A value as text: a string's content, anything else as spelled, nested values as their JSON; `""` for null. */
export function nodeText(bytes: Uint8Array, node: JsonNode | undefined): string {
  return nodeValue(bytes, node) ?? '';
}

/** As {@link nodeText}, but a null or absent value is `null`. */
export function nodeValue(bytes: Uint8Array, node: JsonNode | undefined): string | null {
  if (node === undefined || node.kind === 'null') return null;
  if (node.kind === 'string') return stringText(bytes, node.start, node.end);
  const { text, isCut } = decodeRange(bytes, node.start, node.end);
  return isCut ? `${text}…` : text;
}

const QUOTE = 0x22;

/** The content of a string whose range includes its quotes; the closing one may be missing at the record's end. */
export function stringText(bytes: Uint8Array, start: number, end: number): string {
  const isClosed = end - start >= 2 && bytes[end - 1] === QUOTE && !isEscaped(bytes, start, end - 1);
  const short = shortText(bytes, start + 1, isClosed ? end - 1 : end);
  if (short !== undefined) return short;
  const { text, isCut } = decodeRange(bytes, start + 1, isClosed ? end - 1 : end);
  const content = text.includes('\\') ? unescapeJson(text) : text;
  return isCut ? `${content}…` : content;
}

function isEscaped(bytes: Uint8Array, start: number, at: number): boolean {
  let backslashes = 0;
  while (at - 1 - backslashes > start && bytes[at - 1 - backslashes] === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Resolves the escapes of JSON; what is no escape stays as it is. */
export function unescapeJson(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))/g, (_all, hex?: string, letter?: string) =>
    hex === undefined ? (escapes[letter ?? ''] ?? '') : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** An object's values by lower-case key: of a repeated key the last, as with `JSON.parse`. Empty for anything else. */
export function valuesByName(node: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  const values = new Map<string, JsonNode>();
  if (node?.kind === 'object') for (const { key, value } of node.members) values.set(key.toLowerCase(), value);
  return values;
}

/** The first of `names` that has a value other than null. */
export function pick(values: ReadonlyMap<string, JsonNode>, names: readonly string[]): JsonNode | undefined {
  for (const name of names) {
    const node = values.get(name);
    if (node !== undefined && node.kind !== 'null') return node;
  }
  return undefined;
}

/** The text of the first of `names` that is more than white space, as {@link nodeText} has it; `""` when there is none. */
export function pickText(bytes: Uint8Array, values: ReadonlyMap<string, JsonNode>, names: readonly string[]): string {
  for (const name of names) {
    const text = nodeText(bytes, values.get(name));
    if (text.trim() !== '') return text;
  }
  return '';
}

/** A value as a list: an array's elements, nothing for null and an empty text, anything else as the only element. */
export function listOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined || node.kind === 'null') return [];
  if (node.kind === 'string' && node.end - node.start <= 2) return [];
  return node.kind === 'array' ? node.elements : [node];
}
