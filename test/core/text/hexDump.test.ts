import * as assert from 'node:assert/strict';
import { hexDump } from '../../../src/core/text/hexDump';

describe('hexDump', () => {
  it('writes offset, values and what can be printed', () => {
    assert.deepEqual(hexDump(new TextEncoder().encode('{"id":"Zoë","x":1}\n'), 0x1f0), [
      '000001f0  7b 22 69 64 22 3a 22 5a 6f c3 ab 22 2c 22 78 22  {"id":"Zo..","x"',
      '00000200  3a 31 7d 0a                                      :1}.',
    ]);
  });

  it('has no line for no bytes', () => {
    assert.deepEqual(hexDump(new Uint8Array(), 7), []);
  });

  it('widens the offset past 4 GiB', () => {
    assert.equal(hexDump(new Uint8Array(1), 2 ** 40)[0]?.split(' ')[0], '10000000000');
  });
});
