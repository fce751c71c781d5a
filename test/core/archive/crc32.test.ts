import * as assert from 'node:assert/strict';
import * as zlib from 'node:zlib';
import * as fc from 'fast-check';
import { crc32 } from '../../../src/core/archive/crc32';
import { utf8 } from '../../support/scanLog';

describe('crc32', () => {
  it('gives the sum that everybody gives', () => {
    assert.equal(crc32(utf8('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array(0)), 0);
  });

  it('goes on where it was, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, at) => {
        const sum = crc32(bytes);
        assert.equal(crc32(bytes.subarray(at), crc32(bytes.subarray(0, at))), sum);
        // The trailer of a gzip file holds the sum that another program made.
        const packed = zlib.gzipSync(bytes);
        assert.equal(packed.readUInt32LE(packed.length - 8), sum);
      }),
    );
  });
});
