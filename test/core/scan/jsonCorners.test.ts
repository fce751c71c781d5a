import * as assert from 'node:assert/strict';
import { scanLog, utf8 } from '../../support/scanLog';

/** JSON values in all their spellings; each must be read, by every engine and however its bytes come. */
const values: readonly string[] = [
  // Texts: every escape, code points of one to four bytes, characters that only look like structure.
  '""',
  '" "',
  '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
  '"\\u0000\\u001f\\u0022\\u005C\\uFFFF"',
  '"\\u00e9\\u4E2D"',
  '"\\ud83d\\ude00\\uD83D\\uDE00"',
  '"\\u005b\\u007b"',
  '"é中😀\u2028\u2029\u007f\uFEFF"',
  '"[{]}:,"',
  '"\\\\"',
  '"\\\\\\""',
  '"\\\\u0022"',
  '"//no comment/**/"',
  `"${'x'.repeat(15)}"`,
  `"${'x'.repeat(16)}\\""`,
  `"${'é'.repeat(40)}"`,
  ...[1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 65, 66, 127, 128].flatMap((length) => [
    // Runs of backslashes: an even number of them leaves the quote behind them a quote.
    `"${'\\\\'.repeat(length)}"`,
    `"${'\\\\'.repeat(length)}\\""`,
    `"${'x'.repeat(length)}${'\\"'.repeat(length)}"`,
  ]),
  // Numbers.
  ...['0', '-0', '7', '-12', '0.5', '1e5', '1E+5', '-1.25e-300', '123456789012345678901234567890', '1e400', '0e0'],
  // Literals, lists and objects, with every white space and without any.
  ...['true', 'false', 'null', '[]', '{}', '[ ]', '{ }', '[[],{}]', '[null,true,false,0,""]'],
  ...['[1 , 2]', '{ "a" : [ { } ] }', '\t[\n1\r,\r\n2 ]\t', '{"":""}', '{"a":{"":[{}]}}'],
  // A key twice, and keys that are those of the record around it.
  ...['{"a":1,"a":2}', '{"id":"other","provisioningSteps":[{"id":1}]}'],
  `${'['.repeat(70)}${']'.repeat(70)}`,
  `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`,
];

/** What looks like JSON and is none; the record around it must be given up, and no other record with it. */
const broken: readonly string[] = [
  ...['tru', 'nul', 'TRUE', 'nulls', 'undefined', 'NaN', '-Infinity', "'x'", 'x', '#'],
  ...['[1 2]', '["a" "b"]', '{"a" 1}', '{"a"::1}', '{a:1}', '{1:1}', '{"a","b"}', '[1:2]', '{[]}', '{"a":1 "b":2}'],
  ...['[}', '{]', '[1}', '{"a":1]', '[,1]', '{,"a":1}', '[1,,2]', '{"a":1,,"b":2}', '/*x*/1', '1//x', '"a"b', '(1)'],
];

/** What no strict parser takes, but what this one reads on behind, because downloads hold it. */
const tolerated: readonly string[] = [
  '[1,]',
  '{"a":1,}',
  '"a\tb"',
  '"a\u0000b"',
  '[1\u0000,2]',
  '01',
  '1.',
  '-',
  '+1',
  '.5',
  '1e',
];

const before = '{"id":"before","jobId":"j","v":1}';
const after = '{"id":"after","jobId":"j","v":2}';

function around(value: string): string {
  return `[${before},{"id":"it","v":${value}},${after}]`;
}

function ids(value: string, pieces: readonly number[]): string[] {
  const { records } = scanLog(utf8(around(value)), { paths: [{ field: 0, path: 'id' }], pieces });
  return records.map(({ fields }) => fields[0]!.text);
}

describe('JSON at its corners', () => {
  const pieces = [[1], [2], [3, 5], [7], [64], [1_000]];

  it('is read where it is JSON', function () {
    this.timeout(60_000);
    for (const value of values) {
      assert.doesNotThrow(() => JSON.parse(value), value);
      for (const sizes of pieces) assert.deepEqual(ids(value, sizes), ['before', 'it', 'after'], value);
    }
  });

  it('costs the record that it stands in where it is none, and no other', function () {
    this.timeout(60_000);
    for (const value of broken) {
      assert.throws(() => JSON.parse(value), value);
      for (const sizes of pieces) assert.deepEqual(ids(value, sizes), ['before', 'after'], value);
    }
  });

  it('is read on where it is known to be harmless', () => {
    for (const value of tolerated) {
      assert.throws(() => JSON.parse(value), value);
      for (const sizes of pieces) assert.deepEqual(ids(value, sizes), ['before', 'it', 'after'], value);
    }
  });

  it('may be cut between any two bytes', function () {
    this.timeout(60_000);
    const text = utf8(`[{"id":"é\\ud83d\\ude00中","v":"${'\\\\'.repeat(40)}\\"${'😀'.repeat(20)}"},${after}]`);
    const whole = scanLog(text);
    for (let first = 1; first < text.length; first++) {
      assert.deepEqual(scanLog(text, { pieces: [first, text.length] }), whole, `cut at ${first}`);
    }
  });
});
