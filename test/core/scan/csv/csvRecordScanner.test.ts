import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as Papa from 'papaparse';
import { scanCsv, type ScannedCsv } from '../../../support/scanCsv';
import { differenceOf, utf8 } from '../../../support/scanLog';

/** Header and rows as texts; faults by code. */
function read(text: string | Uint8Array): { rows: readonly (readonly string[])[]; faults: string[] } {
  const { header, rows, faults } = scanCsv(typeof text === 'string' ? utf8(text) : text);
  return {
    rows: [header, ...rows].flatMap((row) => (row ? [row.cells] : [])),
    faults: faults.map(({ code, line }) => `${code}@${line}`),
  };
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    ',',
    ';',
    'a\r\nb',
    'x\ny',
    '{"name":"EntryImport"}',
    'é',
    '\t',
    'a"b',
    "='1'!A1",
  ),
);
const table = fc.integer({ min: 2, max: 6 }).chain((columns) =>
  fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const lineEnd = fc.constantFrom('\n' as const, '\r\n' as const);

/** Writes a table, with quotes where they must be and here and there besides. */
function written(rows: readonly (readonly (readonly [string, boolean])[])[], separator: string, end: string): string {
  const cellText = (text: string, isQuoted: boolean): string =>
    isQuoted || /["\r\n,;\t]|^\s|\s$|\0/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(([text, isQuoted]) => cellText(text, isQuoted)).join(separator)}${end}`).join('');
}

/** The rows that another reader finds, empty lines left out. */
function oracle(text: string, delimiter: string, newline: '\n' | '\r\n'): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data;
}

describe('CsvRecordScanner', () => {
  it('reads what another reader reads, whatever is quoted', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), lineEnd, (rows, separator, end) => {
        const header = Array.from(rows[0]!, (_, column) => [`Column ${column}`, false] as const);
        const text = written([header, ...rows], separator, end);
        const scanned = scanCsv(utf8(text));
        assert.equal(scanned.separator, separator);
        assert.deepEqual(
          [scanned.header!, ...scanned.rows].map(({ cells }) => cells),
          oracle(text, separator, end),
        );
        assert.deepEqual(
          scanned.faults.filter(({ code }) => code !== 'nulInRecord'),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('says the same for every cut of the bytes', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '\0', '\u{1f600}'),
      maxLength: 60,
    });
    const text = fc.oneof(
      noise,
      fc.tuple(table, lineEnd).map(([rows, end]) => written(rows, ',', end)),
    );
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (each, pieces) => {
        const bytes = utf8(`h1,h2,h3\n${each}`);
        assert.deepEqual(scanCsv(bytes, pieces), scanCsv(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every whole row of a file that is cut at any byte, and says what was left', () => {
    const text = 'id,text\r\n1,"a, ""b"""\r\n2,"x\r\ny"\r\n\r\n3,z\r\n';
    const whole = scanCsv(utf8(text));
    const bytes = utf8(text);
    assert.equal(whole.rows.length, 3);
    for (let end = 'id,text\r\n'.length; end < bytes.length; end++) {
      const { rows, faults } = scanCsv(bytes.subarray(0, end));
      const complete = whole.rows.filter((row) => row.byteOffset + utf8(row.text).length <= end);
      assert.deepEqual(rows.slice(0, complete.length), complete, `cut at ${end}`);
      const last = complete.at(-1);
      const left = text.slice(last ? last.byteOffset + last.text.length : 'id,text'.length, end).trimStart();
      const [fault] = faults;
      if (fault) {
        assert.equal(fault.code, 'truncated');
        assert.equal(fault.byteOffset + fault.byteLength, end);
        assert.equal(fault.byteLength, left.length);
      } else {
        // What is left of a row with all its cells is a row: nothing tells that its last text goes on.
        assert.ok(left === '' || rows.length === complete.length + 1, `cut at ${end}`);
      }
    }
  });

  it('says where each row stands in the text document', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.constantFrom('\n', '\r\n', '\r', '\n\n'), { minLength: 1 }),
        fc.boolean(),
        (rows, ends, hasMark) => {
          const body = rows.map((row, index) => written([row], ',', ends[index % ends.length]!)).join('');
          const text = `${hasMark ? '\uFEFF' : ''}h1,h2\n${body}`;
          const bytes = utf8(text);
          for (const { byteOffset, text: rowText, differences } of scanCsv(bytes).rows) {
            const [before, inside] = differences;
            const start = new TextDecoder().decode(bytes.subarray(0, byteOffset)).length;
            assert.equal(byteOffset - before.shrink, start);
            const { shrink } = before;
            assert.deepEqual(before, { ...differenceOf(bytes.subarray(0, byteOffset)), shrink });
            assert.deepEqual(inside, differenceOf(utf8(rowText)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes what can stand in a CSV file', () => {
    const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
      [
        'a,b\n1,2',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        'a,b\n"1,5",2\n',
        [
          ['a', 'b'],
          ['1,5', '2'],
        ],
      ],
      [
        'a,b\n"x\ny",2\n',
        [
          ['a', 'b'],
          ['x\ny', '2'],
        ],
      ],
      [
        'a,b\n"x\r\ny",2\r\n',
        [
          ['a', 'b'],
          ['x\r\ny', '2'],
        ],
      ],
      [
        'a,b\n"say ""no""",""\n',
        [
          ['a', 'b'],
          ['say "no"', ''],
        ],
      ],
      [
        'a,b\n,\n',
        [
          ['a', 'b'],
          ['', ''],
        ],
      ],
      [
        'a,b\n"""",""""""\n',
        [
          ['a', 'b'],
          ['"', '""'],
        ],
      ],
      [
        'a,b\n5\' 8",x"y"z\n',
        [
          ['a', 'b'],
          ['5\' 8"', 'x"y"z'],
        ],
      ],
      [
        'a,b\n"x" ,y\n',
        [
          ['a', 'b'],
          ['x', 'y'],
        ],
      ],
      [
        'a,b\n1, "y"\n',
        [
          ['a', 'b'],
          ['1', ' "y"'],
        ],
      ],
      [
        'a,b\r1,2\r3,4\r',
        [
          ['a', 'b'],
          ['1', '2'],
          ['3', '4'],
        ],
      ],
      [
        '\n\r\na,b\n\n\n1,2\r\n\r\n',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        '\uFEFF"a";b\n1;2,5\n',
        [
          ['a', 'b'],
          ['1', '2,5'],
        ],
      ],
      [
        'sep=;\r\na,x;b\r\n1;2\r\n',
        [
          ['a,x', 'b'],
          ['1', '2'],
        ],
      ],
      [
        '"a,1";"b,2"\n1;2\n',
        [
          ['a,1', 'b,2'],
          ['1', '2'],
        ],
      ],
      [
        'a\tb\n1\t2\n',
        [
          ['a', 'b'],
          ['1', '2'],
        ],
      ],
      [
        'a,b\nä,𝄞\n',
        [
          ['a', 'b'],
          ['ä', '𝄞'],
        ],
      ],
      [
        'a,b\n"{""k"":""v"",""n"":[1,2]}",2\n',
        [
          ['a', 'b'],
          ['{"k":"v","n":[1,2]}', '2'],
        ],
      ],
      ['', []],
      ['\n\n', []],
    ];
    for (const [text, rows] of cases) assert.deepEqual(read(text), { rows, faults: [] }, JSON.stringify(text));
  });

  it('keeps rows that are too short or too long, and says where they are', () => {
    assert.deepEqual(read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n'), {
      rows: [
        ['a', 'b', 'c'],
        ['1', '2'],
        ['1', '2', '3', '4'],
        ['1', '2', '3'],
      ],
      faults: ['shortRow@2', 'longRow@3'],
    });
  });

  it('reads a quote that is not doubled as text, and says where it is', () => {
    assert.deepEqual(read('a,b\n"x"y",2\n1,2\n'), {
      rows: [
        ['a', 'b'],
        ['x"y', '2'],
        ['1', '2'],
      ],
      faults: ['strayQuote@2'],
    });
  });

  it('keeps a row in which nothing closes a quote that is not doubled', () => {
    const header = ['a', 'b'];
    const last = ['2', '3'];
    for (const [line, ...cells] of [
      ['"Ana"x,1', '"Ana"x', '1'],
      ['1,"Ana"x', '1', '"Ana"x'],
      ['"Lima, Ana"x,1', '"Lima, Ana"x', '1'],
    ] as const) {
      for (const end of ['\n', '\r\n']) {
        const faults = ['strayQuote@2'];
        assert.deepEqual(read(`a,b${end}${line}${end}2,3${end}`), { rows: [header, cells, last], faults });
        assert.deepEqual(read(`a,b${end}${line}`), { rows: [header, cells], faults });
      }
    }
    const many = '1,"Ana"x\n"Ana"x,2\n3,4\n'.repeat(20_000);
    assert.equal(read(`a,b\n${many}`).rows.length, 60_001);
  });

  it('reads quotes that are not doubled as another reader does, where something closes them', () => {
    const part = fc.string({ unit: fc.constantFrom('x', 'é', ' y', ',', '\n'), minLength: 1, maxLength: 5 });
    const cell = fc
      .array(part, { minLength: 1, maxLength: 3 })
      .map((parts) => `"${parts.map((each) => `z${each}z`).join('"')}"`);
    const line = fc.tuple(cell, cell).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = `a,b\n${lines.join('\n')}\n`;
        assert.deepEqual(read(text).rows, oracle(text, ',', '\n'));
      }),
    );
  });

  it('goes on behind a quote that is never closed', () => {
    const { rows, faults } = read('a,b,c\n1,"2,3\n4,5,6\n7,8,9\n');
    assert.deepEqual(rows, [
      ['a', 'b', 'c'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
    assert.deepEqual(faults, ['brokenRecord@2']);
  });

  it('passes over NUL bytes between rows, and keeps rows that hold some', () => {
    const { rows, faults } = read('a,b\n1,2\n\0\0\0\n3,\x004\n');
    assert.deepEqual(rows, [
      ['a', 'b'],
      ['1', '2'],
      ['3', '\x004'],
    ]);
    assert.deepEqual(faults, ['nulBytes@3', 'nulInRecord@4']);
  });

  it('keeps a row with bytes that are no UTF-8', () => {
    const bytes = utf8('a,b\n1,x?y\n');
    bytes[bytes.indexOf(0x3f)] = 0xff;
    assert.deepEqual(read(bytes), {
      rows: [
        ['a', 'b'],
        ['1', 'x\uFFFDy'],
      ],
      faults: ['invalidUtf8@2'],
    });
  });

  it('reads a header that is longer than a chunk, and more cells than are reported', () => {
    const names = Array.from({ length: 300 }, (_, column) => `Column ${column}`);
    const text = `${names.join(',')}\n${names.join(',')}\n`;
    const scanned: ScannedCsv = scanCsv(utf8(text), [7]);
    assert.equal(scanned.rows[0]!.text, names.join(','));
    assert.equal(scanned.rows[0]!.cells.length, 254);
    assert.deepEqual(scanned.faults, []);
  });
});
