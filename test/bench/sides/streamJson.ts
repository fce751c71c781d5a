import { createReadStream } from 'node:fs';
import { parser } from 'stream-json/parser.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import type { WireRecord } from '../../generator/wireRecord';
import type { Side } from '../side';
import { answerOf, type EventFacts } from './answer';
import { factsOf } from './factsOf';

/** Reads the file record by record, of which only the facts are kept. */
export const streamJson: Side = {
  id: 'streamJson',
  async run({ file }) {
    const facts: EventFacts[] = [];
    const start = performance.now();
    const records = createReadStream(file).pipe(parser.asStream()).pipe(streamArray.asStream()) as AsyncIterable<{
      value: WireRecord;
    }>;
    for await (const { value } of records) facts.push(factsOf(value));
    return { value: performance.now() - start, answer: answerOf(facts) };
  },
};
