import * as assert from 'node:assert/strict';
import { hostileNames } from '../../generator/hostileNames';
import { tabSeparated } from '../../../src/core/export/tabSeparated';

describe('tabSeparated', () => {
  it('keeps cells and rows apart, whatever stands in them', () => {
    const rows = [['Identity', 'Reason'], ...hostileNames.map((name) => [name, 'a\tb\r\nc'])];
    const lines = tabSeparated(rows).split('\n');
    assert.equal(lines.pop(), '');
    assert.deepEqual(
      lines.map((line) => line.split('\t').length),
      rows.map(() => 2),
    );
    assert.ok(lines[1]?.endsWith('\ta b c'));
  });

  it('lets no spreadsheet run a cell', () => {
    const cells = ['=1+1', ' +SUM(A1)', '-2', '@x', "'=1", 'a=b'];
    assert.equal(tabSeparated([cells]), "'=1+1\t' +SUM(A1)\t'-2\t'@x\t'=1\ta=b\n");
  });
});
