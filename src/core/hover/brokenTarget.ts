import { isSpelledAsCode, lookUpCode, type CodeIndex } from '../codes/lookUpCode';
import type { HoverTarget } from './hoverTopic';

/** An error code in a text, and where it stands in UTF-16 units; `end` is exclusive. */
export interface BrokenTarget {
  readonly target: HoverTarget;
  readonly start: number;
  readonly end: number;
}

/** So much of a text on both sides of the pointer says what stands there. */
export const BROKEN_REACH = 400;

/** A member that holds an error code, in JSON or in a text that holds JSON. */
const codeMember = /(?<=\\?"(?:errorCode|resultSignature)\\?"\s*:\s*\\?")[^"\\\r\n]+/gi;
const codeWord = /[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*/g;

/**
 * The error code at an offset of a text whose brackets and quotes cannot be trusted: what stands behind the name of an error
 * code, or a word that is a known one and spelled as one. {@link BROKEN_REACH} units around the offset are enough.
 */
export function codeInBroken(text: string, offset: number, codes: CodeIndex): BrokenTarget | undefined {
  const named = matchAt(codeMember, text, offset);
  if (named !== undefined) return targetOf(named, 'errorCode');
  const word = matchAt(codeWord, text, offset);
  const isCode = word !== undefined && isSpelledAsCode(word.value) && lookUpCode(word.value, codes).isKnown;
  return isCode ? targetOf(word, '') : undefined;
}

/** A longer record is not looked through for a word. */
const LONGEST_CHECKED = 4_000_000;

/** Whether a record's text is JSON, with all its brackets and quotes; undefined where it is too long to be looked through. */
export function isWhole(record: string): boolean | undefined {
  if (record.length > LONGEST_CHECKED) return undefined;
  try {
    JSON.parse(record);
    return true;
  } catch {
    return false;
  }
}

interface Match {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function targetOf({ value, start, end }: Match, key: string): BrokenTarget {
  return { target: { path: key === '' ? [] : [key], key, value }, start, end };
}

function matchAt(pattern: RegExp, text: string, offset: number): Match | undefined {
  for (const { index: start, 0: value } of text.matchAll(pattern)) {
    const end = start + value.length;
    if (offset >= start && offset < end) return { value, start, end };
  }
  return undefined;
}
