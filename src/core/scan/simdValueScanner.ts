import type { TextNotation } from './fieldCollector';
import { findKey, type PathTree } from './pathTree';
import { ROW_READER_BYTES } from './rowLayout';
import type { RowPlan, RowReader } from './rowReader';
import { SimdRowReader } from './simdRowReader';
import { SimdTextMeasure, TEXT_MEASURE_BYTES } from './simdTextMeasure';
import { COPIES_BYTES, MAX_COPIES, SimdTextReader, TEXTS_MARGIN, TEXT_READER_BYTES } from './simdTextReader';
import {
  UNESCAPE_BYTES,
  simdUnescape,
  unescapeInstance,
  type UnescapeExports,
  type UnescapeWithin,
} from './simdUnescape';
import type { TextMeasure } from './textMeasure';
import type { TextReader } from './textReader';
import { oddity, ValueScanner, type ValueReader } from './valueScanner';
import code from './wasm/scanValue.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

/** What the module answers when it has no room for a value's hits or levels. */
const HAS_NO_ROOM = -3;

/** Above every field. */
const NO_FIELD = 0x7fffffff;

const PAGE_BYTES = 0x10000;
const MAX_LEVELS = 4096;
const KEPT_LEVELS = 64;
const MAX_HITS = 16 * 1024;

/** How many numbers a scan leaves, and the bytes for them. */
const RESULTS = 7;
const RESULT_BYTES = 32;

/** Where things lie in the module's memory. Its own data comes first, and is small. */
const KINDS_AT = 0x1000;
const NODES_AT = KINDS_AT + MAX_LEVELS;
const FIELDS_AT = NODES_AT + 4 * KEPT_LEVELS;
const HIT_KINDS_AT = FIELDS_AT + MAX_HITS;
const STARTS_AT = HIT_KINDS_AT + MAX_HITS;
const ENDS_AT = STARTS_AT + 4 * MAX_HITS;
const RESULTS_AT = ENDS_AT + 4 * MAX_HITS;
const MEASURED_AT = RESULTS_AT + RESULT_BYTES;
const UNESCAPE_AT = MEASURED_AT + TEXT_MEASURE_BYTES;
const COPIES_AT = UNESCAPE_AT + UNESCAPE_BYTES;
const TREES_AT = COPIES_AT + COPIES_BYTES;
const ROWS_AT = 8 * PAGE_BYTES;
const TEXTS_AT = ROWS_AT - 16 * Math.ceil(TEXT_READER_BYTES / 16);
const BYTES_AT = ROWS_AT + PAGE_BYTES * Math.ceil(ROW_READER_BYTES / PAGE_BYTES);
const hitPlaces = { fields: FIELDS_AT, kinds: HIT_KINDS_AT, starts: STARTS_AT, ends: ENDS_AT, bytes: BYTES_AT };
/** The module reads 16 bytes at once, at any place. */
const MARGIN = 16;

/** A node's head: field and longest key; see `wasm/scanValue.ts`. */
const NODE_BYTES = 8;

interface Exports {
  readonly setRoom: (...places: number[]) => void;
  readonly setCopies: (fields: number, at: number, table: number, capacity: number) => void;
  readonly scanValue: (bytesAt: number, start: number, limit: number, root: number) => number;
}

let compiled: object | undefined;

/**
 * A {@link ValueScanner} whose loop is `wasm/scanValue.ts`. Scans only bytes in the array that {@link room} gave out
 * last; what the module has no room for it hands to a plain scanner.
 */
export class SimdValueScanner implements ValueReader {
  hitCount = 0;
  hitFields = new Uint8Array(0);
  hitKinds = new Uint8Array(0);
  hitStarts = new Int32Array(0);
  hitEnds = new Int32Array(0);
  oddities = 0;
  oddAt = -1;
  faultAt = 0;
  soloLineEnds = 0;
  pairedLineEnds = 0;
  returns = 0;

  private readonly memory: WasmMemory = new webAssembly.Memory({ initial: BYTES_AT / PAGE_BYTES });
  private readonly unescaper: UnescapeExports = unescapeInstance(this.memory, UNESCAPE_AT);
  private readonly module: Exports;
  private readonly plain = new ValueScanner();
  private readonly nodeOf = new Map<PathTree, number>();
  private readonly treeOf = new Map<number, PathTree>();
  private treesEnd = TREES_AT;
  /** Whether a text reader needs room, too. */
  private hasTexts = false;
  /** The first field whose texts are copied: none as long as nobody asks. */
  private copiedFields = NO_FIELD;
  private bytes = new Uint8Array(0);
  /** What the last scan came to: see `setRoom` in `wasm/scanValue.ts`. */
  private results = new Int32Array(0);
  /** The paths of the last scan, and their node. */
  private lastPaths: PathTree | undefined;
  private lastRoot = 0;
  private own = {
    hitFields: this.hitFields,
    hitKinds: this.hitKinds,
    hitStarts: this.hitStarts,
    hitEnds: this.hitEnds,
  };

  /** Undefined where the module cannot be compiled: no WebAssembly, no SIMD, or a policy against it. */
  static create(): SimdValueScanner | undefined {
    try {
      compiled ??= new webAssembly.Module(code);
      return new SimdValueScanner(compiled);
    } catch {
      return undefined;
    }
  }

  private constructor(module: object) {
    const { exports } = new webAssembly.Instance(module, {
      env: { memory: this.memory },
      scanValue: { findEscapedKey: this.findEscapedKey, ...this.unescaper },
    });
    this.module = exports as Exports;
    this.module.setRoom(
      KINDS_AT,
      NODES_AT,
      MAX_LEVELS,
      FIELDS_AT,
      HIT_KINDS_AT,
      STARTS_AT,
      ENDS_AT,
      MAX_HITS,
      RESULTS_AT,
    );
    this.takeViews();
  }

  /** Takes escapes out of text in the same memory. */
  unescape(): UnescapeWithin {
    return simdUnescape(this.unescaper);
  }

  /** Measures text in the same memory. */
  textMeasure(): TextMeasure {
    return new SimdTextMeasure(this.memory, MEASURED_AT);
  }

  /** Reads rows of the records that this scanner scans. There is room for one such reader. */
  rowReader(plan: RowPlan): RowReader | undefined {
    return SimdRowReader.create(this.memory, hitPlaces, ROWS_AT, plan, (starts) => starts === this.own.hitStarts);
  }

  /** Reads texts of the records that this scanner scans. There is room for one such reader, made before {@link room} is asked. */
  textReader(notation: TextNotation | undefined): TextReader {
    this.hasTexts = true;
    const { memory, module } = this;
    const enter = (tree: PathTree): number => this.enter(tree);
    const take = (byteLength: number): number => this.take(byteLength);
    const { unescapeText } = this.unescaper;
    const copyTexts = (firstField: number): void => {
      this.copiedFields = firstField;
      this.setCopies();
    };
    const places = {
      memory,
      hits: hitPlaces,
      room: TEXTS_AT,
      scanner: { ...module },
      unescapeText,
      copyTexts,
      enter,
      take,
    };
    return new SimdTextReader(places, notation);
  }

  /** An array of at least `byteLength` bytes in the module's memory, which keeps what the one before held. */
  room(byteLength: number): Uint8Array {
    const textBytes = this.hasTexts ? byteLength + TEXTS_MARGIN : 0;
    const missing = BYTES_AT + byteLength + MARGIN + textBytes - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.takeViews();
    this.bytes = new Uint8Array(this.memory.buffer, BYTES_AT, byteLength);
    this.setCopies();
    return this.bytes;
  }

  scan(bytes: Uint8Array, start: number, limit: number, paths: PathTree | undefined): number {
    if (paths !== this.lastPaths) {
      this.lastPaths = paths;
      this.lastRoot = paths === undefined ? 0 : this.enter(paths);
    }
    const root = this.lastRoot;
    if (root < 0 || bytes !== this.bytes) return this.scanPlain(bytes, start, limit, paths);
    const { module, results } = this;
    const end = module.scanValue(BYTES_AT, start, limit, root);
    if (end === HAS_NO_ROOM) return this.scanPlain(bytes, start, limit, paths);
    if (this.hitFields !== this.own.hitFields) Object.assign(this, this.own);
    this.hitCount = results[0]!;
    this.oddities = results[1]!;
    this.oddAt = results[2]!;
    this.faultAt = results[3]!;
    if ((this.oddities & oddity.lineEnd) !== 0) {
      this.soloLineEnds = results[4]!;
      this.pairedLineEnds = results[5]!;
      this.returns = results[6]!;
    }
    return end;
  }

  /** Lets the module copy texts to where there is room for them now. */
  private setCopies(): void {
    const copiesAt = BYTES_AT + this.bytes.length;
    const hasRoom = copiesAt + this.bytes.length + TEXTS_MARGIN <= this.memory.buffer.byteLength;
    this.module.setCopies(hasRoom ? this.copiedFields : NO_FIELD, copiesAt, COPIES_AT, MAX_COPIES);
  }

  private scanPlain(bytes: Uint8Array, start: number, limit: number, paths: PathTree | undefined): number {
    const { plain } = this;
    const end = plain.scan(bytes, start, limit, paths);
    const { hitCount, hitFields, hitKinds, hitStarts, hitEnds, oddities, oddAt, faultAt } = plain;
    Object.assign(this, { hitCount, hitFields, hitKinds, hitStarts, hitEnds, oddities, oddAt, faultAt });
    const { soloLineEnds, pairedLineEnds, returns } = plain;
    Object.assign(this, { soloLineEnds, pairedLineEnds, returns });
    return end;
  }

  private takeViews(): void {
    const { buffer } = this.memory;
    this.own = {
      hitFields: new Uint8Array(buffer, FIELDS_AT, MAX_HITS),
      hitKinds: new Uint8Array(buffer, HIT_KINDS_AT, MAX_HITS),
      hitStarts: new Int32Array(buffer, STARTS_AT, MAX_HITS),
      hitEnds: new Int32Array(buffer, ENDS_AT, MAX_HITS),
    };
    this.results = new Int32Array(buffer, RESULTS_AT, RESULTS);
    Object.assign(this, this.own);
  }

  /** The node of a tree, written to the memory when it is new; -1 when there is no room. */
  private enter(tree: PathTree): number {
    const known = this.nodeOf.get(tree);
    if (known !== undefined) return known;
    const node = this.write(tree);
    this.nodeOf.set(tree, node);
    if (node > 0) this.treeOf.set(node, tree);
    return node;
  }

  private write(tree: PathTree): number {
    const { keys, field } = tree;
    const node = this.take(NODE_BYTES + 4 * keys.length);
    if (node < 0) return node;
    const numbers = new DataView(this.memory.buffer);
    numbers.setInt32(node, field, true);
    numbers.setInt32(node + 4, keys.length - 1, true);
    for (const [length, candidates] of keys.entries()) {
      if (candidates === undefined) continue;
      const keyBytes = 16 * Math.ceil(length / 16);
      const place = this.take(4 + candidates.length * (4 + keyBytes));
      if (place < 0) return place;
      numbers.setInt32(node + NODE_BYTES + 4 * length, place, true);
      numbers.setInt32(place, candidates.length, true);
      let at = place + 4;
      for (const { lower, tree: next } of candidates) {
        const found = this.enter(next);
        if (found < 0) return found;
        numbers.setInt32(at, found, true);
        new Uint8Array(this.memory.buffer).set(lower, at + 4);
        at += 4 + keyBytes;
      }
    }
    return node;
  }

  /** So many bytes for trees, at a place that four divides; -1 when there are none left. */
  private take(byteLength: number): number {
    const place = this.treesEnd;
    const end = place + 4 * Math.ceil(byteLength / 4);
    if (end > TEXTS_AT - MARGIN) return -1;
    this.treesEnd = end;
    return place;
  }

  private readonly findEscapedKey = (node: number, start: number, end: number): number => {
    const found = findKey(this.treeOf.get(node)!, this.bytes, start - BYTES_AT, end - BYTES_AT, true);
    return found === undefined ? 0 : this.nodeOf.get(found)!;
  };
}
