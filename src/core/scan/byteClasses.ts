/** The bytes that have a meaning in JSON. */
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

/** 1 for the bytes that numbers are made of. */
export const isNumberPart = table(
  (byte) => (byte >= 0x30 && byte <= 0x39) || '+-.eE'.includes(String.fromCharCode(byte)),
);

/** Every byte with ASCII capitals made small. */
export const lowerCase = new Uint8Array(256).map((_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));

/** 1 for the four white space bytes of JSON. */
export const isSpace = table(
  (byte) => byte === 0x20 || byte === 0x09 || byte === LINE_FEED || byte === CARRIAGE_RETURN,
);

function table(belongs: (byte: number) => boolean): Uint8Array {
  return new Uint8Array(256).map((_, byte) => (belongs(byte) ? 1 : 0));
}
