import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { shortText } from '../../../src/core/record/shortTexts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe('shortText', () => {
  it('is what the decoder reads, for plain ASCII, and nothing else', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\\', 'é'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(text, fc.nat({ max: 3 }), (content, before) => {
        const bytes = encoder.encode(`${'x'.repeat(before)}${content}y`);
        const end = bytes.length - 1;
        const read = shortText(bytes, before, end);
        const isPlain = end - before <= 64 && /^[^\\\u0080-\uffff]*$/.test(content);
        assert.equal(read, isPlain ? decoder.decode(bytes.subarray(before, end)) : undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells texts apart that share a place', () => {
    for (let number = 0; number < 20_000; number++) {
      const text = `text ${number}`;
      assert.equal(shortText(encoder.encode(text), 0, text.length), text);
    }
  });
});
