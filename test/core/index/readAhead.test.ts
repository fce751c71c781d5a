import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ReadAhead } from '../../../src/core/index/readAhead';
import { memorySource } from '../../../src/core/scan/byteSource';

describe('ReadAhead', () => {
  it('gives the bytes of a source in order, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.integer({ min: 1, max: 40 }),
        async (bytes, pieceBytes) => {
          const ahead = new ReadAhead(memorySource(bytes), pieceBytes);
          const found: number[] = [];
          for (let piece = await ahead.next(); piece.length > 0; piece = await ahead.next()) found.push(...piece);
          assert.deepEqual(found, [...bytes]);
          assert.equal((await ahead.next()).length, 0);
        },
      ),
    );
  });

  it('asks for the next piece before the one at hand is given back', async () => {
    const asked: number[] = [];
    const source = memorySource(new Uint8Array(30));
    const ahead = new ReadAhead(
      { ...source, readInto: (target, offset) => source.readInto(target, (asked.push(offset), offset)) },
      10,
    );
    await ahead.next();
    assert.deepEqual(asked, [0, 10]);
  });

  it('tells of a failure when the piece is asked for, after those before it', async () => {
    const source = memorySource(new Uint8Array(30));
    const ahead = new ReadAhead(
      {
        ...source,
        readInto: (target, offset) =>
          offset >= 10 ? Promise.reject(new Error('The disk is on fire.')) : source.readInto(target, offset),
      },
      10,
    );
    assert.equal((await ahead.next()).length, 10);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await assert.rejects(ahead.next(), /on fire/);
  });
});
