import type { LogIndex } from '../../../src/core/index/logIndex';
import type { Side } from '../side';
import { answerOf } from './answer';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';

/** Reads the file and builds its whole index. */
export const fullIndex: Side = {
  id: 'fullIndex',
  async run({ file }) {
    const source = await openFileSource(file);
    const start = performance.now();
    const index = await builtIndex(source);
    const value = performance.now() - start;
    await source.close();
    return { value, answer: indexAnswer(index) };
  },
};

/** What an index says of its log. */
export function indexAnswer(index: LogIndex): string {
  const rows = Array.from({ length: index.rowCount }, (_, row) => index.summary(row));
  return answerOf(rows.map(({ status, errorCode = '', durationMs = 0 }) => ({ status, code: errorCode, durationMs })));
}
