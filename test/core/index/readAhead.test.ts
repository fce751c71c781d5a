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

  describe('of a source that can be asked at once', () => {
    const bytes = Uint8Array.from({ length: 60 }, (_, at) => at);
    /** Reads pieces of ten bytes, each of which takes so long at once; says which ones were read ahead. */
    async function read(piecesMs: readonly number[]): Promise<{ found: number[]; ahead: number[] }> {
      const source = memorySource(bytes);
      const ahead: number[] = [];
      let clockMs = 0;
      const reading = new ReadAhead(
        {
          ...source,
          readInto: (target, offset) => source.readInto(target, (ahead.push(offset), offset)),
          readNow: (target, offset) => {
            clockMs += piecesMs[offset / 10] ?? 0;
            target.set(bytes.subarray(offset, offset + target.length));
            return Math.min(target.length, bytes.length - offset);
          },
        },
        10,
        () => clockMs,
      );
      const found: number[] = [];
      for (let piece = await reading.next(); piece.length > 0; piece = await reading.next()) found.push(...piece);
      return { found, ahead };
    }

    it('asks it so as long as it is fast, and does not mind one slow piece', async () => {
      assert.deepEqual(await read([0.1, 9, 0.1, 9]), { found: [...bytes], ahead: [] });
    });

    it('reads ahead from the second slow piece in a row on', async () => {
      assert.deepEqual(await read([0.1, 9, 9]), { found: [...bytes], ahead: [30, 40, 50, 60] });
    });
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
