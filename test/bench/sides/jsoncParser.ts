import { readFile } from 'node:fs/promises';
import { parse } from 'jsonc-parser';
import type { WireRecord } from '../../generator/wireRecord';
import type { Side } from '../side';
import { answerOf } from './answer';
import { factsOf } from './factsOf';

/** Decodes and parses the whole file with the parser of VS Code's JSON support; reading it does not count. */
export const jsoncParser: Side = {
  id: 'jsoncParser',
  async run({ file }) {
    const bytes = await readFile(file);
    const start = performance.now();
    const records = parse(bytes.toString('utf8')) as readonly WireRecord[];
    const value = performance.now() - start;
    return { value, answer: answerOf(records.map(factsOf)) };
  },
};
