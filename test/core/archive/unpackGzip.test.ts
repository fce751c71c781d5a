import * as assert from 'node:assert/strict';
import * as zlib from 'node:zlib';
import * as fc from 'fast-check';
import { gzipSync } from 'fflate';
import { unpackBytes, concat, utf16 } from '../../support/archives';
import { buildLog } from '../../support/buildLog';

const { text, bytes } = buildLog(`job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller} ok ok ok`);

describe('unpacking gzip', () => {
  const whole = gzipSync(bytes, { filename: 'ProvisioningLogs.json', mtime: 0 });

  for (const chunkBytes of [1, 2, 7, 4096]) {
    it(`gives the content back in chunks of ${chunkBytes}`, async () => {
      for (const packed of [whole, gzipSync(bytes, { level: 0 }), zlib.gzipSync(bytes, { level: 9 })]) {
        const { result, texts } = await unpackBytes(packed, { chunkBytes });
        assert.deepEqual(texts, [text]);
        assert.deepEqual(result, {
          kind: 'unpacked',
          contents: [{ entry: undefined, start: 0, byteLength: bytes.length, faults: [] }],
          notices: [],
        });
      }
    });

    it(`makes UTF-8 of UTF-16 inside, in chunks of ${chunkBytes}`, async () => {
      const { texts } = await unpackBytes(gzipSync(utf16(text)), { chunkBytes });
      assert.deepEqual(texts, [text]);
    });

    it(`joins the members of one file, in chunks of ${chunkBytes}`, async () => {
      const middle = bytes.length >> 1;
      const members = [bytes.subarray(0, middle), new Uint8Array(0), bytes.subarray(middle)].map((part) =>
        gzipSync(part),
      );
      const { result, texts } = await unpackBytes(concat(...members), { chunkBytes });
      assert.deepEqual(texts, [text]);
      assert.deepEqual(result.kind === 'unpacked' && result.notices, []);
    });
  }

  it('reads a header with everything in it', async () => {
    // Flags for a sum of the header, an extra field, a name and a comment.
    const header = Uint8Array.of(0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 65, 66);
    const names = new TextEncoder().encode('name\0comment\0');
    const packed = concat(header, names, Uint8Array.of(1, 2), gzipSync(bytes).subarray(10));
    for (const chunkBytes of [1, 4096]) {
      assert.deepEqual((await unpackBytes(packed, { chunkBytes })).texts, [text]);
    }
  });

  it('gives what came of a file that is cut anywhere, and says so', async () => {
    let sums = 0;
    for (let end = 2; end < whole.length; end += end < 40 ? 1 : 4) {
      for (const chunkBytes of end % 40 === 0 ? [64, 4096] : [4096]) {
        const { result, texts } = await unpackBytes(whole.subarray(0, end), { chunkBytes });
        if (result.kind === 'refused') {
          assert.match(result.message, /^“log\.zip” was not opened: the file is damaged or cut off.*again\.$/);
          continue;
        }
        // A character may be cut in two.
        const came = texts[0]!.replace(/\ufffd$/, '');
        assert.ok(result.kind === 'unpacked' && text.startsWith(came), `cut at ${end}`);
        const faults = result.contents[0]!.faults;
        assert.equal(faults.length, 1, `cut at ${end}`);
        if (faults[0] === 'archiveCheckSum') sums += 1;
        else assert.equal(faults[0], 'archiveCut');
        assert.match(result.notices[0]!, /“log\.zip”/);
      }
    }
    // Bits that happen to read as the end, and the check sum itself, look like a wrong check sum.
    assert.ok(sums < 16, `${sums} cuts were taken for a wrong check sum`);
    const almost = await unpackBytes(whole.subarray(0, whole.length - 20));
    assert.ok(almost.texts[0]!.length > text.length / 2, 'most of it comes');
  });

  it('gives the members before the one that is cut', async () => {
    const two = concat(gzipSync(bytes), gzipSync(bytes));
    for (let end = two.length / 2 + 4; end < two.length - 8; end += 31) {
      const { result, texts } = await unpackBytes(two.subarray(0, end), { chunkBytes: 256 });
      assert.ok(texts[0]!.startsWith(text), `cut at ${end}`);
      assert.ok(result.kind === 'unpacked' && result.contents[0]!.faults.length > 0, `cut at ${end}`);
    }
  });

  it('reads thousands of members in one chunk', async function () {
    this.timeout(20_000);
    const many = Array.from({ length: 3_300 }, () => gzipSync(new Uint8Array(0)));
    const { result, texts } = await unpackBytes(concat(...many, gzipSync(bytes)));
    assert.deepEqual(texts, [text]);
    assert.deepEqual(result.kind === 'unpacked' && result.contents[0]!.faults, []);
  });

  it('says so when the check sum does not fit, in any member', async () => {
    for (const at of [0, 1]) {
      const members = [gzipSync(bytes), gzipSync(bytes)];
      members[at]![members[at]!.length - 6]! ^= 1;
      const { result, texts } = await unpackBytes(concat(...members));
      assert.equal(texts[0], text + text);
      assert.deepEqual(result.kind === 'unpacked' && result.contents[0]!.faults, ['archiveCheckSum']);
    }
  });

  it('says so when something follows', async () => {
    for (const tail of [Uint8Array.of(1), new Uint8Array(3), new Uint8Array(512), new Uint8Array(512).fill(65)]) {
      for (const chunkBytes of [7, 4096]) {
        const { result, texts } = await unpackBytes(concat(whole, tail), { chunkBytes });
        assert.deepEqual(texts, [text]);
        assert.deepEqual(result.kind === 'unpacked' && result.contents[0]!.faults, ['archiveTrailing']);
      }
    }
  });

  it('refuses an archive in it, and what grows beyond all measure', async () => {
    const nested = await unpackBytes(gzipSync(whole, { level: 0 }));
    assert.match(
      nested.result.kind === 'refused' ? nested.result.message : '',
      /^“log\.zip” was not opened: its content is a gzip file itself\. Unpack/,
    );
    const bomb = await unpackBytes(gzipSync(new Uint8Array(3_000_000)));
    assert.match(
      bomb.result.kind === 'refused' ? bomb.result.message : '',
      /its content is more than 200 times as large as the archive/,
    );
    const limits = { ratio: 200, byteLength: bytes.length - 1 };
    const large = await unpackBytes(whole, { limits });
    assert.match(large.result.kind === 'refused' ? large.result.message : '', /its content has more than \d/);
    assert.equal(
      (await unpackBytes(whole, { limits: { ratio: 200, byteLength: bytes.length } })).result.kind,
      'unpacked',
    );
  });

  it('never throws, whatever was changed, and never calls a changed content whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(64, 4096),
        async (changes, chunkBytes) => {
          const changed = whole.slice();
          for (const [at, value] of changes) changed[at] = value;
          if (changed[0] !== 0x1f || changed[1] !== 0x8b) return;
          const { result, texts } = await unpackBytes(changed, { chunkBytes });
          const isWhole = result.kind === 'unpacked' && result.contents[0]!.faults.length === 0;
          assert.ok(!isWhole || texts[0] === text);
        },
      ),
    );
  });

  it('ends when it is told to', async () => {
    const packed = gzipSync(new TextEncoder().encode(text.repeat(3)));
    const signal = { aborted: false };
    const pause = { ratio: 200, byteLength: 1e9 };
    const { result } = await unpackBytes(packed, {
      chunkBytes: 1,
      limits: pause,
      signal: {
        get aborted() {
          return signal.aborted;
        },
      },
      onProgress: (done) => {
        assert.ok(done <= packed.length);
        signal.aborted = true;
      },
    });
    assert.ok(result.kind === 'cancelled' || !signal.aborted);
  });
});
