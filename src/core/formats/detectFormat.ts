import { archiveKindOf } from '../archive/archiveKind';
import { foreignEnvelopes } from './azureMonitor';
import type { ColumnMappings, TableHeader } from './csv/tableHeader';
import { readHead, readHeadText, type FileHead } from './fileHead';
import { formats } from './formats';
import type { LogFormat } from './logFormat';
import { isBrokenHead, mendHead } from './mendHead';
import { cutToNothing } from './powerShellCut';

/** The format of a file, or a sentence that says what was found instead; and the file's first row where it is a table. */
export type Detection = ({ readonly format: LogFormat } | { readonly refusal: string }) & {
  readonly table?: TableHeader | undefined;
};

const EXPECTED =
  'Expected is a provisioning log: the JSON or CSV download of the Entra admin center, a saved answer of Microsoft Graph, records of Azure Monitor (storage, Event Hub, Log Analytics), or what PowerShell made of them.';

/**
 * Decides by the first bytes of a UTF-8 file (`isWhole`: they are all it has). At most `HEAD_BYTES` are needed.
 * `mappings` is what users said about the columns of tables.
 */
export function detectFormat(bytes: Uint8Array, isWhole: boolean, mappings?: ColumnMappings): Detection {
  const head = readHead(bytes, isWhole, mappings);
  const { table } = head;
  const format = findFormat(bytes, head);
  return format ? { format, table } : { refusal: `${describe(bytes, head)} ${EXPECTED}`, table };
}

function findFormat(bytes: Uint8Array, head: FileHead): LogFormat | undefined {
  const { isWhole, root } = head;
  const matching = (each: FileHead): LogFormat | undefined => formats.find((format) => format.matches(each));
  const mended = (): LogFormat | undefined => {
    for (const text of mendHead(bytes)) {
      const found = matching(readHeadText(text, isWhole));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  // What a broken record says of those around it is as likely wrong as right: whole ones are asked first.
  const isDamaged = (root === 'list' || root === 'object') && isBrokenHead(bytes, isWhole);
  return isDamaged ? (mended() ?? matching(head)) : (matching(head) ?? mended());
}

function describe(bytes: Uint8Array, head: FileHead): string {
  if (bytes.length === 0) return 'The file is empty.';
  const archive = archiveKindOf(bytes);
  if (archive !== undefined) return `The file is a ${archive.title}: unpack it and open the file inside.`;
  const known = cutToNothing(head) ?? foreignEnvelopes(head);
  if (known !== undefined) return known;
  switch (head.root) {
    case 'nothing':
      return 'The file holds nothing but white space.';
    case 'other':
      return head.table === undefined
        ? 'The file does not begin as JSON does, with “[” or “{”.'
        : describeTable(head.table);
    case 'list':
      return head.keysAt('[]').size === 0
        ? 'The file is a JSON list, but not of events.'
        : `The file is a JSON list of something else: its objects have ${nameKeys(head.keysAt('[]'))}.`;
    case 'object':
      return `The file is a JSON object of something else: it has ${nameKeys(head.keysAt(''))}.`;
  }
}

const sayChangeId = 'If one of them holds the change ID, analyze the file again and choose it.';

function describeTable({ part, titles, hasRows }: TableHeader): string {
  const has = `the columns ${nameKeys(new Set(titles)).replace(/^the keys /, '')}`;
  if (hasRows === false) return `The file does not begin as JSON does, and as a table it has ${has}, but no rows.`;
  if (part === 'steps')
    return `The file is a table of provisioning steps without a change ID: it has ${has}. ${sayChangeId}`;
  if (part === 'modifiedProperties') {
    return `The file is a table of modified properties without a change ID: it has ${has}. ${sayChangeId}`;
  }
  return `The file does not begin as JSON does, and as a table it is one of something else: it has ${has}. If these are columns of a provisioning log under other names, analyze the file again and say which of them holds the change ID.`;
}

/** Keys come from the file: few, short, and without anything but plain letters. */
function nameKeys(keys: ReadonlySet<string>): string {
  const names = [...keys].slice(0, 5).map((key) => `“${key.replace(/[^\p{L}\p{N}_@. -]/gu, '·').slice(0, 40)}”`);
  if (names.length === 0) return 'no keys';
  return keys.size > names.length ? `the keys ${names.join(', ')} and others` : `the keys ${names.join(', ')}`;
}
