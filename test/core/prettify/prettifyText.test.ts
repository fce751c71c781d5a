import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { prettifyBytes, prettifyText } from '../../../src/core/prettify/prettifyText';

describe('prettifyText', () => {
  it('gives the text of the formatted bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (value, key) => {
        const text = JSON.stringify({ [key]: value });
        const bytes = prettifyBytes(new TextEncoder().encode(text), { indent: '\t', eol: '\r\n' });
        assert.equal(prettifyText(text, '\t', '\r\n'), new TextDecoder().decode(bytes));
      }),
    );
  });

  it('keeps lone surrogates and every other unit', () => {
    assert.equal(prettifyText('["\ud800","é\u0080\u00ff€😀"]', ' ', '\n'), '[\n "\ud800",\n "é\u0080\u00ff€😀"\n]');
  });

  it('gives a text back as it is when it would become too long', () => {
    assert.equal(prettifyText('[1,2]', '  ', '\n', 12), '[\n  1,\n  2\n]');
    assert.equal(prettifyText('[1,2]', '  ', '\n', 11), '[1,2]');
  });

  it('formats a long document', () => {
    const value = Array.from({ length: 20_000 }, (_none, n) => ({ n, name: 'Zoë 😀' }));
    assert.ok(prettifyText(JSON.stringify(value), '  ', '\n') === JSON.stringify(value, null, 2));
  });
});
