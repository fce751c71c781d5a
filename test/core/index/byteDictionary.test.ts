import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ByteDictionary } from '../../../src/core/index/byteDictionary';
import { wellFormed } from '../../support/wellFormed';

const text = fc.string({ unit: 'binary', maxLength: 40 }).map(wellFormed);

describe('ByteDictionary', () => {
  it('numbers distinct texts in the order in which they come, and gives them back', () => {
    fc.assert(
      fc.property(fc.array(text), fc.boolean(), (texts, isTrimmed) => {
        const dictionary = new ByteDictionary();
        const expected = [''];
        for (const [at, each] of texts.entries()) {
          if (!expected.includes(each)) expected.push(each);
          assert.equal(dictionary.addText(each), expected.indexOf(each));
          if (isTrimmed && at % 3 === 0) dictionary.trim();
          if (at % 5 === 0) dictionary.reserve(1 + (at % 7));
        }
        assert.deepEqual(
          Array.from({ length: dictionary.size }, (_, entry) => dictionary.text(entry)),
          expected,
        );
      }),
    );
  });

  it('keeps its order while it grows', () => {
    const dictionary = new ByteDictionary();
    for (let round = 0; round < 2; round++) {
      for (let number = 1; number <= 20_000; number++) assert.equal(dictionary.addText(`text ${number}`), number);
    }
    assert.equal(dictionary.text(12_345), 'text 12345');
    assert.equal(dictionary.byteLengthOf(12_345), 10);
    assert.equal(dictionary.byteLengthOf(0), 0);
  });

  it('gives back the room that it made for texts which did not come', () => {
    const [grown, roomy] = [new ByteDictionary(), new ByteDictionary()];
    for (let number = 0; number < 100; number++) {
      grown.addText(`text ${number}`);
      roomy.addText(`text ${number}`);
      if (number === 20) roomy.reserve(1000);
    }
    grown.trim();
    assert.ok(roomy.byteLength > 10 * grown.byteLength);
    roomy.trim();
    assert.equal(roomy.byteLength, grown.byteLength);
    assert.equal(roomy.addText('text 99'), grown.addText('text 99'));
  });

  it('hashes equal texts equally, also in another dictionary', () => {
    const one = new ByteDictionary();
    const other = new ByteDictionary();
    other.addText('first');
    assert.equal(one.hashOf(one.addText('äöü 12')), other.hashOf(other.addText('äöü 12')));
  });

  it('looks at the given range only, wherever it stands in memory', () => {
    const dictionary = new ByteDictionary();
    const bytes = new TextEncoder().encode('--abcdefg--abcdefg').subarray(1);
    const entry = dictionary.add(bytes, 1, 8);
    assert.equal(dictionary.add(bytes, 10, 17), entry);
    assert.notEqual(dictionary.add(bytes, 1, 7), entry);
    assert.equal(dictionary.text(entry), 'abcdefg');
  });

  it('reads many texts at once as it reads each of them', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => new TextEncoder().encode(text)),
      fc.string({ maxLength: 6 }).map((text) => new TextEncoder().encode(text)),
      fc.uint8Array({ maxLength: 3 }),
      // Halves of a character, which make one when they stand together.
      fc.constantFrom(Uint8Array.of(0xc3), Uint8Array.of(0xa4), Uint8Array.of(0xf0, 0x9f), Uint8Array.of(0x98, 0x80)),
    );
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 12 }), (texts) => {
        const dictionary = new ByteDictionary();
        for (const text of texts) dictionary.add(text, 0, text.length);
        const textOf = dictionary.reader();
        for (let entry = 0; entry < dictionary.size; entry++) assert.equal(textOf(entry), dictionary.text(entry));
      }),
      { numRuns: 500 },
    );
  });
});
