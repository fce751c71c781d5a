import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { differenceOf, scanLog, utf8 } from '../../support/scanLog';

const record = (id: number, more = ''): string => `{"id":"${id}","changeId":"c${id}"${more}}`;

const codes = (text: string, options = {}): string[] => scanLog(utf8(text), options).faults.map(({ code }) => code);
const ids = (text: string | Uint8Array): string[] =>
  scanLog(typeof text === 'string' ? utf8(text) : text).records.map(({ text: found }) => {
    const [, id = '?'] = /"id"\s*:\s*"(\d+)"/.exec(found) ?? [];
    return id;
  });

/** Values that records hold, every kind of JSON, with texts from all of Unicode. */
const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });
const event = fc
  .tuple(fc.uuid(), fc.string({ unit: 'binary' }), fc.dictionary(fc.string({ unit: 'grapheme' }), value), fc.boolean())
  .map(([id, changeId, others, isLast]) => (isLast ? { ...others, id, changeId } : { id, changeId, ...others }));
const spacing = fc.constantFrom(undefined, 1, '\t', '\r\n', '\r', '  ');
const log = fc.tuple(fc.array(event, { maxLength: 6 }), spacing).map(([events, space]) => ({
  events,
  text: JSON.stringify(events, null, space),
}));
const pieces = fc.oneof(
  fc.constantFrom([1], [2], [7], [4096]),
  fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
);

describe('JsonRecordScanner', () => {
  it('finds the records that JSON.parse finds, whatever the pieces', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(log, pieces, ({ events, text }, cut) => {
        const { records, faults } = scanLog(utf8(text), { pieces: cut });
        assert.deepEqual(
          records.map((found) => JSON.parse(found.text) as unknown),
          JSON.parse(JSON.stringify(events)),
        );
        assert.deepEqual(
          faults.filter(({ code }) => code !== 'loneSurrogate'),
          [],
        );
      }),
    );
  });

  it('says where each record stands', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(log, pieces, ({ text }, cut) => {
        const bytes = utf8(text);
        for (const { text: found, byteOffset, differences } of scanLog(bytes, { pieces: cut }).records) {
          const record = bytes.subarray(byteOffset, byteOffset + utf8(found).length);
          assert.equal(new TextDecoder().decode(record), found);
          assert.deepEqual(differences, [bytes.subarray(0, byteOffset), record].map(differenceOf));
        }
      }),
    );
  });

  it('reports the same of bytes that are cut off, changed or pure noise, whatever the pieces', function () {
    this.timeout(60_000);
    const broken = fc
      .tuple(log, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }), fc.nat())
      .map(([{ text }, changes, end]) => {
        const bytes = utf8(text);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes.subarray(0, end % (bytes.length + 1));
      });
    fc.assert(
      fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 400 })), pieces, (bytes, cut) => {
        assert.deepEqual(scanLog(bytes, { pieces: cut }), scanLog(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every record in front of the place where the file is cut, and says that it is cut', () => {
    const text = `[${[1, 2, 3, 4].map((id) => record(id, ',"name":"Zoë 🙂"')).join(',')}]`;
    const bytes = utf8(text);
    const ends = [1, 2, 3, 4].map(
      (id) => utf8(text.slice(0, text.indexOf(`{"id":"${id}"`))).length + utf8(record(id, ',"name":"Zoë 🙂"')).length,
    );
    for (let length = 1; length < bytes.length; length++) {
      const { records, faults } = scanLog(bytes.subarray(0, length));
      assert.equal(records.length, ends.filter((end) => end <= length).length, `cut at ${length}`);
      assert.deepEqual(
        faults.map(({ code }) => code),
        ['truncated'],
        `cut at ${length}`,
      );
    }
  });

  it('reports wanted fields at any place, in any casing, also behind escapes', () => {
    const paths = ['id', 'a.b', 'list[].x', 'list[].details.SkipReason'].map((path, field) => ({ field, path }));
    const text =
      '[{"ID":"1","other":{"id":"no","b":1},"A":{"B":12.5},"list":[{"X":null,"y":0},{"x":"\\u0041","details":{"skipreason":"s"}},7],"\\u0069d":"2","a":{"b":{"c":1}}}]';
    const [found] = scanLog(utf8(text), { paths, pieces: [3] }).records;
    assert.deepEqual(
      found?.fields.map(({ field, text: spelled }) => [field, spelled]),
      [
        [0, '1'],
        [1, '12.5'],
        [2, 'null'],
        [2, '\\u0041'],
        [3, 's'],
        [0, '2'],
        [1, '{'],
      ],
    );
  });

  it('reads a Graph page and hands its members over', () => {
    const text = `{"@odata.context":"c","n":1,"value":[${record(1)},${record(2)}],"@odata.nextLink":"https://next"}`;
    for (const size of [1, 2, 7, 4096]) {
      const scanned = scanLog(utf8(text), {
        container: { root: 'sequence', members: ['value'], record: 'object' },
        pieces: [size],
      });
      assert.equal(scanned.records.length, 2);
      assert.deepEqual(scanned.members, { '@odata.context': 'c', '@odata.nextLink': 'https://next' });
      assert.deepEqual(scanned.faults, []);
    }
  });

  it('reads records that stand one after the other', () => {
    const text = `${record(1)}\r\n${record(2)}\n${record(3)}`;
    const scanned = scanLog(utf8(text), {
      container: { root: 'sequence', members: [], record: 'object' },
      pieces: [5],
    });
    assert.equal(scanned.records.length, 3);
    assert.deepEqual(scanned.faults, []);
  });

  it('reads pages that stand one after the other, or in a list, also when the end of one is missing', () => {
    const page = (...ids: number[]): string =>
      `{"n":1,"value":[${ids.map((id) => record(id)).join(',')}],"next":"${ids[0]}"}`;
    for (const [root, text] of [
      ['sequence', `${page(1, 2)}\r\n${page(3)}\n\n${page()}${page(4)}`],
      ['list', `[${page(1, 2)},${page(3)},${page()},${page(4)}]`],
    ] as const) {
      const container = { root, members: ['value'], record: 'object' } as const;
      const { records, faults } = scanLog(utf8(text), { container, pieces: [3] });
      assert.equal(records.length, 4);
      assert.deepEqual(faults, []);
      const torn = text.replace(/\],"next":"1"\}/, '');
      assert.equal(scanLog(utf8(torn), { container, pieces: [3] }).records.length, 4);
    }
  });

  it('takes a page for none of its records, whatever else stands in it behind them', () => {
    const page = (id: number): string => `{"id":"p","value":[${record(id)}],"changeId":"${'x'.repeat(600)}"}`;
    const container = { root: 'sequence', members: ['value'], record: 'object' } as const;
    for (const pieces of [[1], [300], [4096]]) {
      const { records, faults } = scanLog(utf8(`${page(1)}\n${page(2)}`), { container, pieces });
      assert.deepEqual([records.map(({ text }) => text), faults], [[record(1), record(2)], []]);
      const bare = scanLog(utf8(`${page(1)}\n${record(2)}`), { container, pieces });
      assert.deepEqual(
        bare.records.map(({ text }) => text),
        [record(1), record(2)],
      );
    }
  });

  it('takes the list of a page for its records when records stand in it, whatever its name is', () => {
    const container = { root: 'sequence', members: ['value'], record: 'object' } as const;
    const found = (text: string): unknown => {
      const { records, faults } = scanLog(utf8(text), { container, pieces: [3] });
      return [records.length, ...faults.map(({ code }) => code)];
    };
    const list = `[${record(1)},${record(2)}]`;
    const next = `{"value":[${record(3)}]}`;
    assert.deepEqual(found(`{"va}lue":${list},"n":1}${next}`), [3]);
    assert.deepEqual(found(`{"n":1,"a":{"list":${list}}}${next}`), [3, 'garbage', 'garbage']);
    assert.deepEqual(found(`{"keys":[{"id":"1"}],"of":{"id":"2"},"n":[]}${next}`), [1, 'notAnEvent']);
  });

  it('reads records that are lists, and finds the next one behind a broken one', () => {
    const container = { root: 'sequence', members: ['tables', 'rows'], record: 'list', columns: 'columns' } as const;
    const paths = [{ field: 0, path: 'x' }];
    const row = (id: number): string => `["${id}","[{\\"a\\":1}]",null]`;
    const text = `{"tables":[{"columns":[],"rows":[${[1, 2, 3].map(row).join(',')}]}]}`;
    const found = (rows: string): number =>
      scanLog(utf8(rows), { container, paths, pieces: [4] }).faults.filter(({ code }) => code === 'notAnEvent').length;
    assert.equal(found(text), 3);
    assert.equal(found(text.replace('"2",', '"2,')), 2);
    assert.equal(found(text.replace('"2",', '[2",')), 2);
  });

  describe('of bad input', () => {
    it('a byte order mark is no fault', () => {
      assert.deepEqual(scanLog(utf8(`\uFEFF[${record(1)}]`), { pieces: [1] }).faults, []);
      assert.equal(scanLog(utf8(`\uFEFF[${record(1)}]`)).records[0]?.byteOffset, 4);
    });

    it('commas too many or too few cost nothing', () => {
      assert.deepEqual(codes(`[${record(1)},]`), ['trailingComma']);
      assert.deepEqual(codes(`[,,,${record(1)}]`), ['extraComma']);
      assert.deepEqual(codes(`[${record(1)}${record(2)}]`), ['missingComma']);
      assert.deepEqual(codes(`[{"id":"1","changeId":"2",},${record(2)}]`), ['trailingComma']);
      assert.deepEqual(ids(`[{"id":"1","changeId":"2",},,${record(2)} ${record(3)},]`), ['1', '2', '3']);
    });

    for (const [name, broken] of Object.entries({
      'a closing quote is missing': '{"id":"2,"changeId":"c2","steps":[{"name":"x"}]}',
      'an opening quote is missing': '{"id":2","changeId":"c2","steps":[{"name":"x"}]}',
      'the closing brace is missing': '{"id":"2","changeId":"c2","steps":[{"name":"x"}]',
      'an inner brace is missing': '{"id":"2","changeId":"c2","steps":[{"name":"x"]}',
      'a bracket is missing': '{"id":"2","changeId":"c2","steps":[{"name":"x"}}',
      'a colon is missing': '{"id" "2","changeId":"c2"}',
      'a word is unknown': '{"id":"2","changeId":nope}',
      'the last quote is missing': '{"id":"2","changeId":"c2}',
    })) {
      it(`one record is lost when ${name}`, () => {
        const text = `[${record(1)},${broken},${record(3)},${record(4)}]`;
        for (const size of [1, 7, 4096]) {
          const { records, faults } = scanLog(utf8(text), { pieces: [size] });
          assert.deepEqual(
            records.map(({ event }) => event),
            [1, 3, 4],
          );
          assert.equal(faults.length, 1);
          const [fault] = faults;
          assert.equal(fault?.code, 'brokenRecord');
          assert.equal(fault.byteOffset, text.indexOf(broken));
          assert.equal(fault.byteLength, text.indexOf(record(3)) - text.indexOf(broken));
          assert.equal(fault.event, 2);
        }
      });
    }

    it('a record that swallows the others is lost, and they are not', () => {
      const open = '{"id":"2","changeId":"c2","steps":[{"name":"x"}';
      for (const end of ['', ']']) {
        const text = `[${record(1)},${open},${record(3)},${record(4)}${end}`;
        const { records, faults } = scanLog(utf8(text), { pieces: [7] });
        assert.deepEqual(
          records.map(({ event }) => event),
          [1, 3, 4],
        );
        assert.equal(faults[0]?.code, 'brokenRecord');
        assert.equal(faults[0].byteLength, text.indexOf(record(3)) - text.indexOf(open));
        assert.deepEqual(
          faults.slice(1).map(({ code }) => code),
          end === '' ? ['truncated'] : [],
        );
      }
    });

    it('a record is found whose beginning a quote in front of it has made a text', () => {
      const container = { root: 'sequence', members: ['value'], record: 'object' } as const;
      const page = `{"context":"x","value":["${record(2)},${record(3)}],"next":"y"}`;
      const text = `{"value":[${record(1)}]}\n${page.replace('["{', '"[{')}`;
      const { records, faults } = scanLog(utf8(text), { container });
      assert.deepEqual(
        records.map(({ text: found }) => found),
        [1, 2, 3].map((id) => record(id)),
      );
      assert.deepEqual(
        faults.map(({ code, line }) => [code, line]),
        [['garbage', 2]],
      );
      for (const piece of [1, 2, 7, 30]) {
        assert.deepEqual(scanLog(utf8(text), { container, pieces: [piece] }), scanLog(utf8(text), { container }));
      }
    });

    it('garbage between records is passed over', () => {
      assert.deepEqual(ids(`[${record(1)}, what " is [this], ${record(2)}]`), ['1', '2']);
      assert.deepEqual(codes(`[${record(1)}, what " is [this], ${record(2)}]`), ['garbage']);
    });

    it('NUL bytes are passed over, one fault a run', () => {
      const text = `[${record(1)},\0\0\0\n\0${record(2)}]`;
      for (const size of [1, 3, 4096]) {
        const { records, faults } = scanLog(utf8(text), { pieces: [size] });
        assert.equal(records.length, 2);
        assert.deepEqual(
          faults.map(({ code, byteLength, line }) => [code, byteLength, line]),
          [
            ['nulBytes', 3, 1],
            ['nulBytes', 1, 2],
          ],
        );
      }
      assert.deepEqual(codes(`[{"id":\0"1","changeId":"2"}]`), ['nulInRecord']);
      assert.deepEqual(codes(`[{"id":"\0","changeId":"2"}]`), ['controlCharacter']);
    });

    it('elements that are no object, and objects that are no event, are left out', () => {
      const { records, faults } = scanLog(utf8(`[1,"x",null,true,${record(5)},{},{"foo":1},-2.5e3]`), { pieces: [2] });
      assert.deepEqual(
        records.map(({ event }) => event),
        [5],
      );
      assert.deepEqual(
        faults.map(({ code, event }) => [code, event]),
        [
          ['notAnObject', 1],
          ['notAnObject', 2],
          ['notAnObject', 3],
          ['notAnObject', 4],
          ['notAnEvent', 6],
          ['notAnEvent', 7],
          ['notAnObject', 8],
        ],
      );
    });

    it('invalid UTF-8 and lone surrogates are kept and located', () => {
      const bytes = utf8(`[${record(1, ',"n":"ä?"')},\n${record(2, ',"n":"\\ud83d\\ude00 \\ud83d"')}]`);
      const at = bytes.indexOf('?'.charCodeAt(0));
      bytes[at] = 0xff;
      const { records, faults } = scanLog(bytes, { pieces: [3] });
      assert.equal(records.length, 2);
      assert.deepEqual(
        faults.map(({ code, byteOffset, line }) => [code, byteOffset, line]),
        [
          ['invalidUtf8', at, 1],
          ['loneSurrogate', bytes.lastIndexOf(0x5c), 2],
        ],
      );
    });

    it('raw control characters in texts are tolerated', () => {
      assert.deepEqual(codes(`[{"id":"1","changeId":"a\nb"}]`), ['controlCharacter']);
      assert.deepEqual(ids(`[{"id":"1","changeId":"a\nb"},${record(2)}]`), ['1', '2']);
    });

    it('what stands behind the end is passed over, but records in it are read', () => {
      assert.deepEqual(codes(`[${record(1)}]  \n`), []);
      assert.deepEqual(codes(`[${record(1)}] ; oops`), ['contentAfterEnd']);
      assert.deepEqual(ids(`[${record(1)}][${record(2)}]`), ['1', '2']);
    });

    it('100,000 levels of nesting are no problem', () => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      assert.deepEqual(ids(`[${record(1, `,"deep":${deep}`)},${record(2)}]`), ['1', '2']);
    });

    it('a text longer than the chunks is read, in time linear to its length', () => {
      const long = 'x'.repeat(3_000_000);
      const { records } = scanLog(utf8(`[${record(1, `,"long":"${long}"`)},${record(2)}]`), { pieces: [4096] });
      assert.deepEqual(
        records.map(({ text }) => text.length),
        [record(1).length + long.length + 10, record(2).length],
      );
    });

    for (const [name, unit] of Object.entries({
      'opening braces': '{',
      'nested markers': '{"id":"1","changeId":"2","a":',
      'nested keys': '{"a":',
      'records that break at once': '{"id":"1","changeId":"2",x',
      quotes: '"',
      'commas and quotes': '","',
      backslashes: '\\',
      numbers: '1,',
      'objects that are no events': '{},',
      'line ends and garbage': '\n;',
    })) {
      it(`hostile repetitions take linear time: ${name}`, function () {
        this.timeout(120_000);
        const bytes = utf8(`[${record(1)},${unit.repeat(2_000_000 / unit.length)}`);
        const before = process.cpuUsage();
        const { records } = scanLog(bytes, { pieces: [65_536] });
        assert.equal(records[0]?.event, 1);
        // Processor time, so that what else runs on the machine does not count; quadratic work would take hours.
        const { user, system } = process.cpuUsage(before);
        assert.ok(user + system < 10_000_000);
      });
    }
  });
});
