import * as assert from 'node:assert/strict';
import { mayMoveOffsets, mayStopString, wordsOf } from '../../../src/core/scan/fourBytes';

/** One byte in each of the four places, between other plain bytes. */
function* placed(byte: number): Generator<Int32Array> {
  for (let place = 0; place < 4; place++) {
    for (const plain of [0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7f]) {
      const bytes = new Uint8Array(4).fill(plain);
      bytes[place] = byte;
      yield wordsOf(bytes);
    }
  }
}

describe('fourBytes', () => {
  it('never overlooks a byte that ends a plain run of a string', () => {
    for (let byte = 0; byte < 256; byte++) {
      if (byte >= 0x20 && byte < 0x80 && byte !== 0x22 && byte !== 0x5c) continue;
      for (const [word] of placed(byte)) assert.ok(mayStopString(word!), `byte ${byte}`);
    }
  });

  it('never overlooks a line end or a byte that is no ASCII', () => {
    for (let byte = 0; byte < 256; byte++) {
      if (byte < 0x80 && byte !== 0x0a && byte !== 0x0d) continue;
      for (const [word] of placed(byte)) assert.ok(mayMoveOffsets(word!), `byte ${byte}`);
    }
  });

  it('lets plain text pass', () => {
    for (const word of wordsOf(new TextEncoder().encode('Received User change of type (Add) :,[]{}!#'))) {
      assert.equal(mayStopString(word), false);
      assert.equal(mayMoveOffsets(word), false);
    }
  });

  it('has no words for bytes that begin in the middle of one', () => {
    const memory = new Uint8Array(16);
    assert.equal(wordsOf(memory).length, 4);
    assert.equal(wordsOf(memory.subarray(4, 15)).length, 2);
    assert.equal(wordsOf(memory.subarray(1)).length, 0);
  });
});
