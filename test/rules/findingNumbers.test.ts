import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';

const folder = path.resolve('src', 'core', 'analysis', 'findings');

/** A number with a name of its own. */
const numbers = /(?:^|\n)(?:export )?const (?<name>[A-Z][A-Z_]*) = [\d_.* ]+;/g;

describe('the numbers of the findings', () => {
  it('are those of the documentation, which stand in one table, or are said to be our own choice', () => {
    const faults: string[] = [];
    for (const file of fs.readdirSync(folder)) {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const own = [...text.matchAll(numbers)].filter(({ groups }) => groups?.name !== 'HOUR');
      const isSaid = /our choice|they are what we find worth telling/.test(text);
      if (own.length > 0 && !isSaid) faults.push(`${file}: ${own.map(({ groups }) => groups?.name).join(', ')}`);
    }
    assert.deepEqual(faults, []);
  });
});
