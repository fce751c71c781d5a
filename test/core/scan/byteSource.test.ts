import * as assert from 'node:assert/strict';
import { memorySource, sliceSource, type ByteSource } from '../../../src/core/scan/byteSource';

const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6);

/** A source that can be asked at once, too. */
const quick: ByteSource = {
  ...memorySource(bytes),
  readNow: (target, offset) => {
    const part = bytes.subarray(offset, offset + target.length);
    target.set(part);
    return part.length;
  },
};

describe('sliceSource', () => {
  it('gives the bytes of a stretch and none behind it, in turn or at once', async () => {
    const slice = sliceSource(quick, 1, 3);
    for (const [offset, expected] of [
      [0, [2, 3, 4, 0]],
      [2, [4, 0, 0, 0]],
      [3, [0, 0, 0, 0]],
      [9, [0, 0, 0, 0]],
    ] as const) {
      const inTurn = new Uint8Array(4);
      const atOnce = new Uint8Array(4);
      const count = await slice.readInto(inTurn, offset);
      assert.equal(slice.readNow!(atOnce, offset), count);
      assert.equal(count, expected.filter((byte) => byte > 0).length);
      assert.deepEqual([[...inTurn], [...atOnce]], [expected, expected]);
    }
  });

  it('can be asked at once only where the source can', () => {
    assert.equal('readNow' in sliceSource(memorySource(bytes), 1, 3), false);
  });
});
