import * as assert from 'node:assert/strict';
import { shippedCodes } from '../../../src/core/codes/lookUpCode';
import { BROKEN_REACH, codeInBroken, isWhole } from '../../../src/core/hover/brokenTarget';

/** What is found at the end of the first `word` of a text. */
function at(text: string, word: string) {
  const found = codeInBroken(text, text.indexOf(word) + word.length - 1, shippedCodes);
  return found && [found.target.key, found.target.value, text.slice(found.start, found.end)];
}

describe('codeInBroken', () => {
  it('takes what stands behind the name of an error code, known or not', () => {
    for (const name of ['"errorCode":"', '"ErrorCode" : "', '{\\"errorCode\\":\\"', '"ResultSignature": "'])
      assert.deepEqual(at(`x",${name}No such thing","reason":"r"`, 'such'), [
        'errorCode',
        'No such thing',
        'No such thing',
      ]);
    assert.deepEqual(at('"errorCode":"Cut', 'Cut'), ['errorCode', 'Cut', 'Cut']);
  });

  it('takes a word elsewhere only when it is known and spelled as a code', () => {
    assert.deepEqual(at('was SalesforceLicenseLimitExceeded, again', 'Limit'), [
      '',
      'SalesforceLicenseLimitExceeded',
      'SalesforceLicenseLimitExceeded',
    ]);
    for (const word of ['BoxSomethingNobodyKnows', 'Conflict', 'conflict', 'timeout', 'errorCode'])
      assert.equal(at(`"${word}" there`, word), undefined, word);
    assert.equal(at('"errorCode":null,"reason":"r"', 'null'), undefined);
    assert.equal(at('"errorCode":"","reason":"r"', 'reason'), undefined);
    assert.equal(codeInBroken('', 0, shippedCodes), undefined);
  });

  it('takes any text within its reach in a moment', () => {
    const parts = ['"errorCode":"', 'aA', '\\', '"', ' ', '-', '_'];
    for (const part of parts) {
      const text = part.repeat((2 * BROKEN_REACH) / part.length);
      for (let offset = 0; offset <= text.length; offset++) codeInBroken(text, offset, shippedCodes);
    }
  });
});

describe('isWhole', () => {
  it('tells a record that is JSON from one that lacks something', () => {
    assert.equal(isWhole('{"a":[1,{"b":null}]}'), true);
    for (const record of ['{"a":b"}', '{"a":"b', '{"a":[}', '']) assert.equal(isWhole(record), false, record);
  });

  it('does not look through what is very long', () => {
    assert.equal(isWhole(JSON.stringify({ a: 'x'.repeat(4_000_000) })), undefined);
  });
});
