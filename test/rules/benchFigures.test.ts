import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { figuresSection, withSection } from '../bench/readme';
import type { Results } from '../bench/results';
import { rows } from '../bench/rows';

const results = JSON.parse(fs.readFileSync('test/bench/results.json', 'utf8')) as Results;

describe('the figures', () => {
  it('stand in the README as test/bench/results.json has them', () => {
    const readme = fs.readFileSync('README.md', 'utf8').replace(/\r\n/g, '\n');
    assert.ok(readme === withSection(readme, figuresSection(results)), 'npm run bench -- --readme writes them');
  });

  it('are of rows that the bench has', () => {
    const known = new Set(rows.map(({ id }) => id));
    assert.deepEqual(
      (results.table?.rows ?? []).map(({ id }) => id).filter((id) => !known.has(id)),
      [],
    );
  });
});
