import type { ErrorCode } from './errorCode';
import { reasonTexts } from './reasonTexts';

/** The entries whose marks stand anywhere in a text of the log, ignoring case. */
export function findMarks(text: string): readonly ErrorCode[] {
  const lower = text.toLowerCase();
  return reasonTexts.filter((entry) => entry.codes.some((code) => lower.includes(code.toLowerCase())));
}
