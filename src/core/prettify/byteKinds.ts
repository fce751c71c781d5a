/** What a byte is between tokens. */
export const kinds = { word: 0, space: 1, comma: 2, colon: 3, open: 4, close: 5, quote: 6 } as const;
/** By byte, one of {@link kinds}. */
export const kindOf = new Uint8Array(256);
for (const [characters, kind] of [
  [' \t\r\n', kinds.space],
  [',', kinds.comma],
  [':', kinds.colon],
  ['{[', kinds.open],
  ['}]', kinds.close],
  ['"', kinds.quote],
] as const) {
  for (const character of characters) kindOf[character.charCodeAt(0)] = kind;
}

/** By byte, 1 where a plain run within a string ends: at a quote, a backslash, a line feed. */
export const stopsRun = new Uint8Array(256);
for (const character of '"\\\n') stopsRun[character.charCodeAt(0)] = 1;
