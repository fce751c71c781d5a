import type { Problem, ProblemFact } from '../problem';
import { formatCount } from './formatValue';
import { problemKinds } from './problemKinds';

const kindOfCode = new Map<string, (typeof problemKinds)[number]>(problemKinds.map((kind) => [kind.code, kind]));

/**
 * A problem as users read it: where it is (file, event, line, byte, as far as known), what is wrong, and what to do.
 * `fileNames` are those of the log's files. File names and causes are data: what shows the message makes it harmless.
 */
export function problemText(fact: ProblemFact, fileNames: readonly string[] = []): Problem {
  const { code, file, byteOffset, byteLength, line, event } = fact;
  const kind = kindOfCode.get(code);
  const sentence = kind
    ? `${kind.what(fact, fileNames)} ${kind.advice}`
    : `There is a problem without a description (${code}).`;
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

function placeText({ file, event, line, byteOffset }: ProblemFact, fileNames: readonly string[]): string {
  const name = file === undefined ? undefined : fileNames[file];
  const numbers = [
    event === undefined ? '' : `event ${formatCount(event)}`,
    line === undefined ? '' : `line ${formatCount(line)}`,
    byteOffset === undefined ? '' : `byte ${formatCount(byteOffset)}`,
  ];
  const text = numbers.filter((part) => part !== '').join(', ');
  if (name !== undefined) return text === '' ? name : `${name}, ${text}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
