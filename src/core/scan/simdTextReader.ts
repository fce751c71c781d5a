import type { Hits } from './fieldCollector';
import type { ScannedRecord } from './recordScanner';
import type { HitPlaces } from './simdRowReader';
import { unescapeInstance } from './simdUnescape';
import type { TextPlan, TextReader } from './textReader';
import loopCode from './wasm/readTexts.ts?wasm';
import jsonCode from './wasm/readJsonText.ts?wasm';
import objectCode from './wasm/readObjectText.ts?wasm';
import { webAssembly, type WasmMemory } from './webAssembly';

/** A record with more hits is read another way. */
const MAX_OLD_HITS = 2048;
/** For each hit two places of four bytes, and two of one. */
const OLD_HIT_BYTES = 10;
const MAX_TEXTS = 64;
/** For each text a node, and a field. */
const TEXT_BYTES = 5;
const NO_FIELD = 0xff;

/** So much room a reader needs in the memory. */
export const TEXT_READER_BYTES = MAX_OLD_HITS * OLD_HIT_BYTES + MAX_TEXTS * TEXT_BYTES;

/** Texts without escapes stand behind the bytes of records: as many as those, and so many besides. */
export const TEXTS_MARGIN = 18 * MAX_OLD_HITS + 64;

/** What the scanner's module does for a reader, and where things lie. */
export interface TextPlaces {
  readonly memory: WasmMemory;
  readonly hits: HitPlaces;
  readonly room: number;
  /** The exports of `wasm/scanValue.ts`. */
  readonly scanner: Record<string, unknown>;
}

interface LoopExports {
  readonly setHits: (...places: number[]) => void;
  readonly setRoom: (room: number, capacity: number, textCount: number, firstText: number) => void;
  readonly readTexts: (hitCount: number) => number;
}

interface JsonExports {
  readonly setBytes: (at: number) => void;
  readonly begin: (textsAt: number) => void;
  readonly readText: unknown;
}

interface ObjectExports {
  readonly setNames: (node: number) => void;
  readonly readText: unknown;
}

let compiledLoop: object | undefined;
let compiledJson: object | undefined;
let compiledObject: object | undefined;

/** A {@link TextReader} for records whose bytes and hits lie in a memory: `wasm/readTexts.ts`. */
export class SimdTextReader implements TextReader {
  private readonly module: LoopExports;
  /** Undefined where texts are read where they stand. */
  private readonly json: JsonExports | undefined;
  /** Everything from the first byte of a record on, as long as the memory does not grow. */
  private wide = new Uint8Array(0);

  /** Undefined when the plan is larger than what there is room for. `nodeOf` writes trees to the memory, or answers -1. */
  static create(
    places: TextPlaces,
    plan: TextPlan,
    nodeOf: (tree: TextPlan['trees'][number]) => number,
  ): SimdTextReader | undefined {
    const { trees, notation } = plan;
    const nodes = [...trees, notation?.names].map(nodeOf);
    if (trees.length > MAX_TEXTS || nodes.some((node) => node < 0)) return undefined;
    if (notation && trees.some((tree) => tree !== undefined && tree.field >= 0)) return undefined;
    return new SimdTextReader(places, plan, nodes);
  }

  private constructor(
    private readonly places: TextPlaces,
    { firstText, trees, plainFields, notation }: TextPlan,
    nodes: readonly number[],
  ) {
    const { memory, hits, room, scanner } = places;
    const env = { memory };
    let readText: unknown;
    if (notation) {
      compiledObject ??= new webAssembly.Module(objectCode);
      const object = new webAssembly.Instance(compiledObject, { env, readObjectText: scanner })
        .exports as ObjectExports;
      object.setNames(nodes.at(-1)!);
      ({ readText } = object);
    } else {
      compiledJson ??= new webAssembly.Module(jsonCode);
      const helpers = { ...scanner, ...unescapeInstance(memory) };
      this.json = new webAssembly.Instance(compiledJson, { env, readJsonText: helpers }).exports as JsonExports;
      this.json.setBytes(hits.bytes);
      ({ readText } = this.json);
    }
    compiledLoop ??= new webAssembly.Module(loopCode);
    const loop = new webAssembly.Instance(compiledLoop, { env, readTexts: { ...scanner, readText } });
    this.module = loop.exports as LoopExports;
    this.module.setHits(hits.fields, hits.kinds, hits.starts, hits.ends, hits.bytes);
    this.module.setRoom(room, MAX_OLD_HITS, trees.length, firstText);
    const numbers = new DataView(memory.buffer, room + 8 * MAX_OLD_HITS);
    trees.forEach((_, text) => numbers.setInt32(4 * text, nodes[text]!, true));
    const fieldsAt = room + OLD_HIT_BYTES * MAX_OLD_HITS + 4 * trees.length;
    new Uint8Array(memory.buffer, fieldsAt).set(plainFields.map((field) => (field < 0 ? NO_FIELD : field)));
  }

  read(record: ScannedRecord): Hits | undefined {
    const { memory, hits } = this.places;
    const { bytes, hitCount, hitFields, hitKinds, hitStarts, hitEnds, start, end } = record;
    const { buffer } = memory;
    const isHere = bytes.buffer === buffer && hitStarts.buffer === buffer;
    const textsAt = bytes.byteOffset + bytes.byteLength;
    if (!isHere || hitCount > MAX_OLD_HITS || textsAt + end - start + TEXTS_MARGIN > buffer.byteLength)
      return undefined;
    this.json?.begin(textsAt);
    const count = this.module.readTexts(hitCount);
    if (count < 0) return undefined;
    if (this.json && this.wide.buffer !== buffer) this.wide = new Uint8Array(buffer, hits.bytes);
    const hitBytes = this.json ? this.wide : bytes;
    return { hitCount: count, hitFields, hitKinds, hitStarts, hitEnds, hitBytes };
  }
}
