import { formatBytes, formatCount } from '../text/formatValue';
import { plainLabel } from '../text/escape';
import type { UnpackLimits } from './limits';
import type { UnpackFaultCode } from './unpacked';
import type { ContentRefusal } from './utf8Content';
import { MAX_ENTRIES } from './zipDirectory';

/** An entry's name is cut here, in characters. */
const MAX_NAME = 200;
/** So many names are listed. */
const NAMES_LISTED = 5;

const openInside = 'Unpack it and open the file inside.';

/** An entry's name as it can be shown. */
export function shownName(name: string): string {
  return plainLabel(name, MAX_NAME);
}

/** Says that an archive was not opened. `archive` is its name, `why` goes on after a colon. */
export function notOpened(archive: string, why: string): string {
  return `“${archive}” was not opened: ${why}`;
}

/** Says that an archive was opened without all that might be a log in it. */
export function partNotOpened(archive: string, why: string): string {
  return `Not all of “${archive}” was opened: ${why}`;
}

/** Says that a table in an archive is missing from the log, because nobody said what its columns hold. */
export function leftTable(archive: string, entry: string): string {
  return partNotOpened(
    archive,
    `the columns of “${entry}” in it are not recognised. Analyze the archive again to say what they hold.`,
  );
}

/** Why a content that grows without end is not taken. */
export function tooLarge(limit: keyof UnpackLimits, limits: UnpackLimits): string {
  return limit === 'ratio'
    ? `its content is more than ${formatCount(limits.ratio)} times as large as the archive, which no log is. If you trust it, unpack it and open the file inside.`
    : `its content has more than ${formatBytes(limits.byteLength)}. ${openInside}`;
}

/** Why an archive whose entry has a password is not taken. */
export function encrypted(entry: string): string {
  return `“${entry}” in it is encrypted. Unpack it with its password and open the file inside.`;
}

/** Why an archive without an end, or with too much in it, is not taken. */
export const zipFaults = {
  missing: 'the archive is damaged or cut off, and nothing in it can be read. Download or copy it again.',
  split:
    'it is one part of an archive that was split into several files. Join or unpack them and open the file inside.',
  tooManyEntries: `it holds more than ${formatCount(MAX_ENTRIES)} files. Unpack it and open the logs among them.`,
} as const;

/** Why an entry that is packed in another way is left out. */
export function unknownMethod(entry: string, method: string): string {
  const who = method === 'Deflate64' ? ' (Windows Explorer uses it for files above 2 GB)' : '';
  return `“${entry}” in it is packed with ${method}, which cannot be read here${who}. ${openInside}`;
}

/** Why a content is left out; `entry` is undefined where it is the only one. */
export function refusedContent(entry: string | undefined, refusal: ContentRefusal): string {
  const what = entry === undefined ? 'its content' : `“${entry}” in it`;
  return refusal.kind === 'archive'
    ? `${what} is a ${refusal.archive.title} itself. Unpack it and open what is inside.`
    : `${what} is no provisioning log. ${refusal.sentence}`;
}

/** Why an archive without a log is not taken. */
export function noLogAmong(entries: readonly string[]): string {
  if (entries.length === 0) return 'there is no file in it. Open an archive of a provisioning log.';
  const listed = entries.slice(0, NAMES_LISTED).map((name) => `“${name}”`);
  const more = entries.length > listed.length ? ` and ${formatCount(entries.length - listed.length)} more` : '';
  return `there is no provisioning log in it, but ${listed.join(', ')}${more}. Open an archive of a provisioning log.`;
}

/** What the user must know of a zip that was read without its directory. */
export function withoutDirectory(archive: string): string {
  return `“${archive}” is cut off or damaged: the directory at its end is missing. What came is shown, and files may be missing.`;
}

/** What the user must know of a content that is not whole. */
export function faultNotice(content: string, code: UnpackFaultCode): string {
  switch (code) {
    case 'archiveCut':
      return `“${content}” is cut off: what came of it is shown, and events are missing at its end.`;
    case 'archiveDamaged':
      return `“${content}” is damaged: what could be unpacked is shown, events are missing, and the last ones may be wrong.`;
    case 'archiveCheckSum':
      return `“${content}” does not have the check sum that its archive keeps of it: values may be wrong, and events may be missing.`;
    case 'archiveTrailing':
      return `“${content}” goes on with bytes that cannot be unpacked: events may be missing.`;
  }
}
