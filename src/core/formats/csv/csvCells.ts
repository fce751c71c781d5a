/** Whether a cell holds nothing but white space. */
export function isBlankCell(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at]! <= 0x20) at++;
  return at === end;
}

/** Whether a cell that may hold JSON holds nothing: it is blank, or `null`. */
export function isNullCell(bytes: Uint8Array, start: number, end: number): boolean {
  if (isBlankCell(bytes, start, end)) return true;
  const isNull = end - start === 4 && bytes[start] === 0x6e && bytes[start + 1] === 0x75;
  return isNull && bytes[start + 2] === 0x6c && bytes[start + 3] === 0x6c;
}
