import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildIndex } from '../../../src/core/index/buildIndex';
import { memorySource } from '../../../src/core/scan/byteSource';
import { buildLog } from '../../support/buildLog';
import { documentOf, indexLog } from '../../support/indexLog';

/** Checks that every record and every error code stands where the index says, in the document VS Code makes. */
async function checkPlaces(bytes: Uint8Array, chunkBytes = 4096): Promise<number> {
  const document = documentOf(bytes);
  const result = await buildIndex([memorySource(bytes)], { chunkBytes });
  assert.ok(result.kind === 'built');
  const { index } = result;
  for (let row = 0; row < index.rowCount; row++) {
    const range = index.range(row);
    const { byteOffset, byteLength, documentOffset, documentLength } = range;
    const found = document.slice(documentOffset, documentOffset + documentLength);
    assert.equal(
      found,
      documentOf(Uint8Array.of(...bytes.subarray(byteOffset, byteOffset + byteLength))).replace(
        /\r?\n/g,
        lineEndOf(document),
      ),
    );
    const { errorCode } = index.summary(row);
    if (errorCode !== undefined) assert.ok(found.includes(`"${errorCode}"`));
    for (const inside of [documentOffset, documentOffset + documentLength - 1]) {
      assert.deepEqual(index.rangeAtDocumentOffset(0, inside), range);
    }
    for (const inside of [byteOffset, byteOffset + byteLength - 1]) {
      assert.deepEqual(index.rangeAtByteOffset(0, inside), range);
    }
    assert.notEqual(index.rangeAtDocumentOffset(0, documentOffset - 1)?.row, row);
    assert.notEqual(index.rangeAtDocumentOffset(0, documentOffset + documentLength)?.row, row);
  }
  return index.rowCount;
}

function lineEndOf(document: string): string {
  return document.includes('\r\n') ? '\r\n' : '\n';
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const pretty = (text: string, lineEnd: string): string =>
  JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', lineEnd);

describe('document offsets', () => {
  const { text } = buildLog('job Zoë: ok@{1ä2€3🙂4} FAIL(Überfall)@美咲 FAIL(BoxEntryConflict) ok@{👨‍👩‍👧}');

  it('are those of VS Code for characters of one to four bytes, on one line', async () => {
    assert.equal(await checkPlaces(bytesOf(text)), 4);
  });

  it('know that a byte order mark is no part of the document', async () => {
    assert.equal(await checkPlaces(bytesOf(`\uFEFF${text}`)), 4);
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`follow line ends that are all ${name}`, async () => {
      assert.equal(await checkPlaces(bytesOf(pretty(text, lineEnd))), 4);
    });
  }

  it('follow mixed line ends, whichever are more', async function () {
    this.timeout(60_000);
    const lines = pretty(text, '\n').split('\n');
    const ends = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: lines.length, maxLength: lines.length });
    await fc.assert(
      fc.asyncProperty(ends, fc.integer({ min: 1, max: 50 }), async (mixed, piece) => {
        await checkPlaces(bytesOf(lines.map((line, at) => line + mixed[at]!).join('')), piece);
      }),
      { numRuns: 40 },
    );
  });

  it('follow invalid bytes as a decoder replaces them', async function () {
    this.timeout(60_000);
    const bytes = bytesOf(text.replace('1ä2€3🙂4', '#'.repeat(14)));
    const at = bytes.indexOf('#'.charCodeAt(0));
    const invalid = fc.uint8Array({ minLength: 14, maxLength: 14 }).map((noise) =>
      // Quotes, backslashes and control characters would change the structure, which is another matter.
      noise.map((byte) => (byte < 0x20 || byte === 0x22 || byte === 0x5c ? 0xff : byte)),
    );
    await fc.assert(
      fc.asyncProperty(invalid, fc.integer({ min: 1, max: 50 }), async (noise, piece) => {
        const broken = bytes.slice();
        broken.set(noise, at);
        assert.equal(await checkPlaces(broken, piece), 4);
      }),
      { numRuns: 200 },
    );
  });

  it('follow what stands between records, garbage too', async () => {
    const [, first, second] = /^\[(\{.*?\}),(\{"id":"event-2".*\})\]$/s.exec(text)!;
    assert.equal(await checkPlaces(bytesOf(`[\r\n ${first!}, äöü🙂 \n${second!}\r\n]`), 3), 4);
  });

  it('cost nothing for ASCII with line ends of one kind', async () => {
    const plain = buildLog('job A: ok FAIL(X)').text;
    const minified = await indexLog([plain]);
    const lines = await indexLog([pretty(plain, '\r\n')]);
    const wide = await indexLog([text]);
    assert.equal(minified.index.byteLength, lines.index.byteLength);
    assert.ok(wide.index.byteLength > minified.index.byteLength);
  });

  it('belong to each file of a log by itself', async () => {
    const { index } = await indexLog([text, buildLog('job A: ok FAIL(X)').text.replaceAll('event-', 'second-')]);
    assert.equal(index.range(4).documentOffset, 1);
    assert.equal(index.rangeAtDocumentOffset(1, 1)?.row, 4);
    assert.equal(index.rangeAtDocumentOffset(0, 1)?.row, 0);
    assert.equal(index.rangeAtDocumentOffset(2, 1), undefined);
  });
});
