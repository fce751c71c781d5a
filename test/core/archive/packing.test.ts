import * as assert from 'node:assert/strict';
import { gzipSync, zipSync } from 'fflate';
import { packingOf } from '../../../src/core/archive/unpack';
import { memorySource } from '../../../src/core/scan/byteSource';
import { unpackBytes, utf16 } from '../../support/archives';
import { buildLog } from '../../support/buildLog';

const { text, bytes } = buildLog('job A: ok@{Zoë Müller 😀} FAIL(X)');

describe('what a file is packed as', () => {
  for (const [name, content, packing] of [
    ['a log', bytes, undefined],
    ['a log with a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes), undefined],
    ['a zip', zipSync({ 'a.json': bytes }), 'zip'],
    ['a zip without files', zipSync({}), 'zip'],
    ['gzip', gzipSync(bytes), 'gzip'],
    ['UTF-16', utf16(text), 'utf-16'],
    ['UTF-16 the other way round', new Uint8Array(Buffer.from(utf16(text)).swap16()), 'utf-16'],
    ['another archive', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), undefined],
    ['nothing', new Uint8Array(0), undefined],
    ['two letters', new TextEncoder().encode('PK'), undefined],
  ] as const) {
    it(`is seen in the bytes of ${name}`, async () => assert.equal(await packingOf(memorySource(content)), packing));
  }

  it('is undone for UTF-16, cut anywhere and in any chunks', async () => {
    for (const packed of [utf16(text), new Uint8Array(Buffer.from(utf16(text)).swap16())]) {
      for (const chunkBytes of [1, 2, 7, 4096]) {
        assert.deepEqual((await unpackBytes(packed, { chunkBytes })).texts, [text]);
      }
      for (let end = 4; end < packed.length; end += 3) {
        const { result, texts } = await unpackBytes(packed.subarray(0, end));
        const whole = texts[0]!.replace(/\ufffd+$/, '');
        assert.ok(text.startsWith(whole) && whole.length >= end / 2 - 3, `cut at ${end}`);
        assert.equal(result.kind, 'unpacked');
      }
    }
  });
});
