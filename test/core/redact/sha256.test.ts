import * as assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { hmacSha256, sha256 } from '../../../src/core/redact/sha256';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    assert.equal(hex(sha256(bytesOf(''))), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(hex(sha256(bytesOf('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const twoBlocks = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq';
    assert.equal(hex(sha256(bytesOf(twoBlocks))), '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1');
  });

  it('gives the keyed digests of RFC 4231', () => {
    const jefe = hmacSha256(bytesOf('Jefe'));
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    assert.equal(hex(jefe(bytesOf('what do ya want for nothing?'))), expected);
    const long = hmacSha256(new Uint8Array(131).fill(0xaa));
    assert.equal(
      hex(long(bytesOf('Test Using Larger Than Block-Size Key - Hash Key First'))),
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    );
  });

  it('agrees with the platform on any message and key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (message, key) => {
        assert.equal(hex(sha256(message)), createHash('sha256').update(message).digest('hex'));
        assert.equal(hex(hmacSha256(key)(message)), createHmac('sha256', key).update(message).digest('hex'));
      }),
    );
  });
});
