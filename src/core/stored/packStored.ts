import type { StoredLog, StoredNumbers } from './storedLog';

/** Grows with every change of what is stored: an older or newer index is built anew. */
export const STORED_VERSION = 2;

const MAGIC = 'provisioning-log index';
/** Arrays begin at multiples of this. */
const ALIGNMENT = 8;

const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };

interface Head {
  readonly magic: string;
  readonly version: number;
  /** By what the log's file is known; see {@link packStored}. */
  readonly mark: string;
  readonly log: Omit<StoredLog, 'numbers'>;
  readonly arrays: readonly { readonly name: string; readonly kind: keyof typeof kinds; readonly length: number }[];
}

/**
 * A log as bytes: how long its head is, the head as JSON, and the arrays one behind the other. `mark` is what the caller
 * knows the file by: {@link unpackStored} answers only who names it.
 */
export function packStored(log: StoredLog, mark: string): Uint8Array {
  const { numbers, ...rest } = log;
  const arrays = Object.entries(numbers);
  const head: Head = {
    magic: MAGIC,
    version: STORED_VERSION,
    mark,
    log: rest,
    arrays: arrays.map(([name, array]) => ({ name, kind: kindOf(array), length: array.length })),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const start = aligned(4 + json.length);
  const size = arrays.reduce((end, [, { byteLength }]) => aligned(end + byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let at = start;
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at = aligned(at + array.byteLength);
  }
  return bytes;
}

/**
 * The log in some bytes; its arrays are copies. Undefined when they are anything else, are of another version, or
 * belong to another file. What the numbers say is not checked.
 */
export function unpackStored(bytes: Uint8Array, mark: string): StoredLog | undefined {
  const head = readHead(bytes);
  if (head?.mark !== mark) return undefined;
  const numbers: Record<string, StoredNumbers> = {};
  let at = aligned(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  for (const { name, kind, length } of head.arrays) {
    const Kind = kinds[kind];
    const end = at + length * Kind.BYTES_PER_ELEMENT;
    if (end > bytes.length) return undefined;
    // A copy, which begins where arrays may: `slice` of a Node buffer would be none.
    numbers[name] = new Kind(new Uint8Array(bytes.subarray(at, end)).buffer);
    at = aligned(end);
  }
  return { ...head.log, numbers };
}

function readHead(bytes: Uint8Array): Head | undefined {
  if (bytes.length < 4) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (4 + length > bytes.length) return undefined;
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Partial<Head> | null;
    return head?.magic === MAGIC && head.version === STORED_VERSION ? (head as Head) : undefined;
  } catch {
    // Something else stands under this name: it is treated as if nothing did.
    return undefined;
  }
}

function kindOf(array: StoredNumbers): keyof typeof kinds {
  return array.constructor.name as keyof typeof kinds;
}

function aligned(offset: number): number {
  return ALIGNMENT * Math.ceil(offset / ALIGNMENT);
}
