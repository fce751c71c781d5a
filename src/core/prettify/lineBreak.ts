/** A line end with the indentation of a level, as little-endian words of four bytes, of which the last may be padded. */
export interface LineBreak {
  readonly words: Int32Array;
  /** Without the padding. */
  readonly byteLength: number;
}

/** The line end in front of a token at this level. */
export function lineBreak(eol: string, indent: string, level: number): LineBreak {
  const bytes = new TextEncoder().encode(eol + indent.repeat(level));
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  const view = new DataView(new ArrayBuffer(4 * words.length));
  bytes.forEach((byte, index) => view.setUint8(index, byte));
  words.forEach((_none, index) => (words[index] = view.getInt32(4 * index, true)));
  return { words, byteLength: bytes.length };
}
