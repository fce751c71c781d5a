import * as path from 'node:path';
import { readFile } from 'node:fs/promises';
import * as Papa from 'papaparse';
import { buildIndex } from '../../../src/core/index/buildIndex';
import { tripleFiles } from '../../generator/csvTriple';
import type { Side } from '../side';
import { answerOf } from './answer';
import { openFileSource } from '../../../src/platform/node/fileSource';

/** Reads the three files of a CSV download, joins them and builds the whole index. */
export const csvIndex: Side = {
  id: 'csvIndex',
  async run({ file }) {
    const sources = await Promise.all(filesBeside(file).map(openFileSource));
    const start = performance.now();
    const result = await buildIndex(sources);
    const value = performance.now() - start;
    for (const source of sources) await source.close();
    if (result.kind !== 'built') throw new Error(`The log of the bench was ${result.kind}.`);
    const { index } = result;
    const rows = Array.from({ length: index.rowCount }, (_, row) => index.summary(row));
    const facts = rows.map(({ status, errorCode = '', durationMs = 0 }) => ({ status, code: errorCode, durationMs }));
    return { value, answer: answerOf(facts) };
  },
};

/** Decodes the three files and takes their rows and cells apart with papaparse, without joining them; reading them does not count. */
export const papaparse: Side = {
  id: 'papaparse',
  async run({ file }) {
    const files = await Promise.all(filesBeside(file).map((each) => readFile(each)));
    const start = performance.now();
    const [events = []] = files.map(
      (bytes) => Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data,
    );
    const value = performance.now() - start;
    const [titles = [], ...rows] = events;
    const [status, code, duration] = ['Status', 'Error Code', 'Duration (ms)'].map((title) => titles.indexOf(title));
    const facts = rows.map((row) => ({
      status: row[status!]!,
      code: row[code!]!,
      durationMs: Number(row[duration!]),
    }));
    return { value, answer: answerOf(facts) };
  },
};

function filesBeside(file: string): readonly string[] {
  return Object.values(tripleFiles).map((name) => path.join(path.dirname(file), name));
}
