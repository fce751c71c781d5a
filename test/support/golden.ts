import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Fails unless `text` is what the golden file `test/fixtures/<name>` holds. With `UPDATE=1` in the environment the file
 * is written instead: read the diff.
 */
export function matchGolden(name: string, text: string): void {
  const file = path.resolve('test/fixtures', name);
  if (process.env.UPDATE === '1') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return;
  }
  assert.ok(fs.existsSync(file), `${name} is missing: run the tests with UPDATE=1 and read what they write`);
  // A checkout may have turned the line ends.
  assert.equal(text, fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n'));
}
