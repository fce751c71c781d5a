import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { textViews } from '../../../src/core/redact/textViews';

/** What the innermost view reads. */
function innermost(text: string): string {
  return textViews(text).at(-1)!.text;
}

describe('textViews', () => {
  it('takes every kind of escape away, one within the other', () => {
    assert.equal(innermost('Zo%C3%AB'), 'Zoë');
    assert.equal(innermost('Zo%25C3%25AB'), 'Zoë');
    assert.equal(innermost('Zo\\u00eb'), 'Zoë');
    assert.equal(innermost('Zo\\\\u00eb'), 'Zoë');
    assert.equal(innermost('Zo%5Cu00eb'), 'Zoë');
    assert.equal(innermost('a\\\\\\"b'), 'a"b');
    assert.equal(innermost('Zo&#235;, Zo&#xEB; &amp; Co'), 'Zoë, Zoë & Co');
    assert.equal(innermost('Zo%u00eb, Zo%25u00eb'), 'Zoë, Zoë');
    assert.equal(innermost('Zo\\xc3\\xab, Zo\\\\xeb, Zo&#235, Zo%EB'), 'Zoë, Zoë, Zoë, Zoë');
    assert.equal(innermost('Zo&euml;, &Aring;se, &Scaron;, &oslash;, Gro&szlig;'), 'Zoë, Åse, Š, ø, Groß');
    assert.equal(innermost('Hollo\u00adway, Hollo&shy;way, Zo\u200b\ufeffë'), 'Holloway, Holloway, Zoë');
    assert.equal(innermost('%F0%9F%98%80 \\ud83d\\ude00'), '😀 😀');
  });

  it('leaves a text without escapes alone, and what only looks like one', () => {
    for (const text of ['plain', '100 % of it', 'R&D', 'a & b', '50%', '&param;', '&constructor;', ''])
      assert.equal(innermost(text), text);
  });

  it('knows where everything stands in the text itself', () => {
    const text = 'User Zo%C3%AB\\u0020Smith';
    const view = textViews(text).at(-1)!;
    const at = view.text.indexOf('Zoë');
    assert.equal(text.slice(view.place(at), view.place(at + 3)), 'Zo%C3%AB');
    assert.equal(view.place(view.text.length), text.length);
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '%',
            '2',
            '5',
            'C',
            '3',
            'A',
            '\\',
            'u',
            '0',
            'e',
            '"',
            '&',
            '#',
            ';',
            'x',
            'u',
            'm',
            'l',
            '\u00ad',
          ),
        }),
        (any) => {
          for (const each of textViews(any)) {
            let last = 0;
            for (let unit = 0; unit <= each.text.length; unit++) {
              const place = each.place(unit);
              assert.ok(place >= last && place <= any.length);
              last = place;
            }
          }
        },
      ),
    );
  });
});
