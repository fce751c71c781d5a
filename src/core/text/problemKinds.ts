import type { UnpackFaultCode } from '../archive/unpacked';
import type { ProblemFact } from '../problem';
import type { ScanFaultCode } from '../scan/recordScanner';
import { formatBytes, formatCount, formatCounted } from './formatValue';

/** Everything that can be wrong with a file and still leave a log to show. */
export type ProblemCode = ScanFaultCode | UnpackFaultCode | 'conflictingEvents' | 'notALog' | 'readFailed';

/** One kind of problem, in words for the user. Its place is said by `problemText`. */
export interface ProblemKind {
  readonly code: ProblemCode;
  /** What is wrong and what it costs: whole sentences. */
  readonly what: (fact: ProblemFact, fileNames: readonly string[]) => string;
  /** What to do: a whole sentence. */
  readonly advice: string;
}

const downloadAgain = 'If an event is missing, download the log again.';
const nothingToDo = 'There is nothing to do.';

/** Every kind of problem that reading a log can come upon. */
export const problemKinds: readonly ProblemKind[] = [
  {
    code: 'brokenRecord',
    what: (fact) =>
      `A record is broken at byte ${count(fact, 'at')}; ${length(fact)} up to the next record are left out, so this event is missing.`,
    advice: 'Look at the bytes, and download the log again to see the event.',
  },
  {
    code: 'truncated',
    what: (fact) =>
      fact.byteLength
        ? `The file ends in the middle of a record: its last ${length(fact)} are left out, and later events are missing.`
        : 'The file ends before its list of events is closed; later events may be missing.',
    advice: 'The download was cut off: download the log again.',
  },
  {
    code: 'recordTooLong',
    what: (fact) => `A record is longer than 256 MB (${length(fact)} up to the next one) and left out.`,
    advice: 'Look at its beginning: no event is that long, so a quotation mark or bracket is likely to be missing.',
  },
  {
    code: 'notAnObject',
    what: () => 'An element of the list is no object and left out: an event is always an object.',
    advice: downloadAgain,
  },
  {
    code: 'notAnEvent',
    what: () => 'A record has none of the fields of a provisioning event and is left out.',
    advice: 'Check whether the file holds records of another kind, too.',
  },
  {
    code: 'garbage',
    what: (fact) => `There is a run of ${length(fact)} that belongs to no record; it is passed over.`,
    advice: downloadAgain,
  },
  {
    code: 'nulBytes',
    what: (fact) =>
      `There is a run of ${length(fact)} that are NUL, as an interrupted download or copy leaves them; it is passed over.`,
    advice: downloadAgain,
  },
  {
    code: 'contentAfterEnd',
    what: (fact) =>
      `Behind the end of the list there is a run of ${length(fact)}, which is passed over; records that follow are read.`,
    advice: downloadAgain,
  },
  {
    code: 'missingComma',
    what: () => 'A comma is missing in front of this record, which is read all the same.',
    advice: nothingToDo,
  },
  {
    code: 'extraComma',
    what: () => 'There is a comma too many between two records; nothing is lost.',
    advice: nothingToDo,
  },
  {
    code: 'trailingComma',
    what: () => 'There is a comma behind the last value; nothing is lost.',
    advice: nothingToDo,
  },
  {
    code: 'shortRow',
    what: (fact) =>
      `This row has ${cellCount(fact)}, the first row has ${count(fact, 'columns')}; the missing ones count as empty.`,
    advice: 'If values stand in wrong columns, download the log again.',
  },
  {
    code: 'longRow',
    what: (fact) =>
      `This row has ${cellCount(fact)}, the first row has ${count(fact, 'columns')}; what is too many is shown among the event’s other columns.`,
    advice: 'If values stand in wrong columns, download the log again.',
  },
  {
    code: 'strayQuote',
    what: () =>
      'A quotation mark inside a quoted value is neither doubled nor followed by a separator; it is read as part of the value.',
    advice: 'If values stand in wrong columns, download the log again.',
  },
  {
    code: 'controlCharacter',
    what: () => 'A text holds a raw control character, which JSON does not allow; the record is read all the same.',
    advice: nothingToDo,
  },
  {
    code: 'nulInRecord',
    what: () => 'This record holds NUL bytes between its values; it is read all the same.',
    advice: 'If values look wrong, download the log again.',
  },
  {
    code: 'invalidUtf8',
    what: () => 'This record holds bytes that are no UTF-8; they are shown as U+FFFD, and the rest is read.',
    advice: 'If a text looks wrong, download the log again.',
  },
  {
    code: 'loneSurrogate',
    what: () => 'A text holds half of a surrogate pair, which stands for no character; it is shown as U+FFFD.',
    advice: nothingToDo,
  },
  {
    code: 'conflictingEvents',
    what: (fact, fileNames) =>
      `This record has the key of event ${count(fact, 'otherEvent')}${otherFile(fact, fileNames)} (byte ${count(fact, 'otherByteOffset')}) and says something else; both are kept.`,
    advice: 'Compare the two events.',
  },
  {
    code: 'notALog',
    what: ({ facts }) => `This file is left out. ${facts?.found ?? ''}`.trim(),
    advice: 'Open a file that was downloaded from the provisioning logs.',
  },
  {
    code: 'readFailed',
    what: ({ facts }) =>
      `The file could not be read any further (${facts?.reason ?? 'no reason was given'}); later events are missing.`,
    advice: 'Check that the file is there and may be read, then reload the log.',
  },
  {
    code: 'archiveCut',
    what: () => 'The archive ends before its content does; later events are missing.',
    advice: 'Download or copy the archive again.',
  },
  {
    code: 'archiveDamaged',
    what: () =>
      'The archive is damaged, and its content cannot be unpacked any further; later events are missing, and the last ones may be wrong.',
    advice: 'Download or copy the archive again.',
  },
  {
    code: 'archiveCheckSum',
    what: () =>
      'The content does not have the check sum that the archive keeps of it; values may be wrong, and later events missing.',
    advice: 'Download or copy the archive again.',
  },
  {
    code: 'archiveTrailing',
    what: () => 'The archive goes on behind its content with bytes that cannot be unpacked; events may be missing.',
    advice: 'Unpack the file with another program, and compare.',
  },
];

function count({ facts }: ProblemFact, name: string): string {
  return formatCount(Number(facts?.[name] ?? 0));
}

function cellCount({ facts }: ProblemFact): string {
  return formatCounted(Number(facts?.cells ?? 0), 'cell');
}

function length({ byteLength = 0 }: ProblemFact): string {
  return formatBytes(byteLength);
}

/** Named only when it is another file than the problem's own. */
function otherFile({ file, facts }: ProblemFact, fileNames: readonly string[]): string {
  const other = facts?.otherFile;
  const name = typeof other === 'number' && other !== file ? fileNames[other] : undefined;
  return name === undefined ? '' : ` of ${name}`;
}
