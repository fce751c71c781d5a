import type { Problem, ProblemFact } from '../problem';
import { formatBytes, formatCount } from './formatValue';

/** What is wrong and what it means, by code; the place is said by {@link problemText}. Log text stays out of here. */
const sentences: Readonly<Record<string, (fact: ProblemFact) => string>> = {
  brokenRecord: ({ byteLength = 0, facts }) =>
    `A record is broken at byte ${formatCount(Number(facts?.at ?? 0))} and left out with the bytes up to the next record (${formatBytes(byteLength)}). Download the log again to see its event.`,
  truncated: ({ byteLength = 0 }) =>
    byteLength > 0
      ? 'The file ends in the middle of a record, which is left out: events after this place are missing. Download the log again.'
      : 'The file ends before its list of events is closed: events may be missing. Download the log again.',
  recordTooLong: ({ byteLength = 0 }) =>
    `A record is longer than 256 MB (${formatBytes(byteLength)} up to the next record) and left out.`,
  notAnObject: () => 'An element of the list is no object and left out: an event is always an object.',
  notAnEvent: () => 'A record has none of the fields of a provisioning event and is left out.',
  garbage: ({ byteLength = 0 }) =>
    `${formatBytes(byteLength)} between the records belong to none of them and are passed over. If an event is missing, download the log again.`,
  nulBytes: ({ byteLength = 0 }) =>
    `${formatBytes(byteLength)} are NUL and passed over. Files look like that after a download or a copy was interrupted: download the log again if events are missing.`,
  contentAfterEnd: ({ byteLength = 0 }) =>
    `${formatBytes(byteLength)} stand behind the end of the list and are passed over. Records that follow them are read.`,
  missingComma: () => 'A comma is missing in front of this record. The record is read all the same.',
  extraComma: () => 'There is a comma too many between two records. Nothing is lost.',
  trailingComma: () => 'There is a comma behind the last value. Nothing is lost.',
  controlCharacter: () =>
    'A text in this record holds a raw control character, which JSON does not allow. The record is read all the same.',
  nulInRecord: () => 'This record holds NUL bytes between its values. It is read all the same.',
  invalidUtf8: () =>
    'This record holds bytes that are no UTF-8. They are shown as the replacement character U+FFFD; the rest is read.',
  loneSurrogate: () =>
    'A text in this record holds half of a surrogate pair, which stands for no character. It is shown as U+FFFD.',
  conflictingEvents: ({ facts }) =>
    `This record has the same key as event ${formatCount(Number(facts?.otherEvent ?? 0))} (byte ${formatCount(Number(facts?.otherByteOffset ?? 0))}) but says something else. Both are kept.`,
  notALog: ({ facts }) => `This file is left out. ${facts?.found ?? ''}`,
  readFailed: ({ facts }) =>
    `The file could not be read any further: ${facts?.reason ?? 'no reason was given'}. Events after this place are missing; check the file and reload the log.`,
};

/** The codes that have a sentence. */
export const problemCodes: readonly string[] = Object.keys(sentences);

/** A problem as users read it: where, what is wrong, and what to do. `fileNames` are those of the log, when it has several. */
export function problemText(fact: ProblemFact, fileNames: readonly string[] = []): Problem {
  const { code, file, byteOffset, byteLength, line, event } = fact;
  const sentence = sentences[fact.code]?.(fact) ?? `There is a problem that has no description (${fact.code}).`;
  const where = placeText(fact, fileNames);
  return {
    code,
    message: where === '' ? sentence : `${where}: ${sentence}`,
    ...(file !== undefined && { file }),
    ...(byteOffset !== undefined && { byteOffset }),
    ...(byteLength !== undefined && { byteLength }),
    ...(line !== undefined && { line }),
    ...(event !== undefined && { event }),
  };
}

function placeText(fact: ProblemFact, fileNames: readonly string[]): string {
  const parts: string[] = [];
  const name = fact.file === undefined || fileNames.length < 2 ? undefined : fileNames[fact.file];
  if (name !== undefined) parts.push(name);
  if (fact.event !== undefined) parts.push(`event ${formatCount(fact.event)}`);
  if (fact.line !== undefined) parts.push(`line ${formatCount(fact.line)}`);
  if (fact.byteOffset !== undefined) parts.push(`byte ${formatCount(fact.byteOffset)}`);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
