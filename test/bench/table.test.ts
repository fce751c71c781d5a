import * as assert from 'node:assert/strict';
import { figureOf } from './results';
import type { Row, RowResult } from './row';
import { machine, table } from './table';

const input = { file: 'log.json', byteLength: 1e8, events: 1, failures: 0, scratch: '.' };
const row: Row = {
  id: 'memory',
  title: 'memory',
  unit: 'MB',
  ours: { id: 'ours', run: () => Promise.resolve({ absent: 'not run here' }) },
  inputs: ['size'],
  floor: () => 96,
  aim: () => 48,
};
const measured = (figure: number): RowResult => {
  return { row, input, ours: { median: figure, min: figure, max: figure }, theirs: undefined, figure };
};

describe('table', () => {
  it('shows figure, limits and what was reached; of a figure with a unit, less is better', () => {
    const lines = table([measured(20), measured(60), measured(200)].map(figureOf)).split('\n');
    assert.match(
      lines[2]!,
      /^\| memory \(100 MB\) +\| 20\.0 MB \(20\.0 to 20\.0\) .*\| 96\.0 MB \| 48\.0 MB \| aim +\|$/,
    );
    assert.match(lines[3]!, /floor +\|$/);
    assert.match(lines[4]!, /below +\|$/);
    assert.equal(new Set(lines.map((line) => line.length)).size, 1);
  });

  it('shows why a figure is missing', () => {
    const result = { row, input, ours: undefined, theirs: undefined, figure: undefined, notice: 'not built' };
    assert.match(table([figureOf(result)]), /\| not built +\| none/);
  });

  it('names the machine and the version of Node', () => {
    assert.ok(machine().includes(process.version));
  });
});
