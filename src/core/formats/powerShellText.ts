import { compilePaths, findKey, type PathTree } from '../scan/pathTree';
import type { UnpackText } from '../scan/fieldCollector';
import { errorFields, partyFields, propertyFields, statusFields, stepFields } from '../record/fieldNames';

const AT = 0x40;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
const EQUALS = 0x3d;

/** No name of a value is longer. */
const MAX_NAME = 256;

/** What stands for a list or a table of which nothing is left, and what it becomes. */
const lost = [
  { text: 'System.Object[]', json: '[]' },
  { text: 'System.Collections.Hashtable', json: '{}' },
].map(({ text, json }) => ({ text: utf8(text), json: utf8(json) }));

/** The names inside the objects that events are made of. */
const knownNames: PathTree = compilePaths(
  [errorFields, partyFields, propertyFields, statusFields, stepFields]
    .flatMap((names): readonly string[] => Object.values<readonly string[]>(names).flat())
    .concat('odatatype', 'userprincipalname', 'applicationid', 'serviceprincipalid', 'serviceprincipaldisplayname')
    .map((path) => ({ field: 0, path })),
);

/**
 * Takes an object that PowerShell wrote as text (`@{name=EntryImport; status=success}`), or several with a space between,
 * for JSON: what `ConvertTo-Json` leaves of everything below its depth. Values are texts, and null where nothing stands. A
 * value may itself hold what looks like the next name: where the first name is one that events have, only such names count.
 */
export const unpackPowerShell: UnpackText = (target, at, source, start, end) => {
  for (const { text, json } of lost) {
    if (isAt(source, start, end, text)) {
      target.set(json, at);
      return at + json.length;
    }
  }
  if (source[start] !== AT || source[start + 1] !== OPEN || source[end - 1] !== CLOSE) return -1;
  const writer = new Writer(target, at, source);
  const firstEnd = objectEnd(source, start, end);
  const isList = firstEnd < end;
  if (isList) writer.put(0x5b);
  for (let from = start; from < end;) {
    const to = objectEnd(source, from, end);
    if (from > start) writer.put(0x2c);
    if (!writer.writeObject(from + 2, to - 1)) return -1;
    from = to + 1;
  }
  if (isList) writer.put(0x5d);
  return writer.at;
};

/** Behind the brace in front of ` @{`, or the end. */
function objectEnd(source: Uint8Array, start: number, end: number): number {
  for (let at = source.indexOf(CLOSE, start); at >= 0 && at + 3 < end; at = source.indexOf(CLOSE, at + 1)) {
    if (source[at + 1] === SPACE && source[at + 2] === AT && source[at + 3] === OPEN) return at + 1;
  }
  return end;
}

class Writer {
  constructor(
    private readonly target: Uint8Array,
    public at: number,
    private readonly source: Uint8Array,
  ) {}

  put(byte: number): void {
    this.target[this.at++] = byte;
  }

  /** False when nothing has a name. */
  writeObject(start: number, end: number): boolean {
    this.put(0x7b);
    if (start < end) {
      let equals = this.nameEnd(start, end);
      if (equals < 0) return false;
      const isKnown = this.isKnown(start, equals);
      for (let name = start; ;) {
        const next = this.nextName(equals + 1, end, isKnown);
        this.writeText(name, equals);
        this.put(0x3a);
        this.writeValue(equals + 1, next < 0 ? end : next - 2);
        if (next < 0) break;
        this.put(0x2c);
        name = next;
        equals = this.nameEnd(next, end);
      }
    }
    this.put(0x7d);
    return true;
  }

  /** Where the name behind the next `; ` begins; -1 when none follows. */
  private nextName(from: number, end: number, onlyKnown: boolean): number {
    const { source } = this;
    for (let at = source.indexOf(SEMICOLON, from); at >= 0 && at < end; at = source.indexOf(SEMICOLON, at + 1)) {
      if (source[at + 1] !== SPACE) continue;
      const name = at + 2;
      const equals = this.nameEnd(name, end);
      if (equals >= 0 && (!onlyKnown || this.isKnown(name, equals))) return name;
    }
    return -1;
  }

  /** The equals sign behind a name; -1 when the text there is no name. */
  private nameEnd(start: number, end: number): number {
    const limit = Math.min(end, start + MAX_NAME);
    for (let at = start; at < limit; at++) {
      const byte = this.source[at]!;
      if (byte === EQUALS) return at;
      if (byte === SEMICOLON) return -1;
    }
    return -1;
  }

  private isKnown(start: number, end: number): boolean {
    return findKey(knownNames, this.source, start, end, false) !== undefined;
  }

  private writeValue(start: number, end: number): void {
    if (start < end) this.writeText(start, end);
    else for (const byte of nullBytes) this.put(byte);
  }

  /** What stood inside a JSON string is the inside of one again, escapes and all. */
  private writeText(start: number, end: number): void {
    this.put(0x22);
    this.target.set(this.source.subarray(start, end), this.at);
    this.at += end - start;
    this.put(0x22);
  }
}

const nullBytes = utf8('null');

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isAt(source: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  return end - start === text.length && text.every((byte, at) => source[start + at] === byte);
}
