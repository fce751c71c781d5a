import type { Problem, ProblemFact } from '../problem';
import { ofForm, type ContentForm } from './contentForm';
import { formatCount } from './formatValue';
import { problemKinds } from './problemKinds';

const kindOfCode = new Map<string, (typeof problemKinds)[number]>(problemKinds.map((kind) => [kind.code, kind]));

/** A file of the log, as problems name it. */
export interface NamedFile {
  readonly name: string;
  /** What its offsets count. */
  readonly form: ContentForm;
}

/**
 * A problem as users read it: where it is (file, event, line, byte, as far as known), what is wrong, and what to do.
 * `files` are the log's. File names and causes are data: what shows the message makes it harmless.
 */
export function problemText(fact: ProblemFact, files: readonly NamedFile[] = []): Problem {
  const { code, file, byteOffset, byteLength, line, event } = fact;
  const kind = kindOfCode.get(code);
  const sentence = kind
    ? `${kind.what(
        fact,
        files.map(({ name }) => name),
      )} ${kind.advice}`
    : `There is a problem without a description (${code}).`;
  const where = placeText(fact, files);
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

/** The same message where the file's name stands above it already. */
export function withoutFileName(message: string, fileName: string): string {
  const start = `${fileName}, `;
  if (!message.startsWith(start)) return message;
  const rest = message.slice(start.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function placeText({ file, event, line, byteOffset }: ProblemFact, files: readonly NamedFile[]): string {
  const named = file === undefined ? undefined : files[file];
  const numbers = [
    event === undefined ? '' : `event ${formatCount(event)}`,
    line === undefined ? '' : `line ${formatCount(line)}`,
    byteOffset === undefined ? '' : `byte ${formatCount(byteOffset)}${ofForm(named?.form ?? 'original')}`,
  ];
  const text = numbers.filter((part) => part !== '').join(', ');
  if (named !== undefined) return text === '' ? named.name : `${named.name}, ${text}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
