import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { deflateSync, gzipSync, strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate';
import type { UnpackedTexts } from '../../support/archives';
import { concat, unpackBytes, utf16, zipByHand, type HandEntry } from '../../support/archives';
import { buildLog } from '../../support/buildLog';

const { text, bytes } = buildLog('job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller} ok');
const other = buildLog('job Workday: delete:FAIL(WorkdayDown)#c1 ok');

describe('unpacking a zip', () => {
  for (const chunkBytes of [1, 2, 7, 4096]) {
    it(`gives each log back, in the order of the names, in chunks of ${chunkBytes}`, async () => {
      const packed = zip({ 'b.json': other.bytes, 'a.json': [bytes, { level: 0 }], 'c.json': utf16(text) });
      const { result, texts } = await unpackBytes(packed, { chunkBytes });
      assert.deepEqual(texts, [text, other.text, text]);
      assert.deepEqual(result, {
        kind: 'unpacked',
        contents: [
          { entry: 'a.json', start: 0, byteLength: bytes.length, faults: [] },
          { entry: 'b.json', start: bytes.length, byteLength: other.bytes.length, faults: [] },
          { entry: 'c.json', start: bytes.length + other.bytes.length, byteLength: bytes.length, faults: [] },
        ],
        notices: [],
      });
    });
  }

  it('reads what is written as a stream, with sizes behind the data', async () => {
    const packed = await streamed([
      ['a.json', bytes, true],
      ['b.json', other.bytes, false],
    ]);
    assert.deepEqual((await unpackBytes(packed)).texts, [text, other.text]);
  });

  it('reads large numbers, a comment, a name of another time and bytes in front', async () => {
    const entry: HandEntry = { name: 'a.json', packed: deflateSync(bytes), content: bytes, method: 8 };
    for (const [name, packed] of [
      ['plain', zipByHand([entry])],
      ['large numbers', zipByHand([{ ...entry, isLong: true }], { isLong: true })],
      ['large end with short numbers', zipByHand([entry], { isLong: true, hasShortEnd: true })],
      ['large numbers of the entry only', zipByHand([{ ...entry, isLong: true }])],
      ['large descriptor', zipByHand([{ ...entry, isLong: true, hasDescriptor: true }], { isLong: true })],
      ['comment', zipByHand([entry], { comment: 'PK\u0005\u0006 comment' })],
      ['bytes behind', concat(zipByHand([entry]), new Uint8Array(100))],
    ] as const) {
      assert.deepEqual((await unpackBytes(packed)).texts, [text], name);
    }
    const { result } = await unpackBytes(zipByHand([{ ...entry, name: Uint8Array.of(0x5a, 0xf6, 0x2e, 0x6a) }]));
    assert.equal(result.kind === 'unpacked' && result.contents[0]!.entry, 'Zö.j');
  });

  it('reads an archive that a program stands in front of', async () => {
    const entry: HandEntry = { name: 'a.json', packed: bytes };
    // Its first bytes are those of an archive, as the program's would not be.
    const before = zipByHand([{ name: 'x', packed: new Uint8Array(9) }]);
    const whole = concat(before, zipByHand([entry]));
    assert.deepEqual((await unpackBytes(whole)).texts, [text]);
  });

  it('passes over what is no log, and says nothing of it when there is one', async () => {
    const { result, texts } = await unpackBytes(
      zip({
        'readme.txt': strToU8('Read me.'),
        'empty.json': new Uint8Array(0),
        '__MACOSX/._a.json': bytes,
        '.DS_Store': bytes,
        'folder/': new Uint8Array(0),
        'folder/a.json': bytes,
        'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      }),
    );
    assert.deepEqual(texts, [text]);
    assert.deepEqual(result.kind === 'unpacked' && result.notices, []);
  });

  it('says what is in it when nothing fits', async () => {
    const files = ['a', 'b', 'c', 'd', 'e', '$(x)\u202e<b>'].map((name) => [name, strToU8('No log.')] as const);
    assert.match(
      refusal(await unpackBytes(zip(Object.fromEntries(files)))),
      /^“log\.zip” was not opened: there is no provisioning log in it, but “\$ \(x\)U\+202E<b>”, “a”, “b”, “c”, “d” and 1 more\./,
    );
    assert.match(
      refusal(await unpackBytes(zip({ 'a.txt': strToU8('No log.') }))),
      /“a\.txt” in it is no provisioning log\. The/,
    );
    assert.match(refusal(await unpackBytes(zip({}))), /there is no file in it/);
    assert.match(refusal(await unpackBytes(zip({ 'folder/': new Uint8Array(0) }))), /there is no file in it/);
  });

  it('refuses archives in it, and names those beside a log', async () => {
    for (const [name, content, title] of [
      ['a.json.gz', gzipSync(bytes), 'gzip file'],
      ['a.zip', zip({ 'a.json': bytes }), 'zip archive'],
      ['a.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), '7-Zip archive'],
    ] as const) {
      const why = `“${name}” in it is a ${title} itself. Unpack it and open what is inside.`;
      assert.equal(refusal(await unpackBytes(zip({ [name]: content }))), `“log.zip” was not opened: ${why}`);
      const { result, texts } = await unpackBytes(zip({ [name]: content, 'b.json': bytes }));
      assert.deepEqual(texts, [text]);
      assert.deepEqual(result.kind === 'unpacked' && result.notices, [`Not all of “log.zip” was opened: ${why}`]);
    }
  });

  it('refuses what has a password, is split, or is packed in another way', async () => {
    const entry: HandEntry = { name: 'a.json', packed: bytes };
    for (const flags of [1, 0x41, 0x2000]) {
      assert.match(
        refusal(await unpackBytes(zipByHand([{ ...entry, flags }]))),
        /“a\.json” in it is encrypted\. Unpack/,
      );
    }
    assert.match(refusal(await unpackBytes(zipByHand([entry], { disk: 1 }))), /one part of an archive that was split/);
    const first = Uint8Array.of(0x50, 0x4b, 0x07, 0x08, ...zip({ 'a.json': bytes }).subarray(0, 60));
    assert.match(refusal(await unpackBytes(first)), /one part of an archive that was split/);
    assert.match(refusal(await unpackBytes(zipByHand([{ ...entry, method: 9 }]))), /Deflate64.*Windows Explorer/);
    assert.match(refusal(await unpackBytes(zipByHand([{ ...entry, method: 93 }]))), /packed with Zstandard, which/);
    assert.match(refusal(await unpackBytes(zipByHand([{ ...entry, method: 77 }]))), /packed with method 77, which/);
  });

  it('refuses what grows beyond all measure, whether the archive says so or not', async () => {
    const log = strToU8(`${text.slice(0, -1)}${' '.repeat(3_000_000)}]`);
    const bomb = zip({ 'a.json': log });
    assert.match(refusal(await unpackBytes(bomb)), /more than 200 times as large/);
    const lying = zipByHand([{ name: 'a.json', packed: deflateSync(log), content: log, method: 8, statedLength: 10 }]);
    assert.match(refusal(await unpackBytes(lying)), /more than 200 times as large/);
    const limits = { ratio: 200, byteLength: bytes.length * 2 - 1 };
    const two = zip({ 'a.json': bytes, 'b.json': bytes });
    assert.match(refusal(await unpackBytes(two, { limits })), /its content has more than/);
    const hiding = zipByHand([
      { name: 'a.json', packed: bytes },
      { name: 'b.json', packed: bytes, statedLength: 1 },
    ]);
    assert.match(refusal(await unpackBytes(hiding, { limits })), /its content has more than/);
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}`, packed: new Uint8Array(0) }));
    assert.match(refusal(await unpackBytes(zipByHand(many))), /more than 10,000 files/);
  });

  it('refuses many entries that are one and the same bytes, each of which is small enough', async () => {
    const log = strToU8(`${text.slice(0, -1)}${' '.repeat(100_000)}]`);
    const packed = deflateSync(log);
    assert.ok(log.length < 190 * packed.length);
    const one = zipByHand([{ name: 'a.json', packed, content: log, method: 8 }]);
    assert.equal((await unpackBytes(one)).texts.length, 1);
    assert.match(refusal(await unpackBytes(withEntryRepeated(one, 3_000))), /more than 200 times as large/);
  });

  it('gives the whole files of an archive that is damaged from a header on to its end', async () => {
    const entries: readonly HandEntry[] = [
      { name: 'a.json', packed: deflateSync(bytes), content: bytes, method: 8 },
      { name: 'b.json', packed: deflateSync(other.bytes), content: other.bytes, method: 8 },
    ];
    const whole = zipByHand(entries);
    const at = Buffer.from(whole).indexOf('b.json') - 30;
    const damages: readonly (readonly [string, number, number])[] = [
      ['how long its content is', 24, 0xf0],
      ['how long its bytes are', 20, 0x7f],
      ['that it has a password', 6, 1],
      ['how it is packed', 8, 99],
    ];
    for (const [what, place, value] of damages) {
      const damaged = whole.slice(0, at + 60);
      damaged[at + place] = value;
      if (place > 10) damaged[at + place + 3] = value;
      const { result, texts } = await unpackBytes(damaged);
      assert.equal(texts[0], text, what);
      assert.match(result.kind === 'unpacked' ? result.notices[0]! : '', /the directory at its end is missing/);
    }
  });

  it('refuses what grows beyond all measure in an archive without a directory, and what is encrypted there', async () => {
    const log = strToU8(`${text.slice(0, -1)}${' '.repeat(3_000_000)}]`);
    const bomb = zip({ 'a.json': log, 'b.json': bytes });
    assert.match(refusal(await unpackBytes(bomb.subarray(0, -30))), /more than 200 times as large/);
    const locked = zipByHand([{ name: 'a.json', packed: bytes, flags: 1 }]);
    assert.match(refusal(await unpackBytes(locked.subarray(0, -30))), /“a\.json” in it is encrypted\. Unpack/);
  });

  it('ends at once with data that goes on behind its end', async () => {
    const packed = concat(deflateSync(bytes), new Uint8Array(2_000_000));
    const { result, texts } = await unpackBytes(zipByHand([{ name: 'a.json', packed, content: bytes, method: 8 }]));
    assert.deepEqual(texts, [text]);
    assert.deepEqual(result.kind === 'unpacked' && result.contents[0]!.faults, ['archiveTrailing']);
  });

  it('says so when a content is not what the archive says of it', async () => {
    const entry: HandEntry = { name: 'a.json', packed: deflateSync(bytes), content: bytes, method: 8 };
    for (const [wrong, fault] of [
      [{ ...entry, checkSum: 1 }, 'archiveCheckSum'],
      [{ ...entry, statedLength: bytes.length - 1 }, 'archiveCheckSum'],
      [{ ...entry, statedLength: bytes.length + 1 }, 'archiveCut'],
      [{ ...entry, packed: entry.packed.subarray(0, -9) }, 'archiveCut'],
    ] as const) {
      const { result } = await unpackBytes(zipByHand([wrong]));
      assert.deepEqual(result.kind === 'unpacked' && result.contents[0]!.faults, [fault]);
      assert.match(result.kind === 'unpacked' ? result.notices[0]! : '', /^“log\.zip › a\.json” /);
    }
  });

  for (const [name, make] of [
    ['sizes in front', () => Promise.resolve(zip({ 'a.json': bytes, 'b.json': other.bytes }))],
    [
      'sizes behind',
      () =>
        streamed([
          ['a.json', bytes, true],
          ['b.json', other.bytes, true],
        ]),
    ],
  ] as const) {
    it(`gives what came of an archive that is cut anywhere (${name})`, async () => {
      const packed = await make();
      const seen = new Set<number>();
      for (let end = 4; end < packed.length; end += 5) {
        const { result, texts } = await unpackBytes(packed.subarray(0, end));
        if (result.kind === 'refused') {
          assert.match(result.message, /the archive is damaged or cut off, and nothing in it can be read/);
          continue;
        }
        const [first = '', second = ''] = texts.map((each) => each.replace(/\ufffd$/, ''));
        assert.ok(result.kind === 'unpacked' && text.startsWith(first) && other.text.startsWith(second));
        assert.match(result.notices[0]!, /is cut off or damaged: the directory at its end is missing/);
        if (texts[0] !== text) assert.deepEqual(result.contents[0]!.faults, ['archiveCut'], `cut at ${end}`);
        seen.add(texts[1] === other.text ? 2 : texts[0] === text ? 1 : 0);
      }
      assert.deepEqual([...seen].sort(), [0, 1, 2]);
    });
  }

  it('never throws, whatever was changed, and never calls a changed content whole', async () => {
    const packed = zip({ 'a.json': bytes, 'b.json': [other.bytes, { level: 0 }] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(packed.length),
        async (changes, end) => {
          const changed = packed.slice(0, Math.max(end, 4));
          for (const [at, value] of changes) if (at > 3 && at < changed.length) changed[at] = value;
          const { result, texts } = await unpackBytes(changed);
          if (result.kind !== 'unpacked') return;
          for (const [index, { faults }] of result.contents.entries()) {
            if (faults.length === 0) assert.ok([text, other.text].includes(texts[index]!));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives back any contents under any names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[\w äß/\\.:-]{1,20}[a-z]$/), fc.integer({ min: 1, max: 5 }), {
          minKeys: 1,
          maxKeys: 4,
          noNullPrototype: true,
        }),
        async (logs) => {
          const names = Object.keys(logs).filter((name) => !/(^|[/\\])\./.test(name) && !name.includes('__MACOSX'));
          const built = new Map(names.map((name) => [name, buildLog(`job A: ${'ok '.repeat(logs[name]!)}`)]));
          const entries = [...built].map(([name, log]): HandEntry => ({ name, packed: log.bytes }));
          if (entries.length === 0) return;
          const { texts } = await unpackBytes(zipByHand(entries), { chunkBytes: 300 });
          assert.deepEqual(
            texts,
            [...built.keys()].sort().map((name) => built.get(name)!.text),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** The directory names the only entry again and again. */
function withEntryRepeated(packed: Uint8Array, count: number): Uint8Array {
  const end = packed.length - 22;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const at = view.getUint32(end + 16, true);
  const entry = packed.slice(at, end);
  const last = packed.slice(end);
  const numbers = new DataView(last.buffer);
  for (const place of [8, 10]) numbers.setUint16(place, count, true);
  numbers.setUint32(12, count * entry.length, true);
  return concat(packed.slice(0, at), ...Array.from({ length: count }, () => entry), last);
}

function zip(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: '2026-01-02' });
}

/** As programs write that do not know the sizes in advance. */
function streamed(
  files: readonly (readonly [name: string, bytes: Uint8Array, isPacked: boolean])[],
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    const archive = new Zip((error, part, isLast) => {
      if (error !== null) reject(error);
      parts.push(part);
      if (isLast) resolve(concat(...parts));
    });
    for (const [name, content, isPacked] of files) {
      const entry = isPacked ? new ZipDeflate(name) : new ZipPassThrough(name);
      archive.add(entry);
      entry.push(content, true);
    }
    archive.end();
  });
}

function refusal({ result }: UnpackedTexts): string {
  return result.kind === 'refused' ? result.message : result.kind;
}
