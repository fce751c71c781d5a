import { readFile } from 'node:fs/promises';
import { parseRecords } from '../../generator/wireRecord';
import type { Side } from '../side';
import { answerOf } from './answer';
import { factsOf } from './factsOf';

/** Decodes and parses the whole file with the engine's own parser; reading it does not count. */
export const jsonParse: Side = {
  id: 'jsonParse',
  async run({ file }) {
    const bytes = await readFile(file);
    const start = performance.now();
    const records = parseRecords(bytes.toString('utf8'));
    const value = performance.now() - start;
    return { value, answer: answerOf(records.map(factsOf)) };
  },
};
