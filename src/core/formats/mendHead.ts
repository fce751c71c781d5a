import { CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET } from '../scan/byteClasses';
import { compilePaths } from '../scan/pathTree';
import { spaceEnd } from '../scan/readMember';
import { NOT_FOUND, RecordStartFinder } from '../scan/recordStart';
import { withMargin } from '../scan/scanMargin';
import { NEEDS_MORE, ValueScanner } from '../scan/valueScanner';
import { envelopeKeys, markerKeys, onDemandKeys } from './eventKeys';

/** A record has two keys of one of these lists at least. */
const keyLists = [markerKeys, envelopeKeys, onDemandKeys];
const keys = [...new Set(keyLists.flat())];
const markers = compilePaths(keys.map((path, field) => ({ field, path })));
const noPages = compilePaths([]);
const MARKERS_NEEDED = 2;

/** Where a page's list of records begins. */
const listOfPage = /"(value|records)"\s*:\s*\[\s*\{/i;

/** Whether something is broken in the first bytes of a file of JSON (`isWhole`: they are all it has). */
export function isBrokenHead(head: Uint8Array, isWhole: boolean): boolean {
  const bytes = withMargin(head);
  const values = new ValueScanner();
  for (let at = contentStart(bytes, 0); at < head.length;) {
    const end = values.scan(bytes, at, head.length, undefined);
    if (end < 0) return isWhole || end !== NEEDS_MORE;
    at = contentStart(bytes, end);
    if (bytes[at] === COMMA) at = contentStart(bytes, at + 1);
  }
  return false;
}

/**
 * What the first bytes of a file may have been before something in them was broken: the records that are whole (or as
 * much as there is of one), in what seems to stand around them. Likeliest first; none when no record can be read.
 */
export function mendHead(head: Uint8Array): readonly string[] {
  const bytes = withMargin(head);
  const { records, isCut } = readableRecords(bytes, head.length);
  if (records.length === 0) return [];
  const decoder = new TextDecoder();
  const text = records.map(({ start, end }) => decoder.decode(bytes.subarray(start, end))).join(',');
  const start = contentStart(bytes, 0);
  const inList = records.filter(({ end }) => {
    const next = bytes[contentStart(bytes, end)];
    return next === COMMA || next === CLOSE_BRACKET;
  });
  const around = containers({
    begin: bytes[start]!,
    // Some may be what is left in a broken one.
    isInList: 2 * inList.length > records.length && records[0]!.start !== start,
    member: listOfPage.exec(decoder.decode(head))?.[1],
  });
  return around.map(([before, behind]) => before + text + (isCut ? '' : behind));
}

/** The places of the records that are whole, or of one that is cut by the end of the head. */
function readableRecords(bytes: Uint8Array, limit: number) {
  const values = new ValueScanner();
  const finder = new RecordStartFinder(values, markers, noPages, false);
  const whole: { start: number; end: number }[] = [];
  let cutAt = NOT_FOUND;
  for (let from = 0; ;) {
    const start = finder.find(bytes, from, limit, true, MARKERS_NEEDED);
    if (start === NOT_FOUND) break;
    const end = values.scan(bytes, start, limit, markers);
    if (!hasKeysOfOne(values)) {
      from = start + 1;
      continue;
    }
    if (end > 0) whole.push({ start, end });
    else if (end === NEEDS_MORE && cutAt === NOT_FOUND) cutAt = start;
    if (end < 0) finder.spend(values.faultAt - start);
    from = end > 0 ? end : start + 1;
  }
  const isCut = whole.length === 0 && cutAt !== NOT_FOUND;
  return { records: isCut ? [{ start: cutAt, end: limit }] : whole, isCut };
}

/** Whether what was scanned has enough keys of one list: a piece of one record in another has some of two. */
function hasKeysOfOne({ hitCount, hitFields }: ValueScanner): boolean {
  const found = new Set([...hitFields.subarray(0, hitCount)].map((field) => keys[field]!));
  return keyLists.some((list) => list.filter((key) => found.has(key)).length >= MARKERS_NEEDED);
}

/** What seems to stand before and behind the records. */
function containers(seen: {
  readonly begin: number;
  readonly isInList: boolean;
  readonly member: string | undefined;
}): readonly (readonly [string, string])[] {
  const { begin, isInList, member } = seen;
  const page = (name: string): readonly [string, string] => [`{"${name}":[`, ']}'];
  if (member !== undefined) return begin === OPEN_BRACKET ? [[`[{"${member}":[`, ']}]']] : [page(member)];
  if (begin === OPEN_BRACKET) return [['[', ']']];
  if (!isInList) return [['', '']];
  // The name of the list is lost, or the list is all there is.
  return begin === OPEN_BRACE ? [page('value'), page('records')] : [['[', ']']];
}

/** The first place from `at` on that is neither white space, nor a NUL byte, nor of a byte order mark. */
function contentStart(bytes: Uint8Array, at: number): number {
  for (let next = at; ; next++) {
    next = spaceEnd(bytes, next);
    const byte = bytes[next];
    const isPassed = byte === 0 || byte === 0xef || byte === 0xbb || byte === 0xbf;
    if (!isPassed || next >= bytes.length) return next;
  }
}
