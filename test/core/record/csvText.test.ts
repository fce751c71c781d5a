import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as papa from 'papaparse';
import { csvCellAt, readCsvHeader, textOffset, valueOffset } from '../../../src/core/record/csvText';

describe('readCsvHeader', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['Date,Change ID,Status\n1,2,3', ',', ['Date', 'Change ID', 'Status']],
    ['"Date, local";Change ID;Status', ';', ['Date, local', 'Change ID', 'Status']],
    ['a\tb', '\t', ['a', 'b']],
    ['" id "\r\nx', ',', ['id']],
    ['', ',', ['']],
  ];
  for (const [text, separator, names] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readCsvHeader(text), { separator, names }));
  }
});

describe('csvCellAt', () => {
  it('finds plain, quoted and many-line cells, and nothing on separators', () => {
    const text = 'a,b\n1,"x ""y""\r\nz, w",3\nlast,';
    const at = (word: string) => {
      const cell = csvCellAt(text, text.indexOf(word), ',');
      return cell && [cell.column, cell.value];
    };
    assert.deepEqual(at('a'), [0, 'a']);
    assert.deepEqual(at('"x'), [1, 'x "y"\r\nz, w']);
    assert.deepEqual(at('z'), [1, 'x "y"\r\nz, w']);
    assert.deepEqual(at(' w'), [1, 'x "y"\r\nz, w']);
    assert.deepEqual(at('3'), [2, '3']);
    assert.deepEqual(at('last'), [0, 'last']);
    assert.equal(at(','), undefined);
    assert.equal(at('\n1'), undefined);
    assert.equal(csvCellAt(text, -1, ','), undefined);
    assert.equal(csvCellAt(text, text.length, ','), undefined);
  });

  it('ends with the text where a quotation mark is never closed', () => {
    assert.equal(csvCellAt('a\n"open', 4, ',')?.value, 'open');
    assert.equal(csvCellAt('a\n"open""', 4, ',')?.value, 'open"');
  });

  it('reads what an independent parser reads, cell by cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'ä') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';'), fc.boolean(), (rows, delimiter, quotes) => {
        const text = papa.unparse(rows, { delimiter, quotes, newline: '\n' });
        const seen = new Set<string>();
        for (let offset = 0; offset < text.length; offset++) {
          const found = csvCellAt(text, offset, delimiter);
          if (found === undefined) continue;
          const row =
            text.slice(0, found.rowStart).length === 0
              ? 0
              : papa.parse(text.slice(0, found.rowStart - 1), { delimiter }).data.length;
          assert.equal(found.value, rows[row]?.[found.column]);
          seen.add(`${row}:${found.column}`);
        }
        rows.forEach((cells, row) =>
          cells.forEach((value, column) => assert.ok(value === '' || seen.has(`${row}:${column}`))),
        );
      }),
    );
  });

  it('counts within a value as the text does, doubled quotation marks included', () => {
    const text = 'h\n"{""id"":""ü1""}"';
    const cell = csvCellAt(text, 4, ',')!;
    assert.equal(cell.value, '{"id":"ü1"}');
    const inText = text.indexOf('ü1');
    const inValue = cell.value.indexOf('ü1');
    assert.equal(valueOffset(text, cell, inText), inValue);
    assert.equal(textOffset(cell, inValue), inText);
  });
});
