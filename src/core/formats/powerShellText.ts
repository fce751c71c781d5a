import { compilePaths, findKey, type PathTree } from '../scan/pathTree';
import type { TextNotation, UnpackText } from '../scan/fieldCollector';
import { errorFields, partyFields, propertyFields, statusFields, stepFields } from '../record/fieldNames';

const AT = 0x40;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
const EQUALS = 0x3d;

/** No name of a value is longer. */
const MAX_NAME = 256;
/** From this length on, copying natively beats a loop. */
const LONG_TEXT = 128;

/** What stands for a list or a table of which nothing is left, and what it becomes. */
const lost = [
  { text: 'System.Object[]', json: '[]' },
  { text: 'System.Collections.Hashtable', json: '{}' },
].map(({ text, json }) => ({ text: utf8(text), json: utf8(json) }));

/** The names inside the objects that events are made of. */
const knownNames: PathTree = compilePaths(
  [
    ...new Set([
      ...[errorFields, partyFields, propertyFields, statusFields, stepFields].flatMap((names) =>
        Object.values<readonly string[]>(names).flat(),
      ),
      ...['odatatype', 'userprincipalname', 'applicationid', 'serviceprincipalid', 'serviceprincipaldisplayname'],
    ]),
  ].map((path, field) => ({ field, path })),
);

/**
 * Takes an object that PowerShell wrote as text (`@{name=EntryImport; status=success}`), or several with a space between,
 * for JSON: what `ConvertTo-Json` leaves of everything below its depth. Values are texts, and null where nothing stands. A
 * value may itself hold what looks like the next name: where the first name is one that events have, only such names count.
 */
const unpackPowerShell: UnpackText = (target, at, source, start, end) => {
  for (const { text, json } of lost) {
    if (!isAt(source, start, end, text)) continue;
    target.set(json, at);
    return at + json.length;
  }
  if (source[start] !== AT || source[start + 1] !== OPEN || source[end - 1] !== CLOSE) return -1;
  const writer = new Writer(target, at, source, end);
  // Whether it is a list shows at the end: until then a space keeps its place.
  writer.put(SPACE);
  let from = writer.writeObject(start + 2);
  if (from >= 0 && from < end) target[at] = 0x5b;
  while (from >= 0 && from < end) {
    writer.put(0x2c);
    from = writer.writeObject(from + 3);
  }
  if (from < 0) return -1;
  if (target[at] === 0x5b) writer.put(0x5d);
  return writer.at;
};

/** The notation that {@link unpackPowerShell} understands. */
export const powerShellNotation: TextNotation = { unpack: unpackPowerShell, names: knownNames };

class Writer {
  /** What stands behind the value that was read last: the next name and its equals sign, or -1. */
  private nextName = -1;
  private nextEquals = -1;

  constructor(
    private readonly target: Uint8Array,
    public at: number,
    private readonly source: Uint8Array,
    private readonly end: number,
  ) {}

  put(byte: number): void {
    this.target[this.at++] = byte;
  }

  /** Writes the object whose first name begins at `start`; answers where its text ends, or -1 when nothing has a name. */
  writeObject(start: number): number {
    const { source } = this;
    this.put(0x7b);
    if (source[start] === CLOSE && this.isObjectEnd(start)) {
      this.put(0x7d);
      return start + 1;
    }
    let name = start;
    let equals = this.nameEnd(start);
    const onlyKnown = equals >= 0 && this.isKnown(start, equals);
    while (equals >= 0) {
      const valueEnd = this.valueEnd(equals + 1, onlyKnown);
      this.writeText(name, equals);
      this.put(0x3a);
      if (equals + 1 < valueEnd) this.writeText(equals + 1, valueEnd);
      else this.writeNull();
      if (this.nextName < 0) {
        this.put(0x7d);
        return valueEnd + 1;
      }
      this.put(0x2c);
      name = this.nextName;
      equals = this.nextEquals;
    }
    return -1;
  }

  /** Where a value ends: in front of `; ` and a name, or of the brace that closes the object. */
  private valueEnd(from: number, onlyKnown: boolean): number {
    const { source, end } = this;
    this.nextName = -1;
    for (let at = from; at < end; at++) {
      const byte = source[at]!;
      if (byte === CLOSE && this.isObjectEnd(at)) return at;
      if (byte !== SEMICOLON || source[at + 1] !== SPACE) continue;
      const equals = this.nameEnd(at + 2);
      if (equals < 0 || (onlyKnown && !this.isKnown(at + 2, equals))) continue;
      this.nextName = at + 2;
      this.nextEquals = equals;
      return at;
    }
    return end;
  }

  /** Whether a brace is the text's last character, or another object follows. */
  private isObjectEnd(at: number): boolean {
    const { source, end } = this;
    if (at === end - 1) return true;
    return at + 3 < end && source[at + 1] === SPACE && source[at + 2] === AT && source[at + 3] === OPEN;
  }

  /** The equals sign behind a name; -1 when the text there is no name. */
  private nameEnd(start: number): number {
    const { source } = this;
    const limit = Math.min(this.end, start + MAX_NAME);
    for (let at = start; at < limit; at++) {
      const byte = source[at]!;
      if (byte === EQUALS) return at;
      if (byte === SEMICOLON) return -1;
    }
    return -1;
  }

  private isKnown(start: number, end: number): boolean {
    return findKey(knownNames, this.source, start, end, false) !== undefined;
  }

  private writeNull(): void {
    for (const byte of nullBytes) this.put(byte);
  }

  /** What stood inside a JSON string is the inside of one again, escapes and all. */
  private writeText(start: number, end: number): void {
    const { target, source } = this;
    let { at } = this;
    target[at++] = 0x22;
    if (end - start > LONG_TEXT) {
      target.set(source.subarray(start, end), at);
      at += end - start;
    } else {
      for (let from = start; from < end; from++) target[at++] = source[from]!;
    }
    target[at++] = 0x22;
    this.at = at;
  }
}

const nullBytes = utf8('null');

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isAt(source: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  return end - start === text.length && text.every((byte, at) => source[start + at] === byte);
}
