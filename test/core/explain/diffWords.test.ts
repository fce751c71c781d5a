import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { diffWords, type DiffPart } from '../../../src/core/explain/diffWords';

describe('diffWords', () => {
  it('gives both texts back, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', ',', 'ß', '😀', '\ud800', '\n'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before.join(''), after.join(''));
        assert.equal(textOf(parts, 'added'), before.join(''));
        assert.equal(textOf(parts, 'removed'), after.join(''));
        for (const [index, part] of parts.entries()) {
          assert.notEqual(part.text, '');
          assert.notEqual(part.kind, parts[index + 1]?.kind);
        }
      }),
    );
  });

  it('replaces very long texts whole instead of comparing for minutes', () => {
    const before = 'a b '.repeat(5_000);
    const after = 'c d '.repeat(5_000);
    const parts = diffWords(before, after);
    assert.equal(textOf(parts, 'added'), before);
    assert.equal(textOf(parts, 'removed'), after);
  });
});

/** The text without the parts of one kind. */
function textOf(parts: readonly DiffPart[], without: DiffPart['kind']): string {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}
