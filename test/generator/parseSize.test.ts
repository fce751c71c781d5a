import * as assert from 'node:assert/strict';
import { parseSize } from './parseSize';

describe('parseSize', () => {
  it('takes decimal units and refuses what is no size', () => {
    assert.deepEqual(['100MB', '1.5 gb', '4096', '2kB'].map(parseSize), [1e8, 1.5e9, 4096, 2000]);
    assert.deepEqual(
      ['', 'MB', '-1', '3 TB', '1,5MB'].map(parseSize),
      Array.from({ length: 5 }, () => undefined),
    );
  });
});
