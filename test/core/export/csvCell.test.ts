import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as Papa from 'papaparse';
import { csvCell, csvRow } from '../../../src/core/export/csvCell';

describe('csvCell', () => {
  it('lets nothing begin like a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', '\n=', '\ufeff=']) {
      assert.match(csvCell(`${start}cmd|' /C calc'!A0`), /^"\n?'/, JSON.stringify(start));
    }
    assert.equal(csvCell('a;=1+1'), `"a;'=1+1"`);
    assert.equal(csvCell('a\t@SUM(1)'), `"a\t'@SUM(1)"`);
  });

  it('leaves everything else as it is, and quotes it', () => {
    for (const text of ['', 'Anna', 'a=b', 'a-b', 'anna@contoso.com', '2026-01-01T00:00:00.000Z', 'x; y']) {
      assert.equal(csvCell(text), `"${text}"`);
    }
    assert.equal(csvCell('say "hi"'), '"say ""hi"""');
  });

  it('is one cell for a reader, whatever separates its cells, and never a formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc
        .array(fc.constantFrom('=', '+', '-', '@', ';', ',', '\t', '\n', '\r', '"', "'", ' ', '＝', 'a', '1'), {
          maxLength: 10,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const row = csvRow(cells);
        const { data } = Papa.parse<string[]>(row, { delimiter: ',', newline: '\r\n' });
        assert.equal(data[0]!.length, cells.length);
        for (const [index, read] of data[0]!.entries()) {
          assert.doesNotMatch(read, /^\s*[=+\-@＝＋－＠]/);
          // Apostrophes are all that was added.
          assert.equal(read.replaceAll("'", ''), cells[index]!.replaceAll("'", ''));
        }
        for (const part of row.split(/[;\t\r\n]/)) assert.doesNotMatch(part, /^[ \u00a0]*[=+\-@＝＋－＠]/);
      }),
    );
  });
});
