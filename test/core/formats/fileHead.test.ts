import * as assert from 'node:assert/strict';
import { readHead } from '../../../src/core/formats/fileHead';

const headOf = (value: unknown) => readHead(new TextEncoder().encode(JSON.stringify(value)), true);

describe('readHead', () => {
  it('reads as far as four events, which is what files are told by', () => {
    const events = Array.from({ length: 9 }, (_, number) => ({ id: `${number}`, jobId: 'job', [`key${number}`]: 1 }));
    assert.deepEqual([...headOf(events).keysAt('[]')], ['id', 'jobid', 'key0', 'key1', 'key2', 'key3']);
  });

  it('reads everything where there are none, or they come late', () => {
    const others = Array.from({ length: 9 }, (_, number) => ({ [`key${number}`]: 1 }));
    assert.equal(headOf(others).keysAt('[]').size, 9);
    assert.equal(headOf([...others, { jobId: 'job' }]).keysAt('[]').size, 10);
  });
});
