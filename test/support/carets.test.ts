import * as assert from 'node:assert/strict';
import { withCarets } from './carets';

describe('withCarets', () => {
  it('takes the carets out and says what they stood under', () => {
    const { text, ranges } = withCarets(['[{"ä":1},', ' ^^^^^^^', '{"b":22}]', ' ^^^ ^^'].join('\n'));
    assert.equal(text, '[{"ä":1},\n{"b":22}]');
    assert.deepEqual(
      ranges.map(({ start, end }) => text.slice(start, end)),
      ['{"ä":1}', '"b"', '22'],
    );
  });

  it('leaves a text without carets alone', () => {
    assert.deepEqual(withCarets('a\n\nb ^ c'), { text: 'a\n\nb ^ c', ranges: [] });
  });
});
