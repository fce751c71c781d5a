import type { Hits, TextNotation } from './fieldCollector';
import { findKey, type PathKey, type PathTree } from './pathTree';
import type { ScannedRecord } from './recordScanner';
import type { HitPlaces } from './simdRowReader';
import type { UnescapeExports } from './simdUnescape';
import type { TextPlan, TextReader } from './textReader';
import loopCode from './wasm/readTexts.ts?wasm';
import jsonCode from './wasm/readJsonText.ts?wasm';
import objectCode from './wasm/readObjectText.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

/** A record with more hits is read another way. */
const MAX_OLD_HITS = 2048;
/** For each hit two places of four bytes, and two of one. */
const OLD_HIT_BYTES = 10;
const MAX_TEXTS = 256;
/** For each text a place of four bytes, and a field. */
const TEXT_BYTES = 5;
const NO_FIELD = 0xff;
/** For each known name, as `wasm/readObjectText.ts` has it. */
const SPELLING_BYTES = 40;

/** So much room a reader needs in the memory. */
export const TEXT_READER_BYTES = MAX_OLD_HITS * OLD_HIT_BYTES + MAX_TEXTS * TEXT_BYTES;

/** Texts without escapes stand behind the bytes of records: as many as those, and so many besides. */
export const TEXTS_MARGIN = 18 * MAX_OLD_HITS + 64;

/** So many texts the scanner may copy; of each there are three numbers. */
export const MAX_COPIES = 256;
export const COPIES_BYTES = 12 * MAX_COPIES;

/** What the scanner's module does for a reader, and where things lie. */
export interface TextPlaces {
  readonly memory: WasmMemory;
  readonly hits: HitPlaces;
  readonly room: number;
  /** The exports of `wasm/scanValue.ts`. */
  readonly scanner: Record<string, unknown>;
  readonly unescapeText: UnescapeExports['unescapeText'];
  /** Says that the scanner may copy texts of so high a field without their escapes, which saves time here. */
  copyTexts(firstField: number): void;
  /** Writes a tree to the memory and answers its node; -1 when there is no room. */
  enter(tree: PathTree): number;
  /** So many bytes, at a place that four divides; -1 when there is no room. */
  take(byteLength: number): number;
}

interface LoopExports {
  readonly setHits: (...places: number[]) => void;
  readonly setRoom: (room: number, capacity: number, maxTexts: number) => void;
  readonly setTexts: (count: number, firstText: number) => void;
  readonly readTexts: (hitCount: number) => number;
}

interface JsonExports {
  readonly setBytes: (at: number) => void;
  readonly begin: () => void;
  readonly readText: unknown;
}

interface ObjectExports {
  readonly setNames: (node: number, count: number, room: number) => void;
  readonly readText: unknown;
}

function keysOf(tree: PathTree): readonly PathKey[] {
  return tree.keys.flatMap((keys) => keys ?? []);
}

function nothing(): Hits {
  const none = new Uint8Array(0);
  const noPlaces = new Int32Array(0);
  return { hitCount: 0, hitFields: none, hitKinds: none, hitStarts: noPlaces, hitEnds: noPlaces, hitBytes: none };
}

let compiledLoop: object | undefined;
let compiledJson: object | undefined;
let compiledObject: object | undefined;

/** A {@link TextReader} for records whose bytes and hits lie in a memory: `wasm/readTexts.ts`. */
export class SimdTextReader implements TextReader {
  private readonly module: LoopExports;
  /** Undefined where texts are read where they stand. */
  private readonly json: JsonExports | undefined;
  /** What was read last: bytes and hits are those of all records, as long as the memory does not grow. */
  private readonly found: { -readonly [Key in keyof Hits]: Hits[Key] } = nothing();
  private lastBytes: Uint8Array | undefined;
  private lastStarts: Int32Array | undefined;
  /** Records that are longer are read another way. */
  private longest = -1;
  /** How many names a notation knows. */
  private readonly nameCount: number;
  private readonly hasRoom: boolean = true;
  private isReady = false;

  /** Throws where the modules cannot be compiled. */
  constructor(
    private readonly places: TextPlaces,
    private readonly notation: TextNotation | undefined,
  ) {
    const { memory, hits, room, scanner, unescapeText } = places;
    const env = { memory };
    let readText: unknown;
    this.nameCount = notation === undefined ? 0 : keysOf(notation.names).length;
    if (notation) {
      compiledObject ??= new webAssembly.Module(objectCode);
      const object = new webAssembly.Instance(compiledObject, { env, readObjectText: scanner })
        .exports as ObjectExports;
      const node = places.enter(notation.names);
      const spellings = places.take(SPELLING_BYTES * this.nameCount);
      object.setNames(node, this.nameCount, spellings);
      this.hasRoom = node >= 0 && spellings >= 0;
      ({ readText } = object);
    } else {
      compiledJson ??= new webAssembly.Module(jsonCode);
      const helpers = { ...scanner, unescapeText };
      this.json = new webAssembly.Instance(compiledJson, { env, readJsonText: helpers }).exports as JsonExports;
      this.json.setBytes(hits.bytes);
      ({ readText } = this.json);
    }
    compiledLoop ??= new webAssembly.Module(loopCode);
    const loop = new webAssembly.Instance(compiledLoop, { env, readTexts: { ...scanner, readText } });
    this.module = loop.exports as LoopExports;
    this.module.setHits(hits.fields, hits.kinds, hits.starts, hits.ends, hits.bytes);
    this.module.setRoom(room, MAX_OLD_HITS, MAX_TEXTS);
  }

  expect({ firstText = -1, trees, plainFields }: TextPlan): void {
    const { memory, room } = this.places;
    const wanted = trees.map((tree) => (tree === undefined ? 0 : this.wantedOf(tree)));
    this.isReady = this.hasRoom && wanted.length <= MAX_TEXTS && wanted.every((place) => place >= 0);
    if (!this.isReady) return;
    const wantedAt = room + 8 * MAX_OLD_HITS;
    const plainFieldsAt = wantedAt + 4 * MAX_TEXTS + 2 * MAX_OLD_HITS;
    new Int32Array(memory.buffer, wantedAt, MAX_TEXTS).set(wanted);
    const fields = plainFields.map((field) => (field < 0 ? NO_FIELD : field));
    new Uint8Array(memory.buffer, plainFieldsAt, MAX_TEXTS).set(fields);
    this.module.setTexts(wanted.length, firstText);
    if (this.json) this.places.copyTexts(Math.max(0, firstText));
    this.lastBytes = undefined;
  }

  read(record: ScannedRecord): Hits | undefined {
    const { hitCount, start, end } = record;
    if (record.bytes !== this.lastBytes || record.hitStarts !== this.lastStarts) this.look(record);
    if (end - start > this.longest || hitCount > MAX_OLD_HITS) return undefined;
    this.json?.begin();
    const count = this.module.readTexts(hitCount);
    if (count < 0) return undefined;
    this.found.hitCount = count;
    return this.found;
  }

  /** Asking an array for its buffer takes long: once for all records of a buffer is enough. */
  private look({ bytes, hitFields, hitKinds, hitStarts, hitEnds }: ScannedRecord): void {
    const { buffer } = this.places.memory;
    this.lastBytes = bytes;
    this.lastStarts = hitStarts;
    const isHere = bytes.buffer === buffer && hitStarts.buffer === buffer;
    const textsAt = bytes.byteOffset + bytes.byteLength;
    this.longest = this.isReady && isHere ? buffer.byteLength - textsAt - TEXTS_MARGIN : -1;
    // Texts without escapes stand behind the bytes of records.
    const hitBytes = this.json && isHere ? new Uint8Array(buffer, this.places.hits.bytes) : bytes;
    Object.assign(this.found, { hitFields, hitKinds, hitStarts, hitEnds, hitBytes });
  }

  /** What the modules must know to find what is wanted of a text: a place in the memory, or -1. */
  private wantedOf(tree: PathTree): number {
    const { places, nameCount, notation } = this;
    const node = places.enter(tree);
    if (notation === undefined) return node;
    // A node, where each name leads, and guesses of the first name and of those behind each.
    const place = places.take(2 * 4 * (1 + nameCount));
    // The module has no hits for objects as such.
    if (node < 0 || place < 0 || tree.field >= 0) return -1;
    const numbers = new Int32Array(places.memory.buffer, place, 1 + nameCount);
    numbers[0] = node;
    for (const { lower, tree: below } of keysOf(tree)) {
      const name = findKey(notation.names, lower, 0, lower.length, false);
      if (name) numbers[1 + name.field] = places.enter(below);
    }
    return place;
  }
}
