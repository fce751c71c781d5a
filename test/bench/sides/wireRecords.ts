import type { WireRecord } from '../../generator/wireRecord';

/** The records of a generated log, one by one, because the file may be longer than any text can be. */
export function wireRecords(bytes: Buffer): readonly WireRecord[] {
  // In generated logs only a record begins like this behind a comma.
  const boundary = ',{"id":"';
  const found: WireRecord[] = [];
  let start = 1;
  while (start < bytes.length) {
    const next = bytes.indexOf(boundary, start);
    const end = next < 0 ? bytes.length - 1 : next;
    found.push(JSON.parse(bytes.toString('utf8', start, end)) as WireRecord);
    start = end + 1;
  }
  return found;
}
