import { COLON, isSpace } from './byteClasses';
import { IS_BROKEN, NEEDS_MORE, type ValueReader } from './valueScanner';

/** A member's name, and where its value begins. */
export interface MemberStart {
  readonly name: string;
  readonly value: number;
}

/** A text is handed over up to this length. */
const MAX_TEXT_BYTES = 4096;

/**
 * Reads the name of the member whose quote stands at `at`, up to where its value begins; {@link NEEDS_MORE} when that
 * is not in `bytes[at, end)`, {@link IS_BROKEN} when it is no member.
 */
export function readMember(
  values: ValueReader,
  bytes: Uint8Array,
  at: number,
  end: number,
): MemberStart | typeof NEEDS_MORE | typeof IS_BROKEN {
  const keyEnd = values.scan(bytes, at, end, undefined);
  if (keyEnd < 0) return NEEDS_MORE;
  const colon = spaceEnd(bytes, keyEnd);
  if (colon >= end) return NEEDS_MORE;
  if (bytes[colon] !== COLON) return IS_BROKEN;
  const value = spaceEnd(bytes, colon + 1);
  return value >= end ? NEEDS_MORE : { name: memberText(bytes, at, keyEnd), value };
}

/** The text between the quotes at both ends of a range, or its beginning. */
export function memberText(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start + 1, Math.min(end - 1, start + 1 + MAX_TEXT_BYTES)));
}

/** The first place from `at` on that is not white space. A byte that is none must follow. */
export function spaceEnd(bytes: Uint8Array, at: number): number {
  while (isSpace[bytes[at]!] === 1) at++;
  return at;
}

const decoder = new TextDecoder();
