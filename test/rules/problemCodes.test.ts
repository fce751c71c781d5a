import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { problemKinds } from '../../src/core/text/problemKinds';

/** The codes of one file's problems: where one is added, and in the lists of the scanner's and the unpackers' faults. */
function codesIn(text: string): string[] {
  const added = [...text.matchAll(/problems\.add\(\{\s*code: '(\w+)'/g)].map((match) => match[1]!);
  const list = /export type (?:Scan|Unpack)FaultCode =([^;]+);/.exec(text)?.[1] ?? '';
  return [...added, ...[...list.matchAll(/'(\w+)'/g)].map((match) => match[1]!)];
}

describe('problem codes', () => {
  const files = fs
    .readdirSync('src/core', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fs.readFileSync(path.join('src/core', file), 'utf8'));
  const used = new Set(files.flatMap(codesIn));
  const described = problemKinds.map(({ code }) => code);

  it('are described once each', () => {
    assert.deepEqual(described.length, new Set(described).size);
  });

  it('are described when they are used, and used when they are described', () => {
    assert.deepEqual([...used].sort(), [...described].sort());
  });
});
