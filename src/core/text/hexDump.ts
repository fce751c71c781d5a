const BYTES_A_LINE = 16;

/** Bytes as lines of offset, hexadecimal values and printable ASCII; `startOffset` is the first byte's place in its file. */
export function hexDump(bytes: Uint8Array, startOffset: number): string[] {
  const offsetDigits = Math.max(8, (startOffset + bytes.length).toString(16).length);
  const lines: string[] = [];
  for (let index = 0; index < bytes.length; index += BYTES_A_LINE) {
    const part = Array.from(bytes.subarray(index, index + BYTES_A_LINE));
    const offset = (startOffset + index).toString(16).padStart(offsetDigits, '0');
    const values = part.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${offset}  ${values.padEnd(BYTES_A_LINE * 3 - 1)}  ${text}`);
  }
  return lines;
}
