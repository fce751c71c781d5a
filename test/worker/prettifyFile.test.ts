import * as assert from 'node:assert/strict';
import { memorySource, type ByteSource } from '../../src/core/scan/byteSource';
import { prettifyFile } from '../../src/worker/prettifyFile';
import { largeLogInMemory } from '../generator/largeLog';

const job = { file: 0, indent: '  ', eol: '\n', to: { kind: 'file', path: 'out.json' } } as const;
const { bytes } = largeLogInMemory({ bytes: 3_000_000 });

/** A file that fails at one of its writes, and what was done with it. */
function slowSink(failsAt = Infinity) {
  const done: string[] = [];
  const written: Uint8Array[] = [];
  const sink = {
    write: async (block: Uint8Array): Promise<void> => {
      done.push('begin');
      await new Promise((resolve) => setTimeout(resolve));
      // What a block holds may be something else once it is written.
      written.push(block.slice());
      done.push('end');
      if (written.length === failsAt) throw new Error('The disk is full.');
    },
    commit: () => Promise.resolve(void done.push('commit')),
    discard: () => Promise.resolve(void done.push('discard')),
  };
  return { done, written, platform: { createSink: () => Promise.resolve(sink) } };
}

const watch = () => ({ signal: { aborted: false }, onProgress: () => undefined });

describe('prettifyFile', () => {
  it('writes one block at a time, in their order, while the next one is formatted', async () => {
    const { done, written, platform } = slowSink();
    const result = await prettifyFile(memorySource(bytes), job, platform, watch());
    const text = Buffer.concat(written).toString();
    assert.equal(text, JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2));
    assert.equal(result?.byteLength, Buffer.byteLength(text));
    assert.deepEqual(done, [...written.flatMap(() => ['begin', 'end']), 'commit']);
  });

  it('leaves nothing when a write fails, and ends the file after the last write', async () => {
    for (const failsAt of [1, 3]) {
      const { done, platform } = slowSink(failsAt);
      await assert.rejects(prettifyFile(memorySource(bytes), job, platform, watch()), /disk is full/);
      assert.equal(done.at(-1), 'discard');
      assert.equal(done.filter((each) => each === 'begin').length, done.filter((each) => each === 'end').length);
    }
  });

  it('leaves nothing when the log cannot be read any further', async () => {
    const { done, platform } = slowSink();
    const source: ByteSource = {
      ...memorySource(bytes),
      readInto: (target, offset) =>
        offset > 1_000_000 ? Promise.reject(new Error('It is gone.')) : memorySource(bytes).readInto(target, offset),
    };
    await assert.rejects(prettifyFile(source, job, platform, watch()), /It is gone/);
    assert.equal(done.at(-1), 'discard');
  });
});
