import * as assert from 'node:assert/strict';
import { figuresSection, withSection } from './readme';
import type { Results } from './results';

const spread = (median: number) => ({ median, min: median - 1, max: median + 1 });
const how = { machine: 'a machine', rounds: 3 };
const results: Results = {
  table: {
    ...how,
    rows: [{ id: 'index', title: 'index', unit: 'x', figure: 4, ours: spread(10), theirs: spread(40) }],
  },
  hosts: {
    ...how,
    editor: 'an editor',
    rows: [{ id: 'read', title: 'read', byteLength: 100e6, node: spread(10), web: spread(25) }],
  },
  growth: {
    ...how,
    rows: [
      { byteLength: 100e6, indexMs: 300, memoryMB: 20 },
      { byteLength: 400e6, indexMs: 1_200, memoryMB: 32 },
    ],
  },
};

describe('the figures for the README', () => {
  const section = figuresSection(results);

  it('are a table for each part that was measured', () => {
    assert.match(section, /\| index \| 10\.0 ms \(9\.00 to 11\.0\) \| 40\.0 ms \(39\.0 to 41\.0\) \| 4\.00× \|/);
    assert.match(section, /\| read \(100 MB\) \| 10\.0 ms .* \| 25\.0 ms .* \| 2\.50× \|/);
    assert.equal(section.match(/median of 3/g)?.length, 3);
    assert.doesNotMatch(section, /--editor/);
  });

  it('say of growth what the last 100 MB cost', () => {
    assert.match(section, /\| 100 \| 300 \| {2}\| 20\.0 \| {2}\|\n\| 400 \| 1200 \| 300\.0 \| 32\.0 \| 4\.0 \|/);
  });

  it('take the place of those that stand there, and of nothing else', () => {
    const readme = `before\n\n${section}\n\nafter`;
    assert.equal(withSection(readme, section), readme);
    const other = figuresSection({});
    assert.equal(withSection(readme, other), `before\n\n${other}\n\nafter`);
    assert.throws(() => withSection('a README without marks', section), /marks/);
  });
});
