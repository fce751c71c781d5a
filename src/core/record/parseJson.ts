import { byteOf, isSpace, nestedEnd, stringEnd, wordEnd } from './jsonBytes';
import { decodeRange, type JsonArray, type JsonLeaf, type JsonMember, type JsonNode, stringText } from './jsonNode';
import { shortText } from './shortTexts';

/** A fault in a record's text, with its place in bytes from the record's start. */
export interface JsonFault {
  readonly kind: 'unterminated' | 'unexpected' | 'trailing' | 'tooManyValues' | 'empty';
  readonly byteOffset: number;
}

/** What {@link parseJson} makes of a record. */
export interface ParsedJson {
  /** Undefined when there is no value at all. */
  readonly root: JsonNode | undefined;
  /** The first {@link KEPT_FAULTS}, in the order they were met. Empty for text that `JSON.parse` accepts. */
  readonly faults: readonly JsonFault[];
}

/** How much of a record is taken apart. */
export interface ParseLimits {
  /** Values nested deeper become one `deep` node. */
  readonly depth: number;
  /** Values beyond this number are left out, with a fault. */
  readonly values: number;
}

/** So many faults of one record are kept. */
export const KEPT_FAULTS = 20;

/** Enough for every record the service writes, small enough that a hostile one cannot fill the memory. */
export const defaultLimits: ParseLimits = { depth: 1_000, values: 1_000_000 };

/**
 * Takes one record's UTF-8 apart. Never throws and never recurses: what is cut off, misplaced or unknown becomes a
 * fault, and everything around it is kept. Takes linear time.
 */
export function parseJson(bytes: Uint8Array, limits: ParseLimits = defaultLimits): ParsedJson {
  return new Parser(bytes, limits).parse();
}

interface OpenObject {
  readonly kind: 'object';
  readonly start: number;
  end: number;
  readonly members: JsonMember[];
}

interface OpenArray extends JsonArray {
  end: number;
  readonly elements: JsonNode[];
}

/** An object or array that is not closed yet, with the key that waits for its value, and where the key stands. */
interface Frame {
  readonly node: OpenObject | OpenArray;
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
}

class Parser {
  private readonly faults: JsonFault[] = [];
  private readonly frames: Frame[] = [];
  // Counted, so that a bracket that closes nothing is known without walking down the frames.
  private readonly openCount = { object: 0, array: 0 };
  private root: JsonNode | undefined;
  private valueCount = 0;
  private at = 0;
  /** True where a value or key must come: at the start, behind an opening bracket, a comma or a colon. */
  private isValueDue = true;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: ParseLimits,
  ) {}

  parse(): ParsedJson {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at]!;
      if (isSpace(byte)) {
        this.at++;
      } else if (this.frames.length === 0 && this.root !== undefined) {
        this.fault('trailing', this.at);
        break;
      } else {
        this.token(byte);
      }
    }
    if (this.frames.length > 0) this.fault('unterminated', this.bytes.length);
    if (this.root === undefined) this.fault('empty', 0);
    return { root: this.root, faults: this.faults };
  }

  private get top(): Frame | undefined {
    return this.frames[this.frames.length - 1];
  }

  private token(byte: number): void {
    if (byte === byteOf.comma) this.comma();
    else if (byte === byteOf.colon) this.colon();
    else if (byte === byteOf.closeObject) this.close('object');
    else if (byte === byteOf.closeArray) this.close('array');
    else this.value(byte);
  }

  private value(byte: number): void {
    if (!this.isValueDue) this.fault('unexpected', this.at);
    this.isValueDue = false;
    const start = this.at;
    if (byte === byteOf.openObject || byte === byteOf.openArray) {
      this.open(byte === byteOf.openObject ? 'object' : 'array');
    } else if (byte === byteOf.quote) {
      this.string();
    } else {
      this.at = wordEnd(this.bytes, start);
      const kind = wordKind(this.bytes, start, this.at);
      if (kind === 'garbage') this.fault('unexpected', start);
      this.add({ kind, start, end: this.at });
    }
  }

  private comma(): void {
    const frame = this.top;
    if (!frame || this.isValueDue || frame.key !== undefined) this.fault('unexpected', this.at);
    if (frame) frame.key = undefined;
    this.isValueDue = true;
    this.at++;
  }

  private colon(): void {
    if (this.top?.key === undefined || this.isValueDue) this.fault('unexpected', this.at);
    this.isValueDue = true;
    this.at++;
  }

  private open(kind: 'object' | 'array'): void {
    const start = this.at;
    if (this.frames.length >= this.limits.depth) {
      this.at = nestedEnd(this.bytes, start);
      this.add({ kind: 'deep', start, end: this.at });
      return;
    }
    const end = this.bytes.length;
    const node: Frame['node'] =
      kind === 'object' ? { kind, start, end, members: [] } : { kind, start, end, elements: [] };
    this.add(node);
    this.frames.push({ node, key: undefined, keyStart: 0, keyEnd: 0 });
    this.openCount[kind]++;
    this.isValueDue = true;
    this.at++;
  }

  private close(kind: 'object' | 'array'): void {
    const bracket = this.at++;
    const top = this.top?.node;
    const isEmpty = top && (top.kind === 'object' ? top.members : top.elements).length === 0;
    if (this.isValueDue && !isEmpty) this.fault('unexpected', bracket);
    this.isValueDue = false;
    if (this.openCount[kind] === 0) {
      this.fault('unexpected', bracket);
      return;
    }
    while (this.top?.node.kind !== kind) {
      this.fault('unexpected', bracket);
      this.pop(bracket);
    }
    this.pop(this.at);
  }

  private pop(end: number): void {
    const frame = this.frames.pop();
    if (!frame) return;
    if (frame.key !== undefined) this.fault('unexpected', frame.keyEnd);
    frame.node.end = end;
    this.openCount[frame.node.kind]--;
  }

  private string(): void {
    const start = this.at;
    const end = stringEnd(this.bytes, start);
    if (end === undefined) this.fault('unterminated', start);
    this.at = end ?? this.bytes.length;
    const frame = this.top;
    if (frame?.node.kind === 'object' && frame.key === undefined) {
      frame.key = stringText(this.bytes, start, this.at);
      frame.keyStart = start;
      frame.keyEnd = this.at;
    } else {
      this.add({ kind: 'string', start, end: this.at });
    }
  }

  private add(value: JsonNode): void {
    const frame = this.top;
    const key = frame?.key;
    if (frame) frame.key = undefined;
    if (++this.valueCount > this.limits.values) {
      if (this.valueCount === this.limits.values + 1) this.fault('tooManyValues', value.start);
    } else if (!frame) {
      this.root = value;
    } else if (frame.node.kind === 'array') {
      frame.node.elements.push(value);
    } else if (key !== undefined) {
      frame.node.members.push({ key, keyStart: frame.keyStart, keyEnd: frame.keyEnd, value });
    } else {
      this.fault('unexpected', value.start);
    }
  }

  private fault(kind: JsonFault['kind'], byteOffset: number): void {
    if (this.faults.length < KEPT_FAULTS) this.faults.push({ kind, byteOffset });
  }
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function wordKind(bytes: Uint8Array, start: number, end: number): JsonLeaf['kind'] {
  const text = shortText(bytes, start, end) ?? decodeRange(bytes, start, end).text;
  if (text === 'true' || text === 'false') return 'boolean';
  if (text === 'null') return 'null';
  return number.test(text) ? 'number' : 'garbage';
}
