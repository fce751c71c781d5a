import * as assert from 'node:assert/strict';
import { catalogue } from '../../src/core/codes/catalogue';
import { retryKinds, scenarios, turns, type ErrorCode } from '../../src/core/codes/errorCode';
import { errorCodes } from '../../src/core/codes/errorCodes';
import { findEntries } from '../../src/core/codes/findEntries';
import { findMarks } from '../../src/core/codes/findMarks';
import { lookUpCode } from '../../src/core/codes/lookUpCode';
import { lookUpSkipReason } from '../../src/core/codes/lookUpSkipReason';
import { skipReasons } from '../../src/core/codes/skipReasons';

const everything = catalogue.flatMap((section) => section.entries);

describe('catalogue', () => {
  for (const entry of everything) {
    it(`${entry.codes[0]} is complete`, () => {
      assert.match(entry.documentation ?? '', /^https:\/\/learn\.microsoft\.com\/[\w/#-]+$/);
      assert.doesNotMatch(entry.documentation ?? '', /\/[a-z]{2}-[a-z]{2}\//, 'readers get their own language');
      assert.notEqual(entry.origin, 'user');
      assert.ok(turns.some(({ id }) => id === entry.turn));
      assert.ok(retryKinds.some(({ id }) => id === entry.retry.kind));
      assert.ok(entry.appliesTo.every((id) => scenarios.some((scenario) => scenario.id === id)));
      assert.equal(new Set(entry.appliesTo).size, entry.appliesTo.length);
      assert.ok(entry.title.length <= 80 && !entry.title.endsWith('.'));
      for (const sentence of [entry.cause, entry.retry.text, ...entry.steps]) assert.match(sentence, /^[A-Z].*\.$/);
    });

    it(`${entry.codes[0]} says nothing that Markdown reads`, () => {
      for (const text of textsOf(entry)) assert.doesNotMatch(text, /[<>[\]*_`|\\#$~\r\n]|https?:/);
    });
  }

  for (const section of catalogue) {
    it(`spells every one of the ${section.title.toLowerCase()} once`, () => {
      const codes = section.entries.flatMap((entry) => entry.codes.map((code) => code.toLowerCase()));
      assert.ok(codes.length > 0);
      assert.deepEqual(
        codes.filter((code, index) => codes.indexOf(code) !== index),
        [],
      );
    });
  }

  it('reaches every error code, skip reason and mark by each of its spellings', () => {
    for (const entry of errorCodes) {
      for (const code of entry.codes) {
        const found = lookUpCode(code);
        assert.ok(found.isKnown && found.entry === entry, code);
      }
    }
    for (const entry of skipReasons) for (const code of entry.codes) assert.equal(lookUpSkipReason(code), entry);
    for (const { id, entries } of catalogue) {
      if (id !== 'reasonText') continue;
      for (const entry of entries)
        for (const code of entry.codes) assert.ok(findMarks(`00: ${code}: x`).includes(entry));
    }
  });

  it('finds every entry by its first code', () => {
    for (const entry of everything) {
      assert.ok(findEntries(entry.codes[0]).some((found) => found.entry === entry));
    }
    assert.equal(findEntries('').length, everything.length);
  });

  it('uses every turn, retry kind and scenario', () => {
    assert.deepEqual(
      turns.filter(({ id }) => !everything.some((entry) => entry.turn === id)),
      [],
    );
    assert.deepEqual(
      retryKinds.filter(({ id }) => !everything.some((entry) => entry.retry.kind === id)),
      [],
    );
    assert.deepEqual(
      scenarios.filter(({ id }) => !everything.some((entry) => entry.appliesTo.includes(id))),
      [],
    );
  });
});

function textsOf(entry: ErrorCode): readonly string[] {
  return [entry.title, entry.cause, entry.retry.text, ...entry.steps];
}
