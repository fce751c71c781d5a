import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  eachMatch,
  guidPattern,
  hostSign,
  ipPattern,
  ipSign,
  isGuid,
  namePatterns,
} from '../../../src/core/redact/patterns';

const piece = fc.constantFrom(
  ...['anna', 'Kim-Li', 'x9', '_', '.', '..', '@', '://', 'https', '/', 'com', 'local', 'de', 'K', 'S', ' ', '-', '='],
  ...['CN', 'dc', 'uid', "user '", "'", ',', '::', ':', 'fe80', '10', '255', '999', '\n', '+', '\\', '"'],
);
const anyAscii = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
);

function found(pattern: RegExp, text: string): readonly (readonly [number, ...string[]])[] {
  const all: [number, ...string[]][] = [];
  eachMatch(pattern, text, (match) => all.push([match.index, ...match]));
  return all;
}

describe('the shapes of names', () => {
  it('are the same in texts of ASCII when they are looked for without Unicode', () => {
    fc.assert(
      fc.property(anyAscii, (text) => {
        for (const { pattern, asciiPattern } of namePatterns) {
          assert.deepEqual(found(asciiPattern, text), found(pattern, text));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('have their sign in every match', () => {
    fc.assert(
      fc.property(fc.oneof(anyAscii, fc.string({ unit: 'binary' })), (text) => {
        for (const { pattern, sign } of namePatterns) {
          if (found(pattern, text).length === 0) continue;
          assert.ok(text.includes(sign));
          if (sign === '.') assert.match(text, hostSign);
        }
        if (found(ipPattern, text).length > 0) assert.match(text, ipSign);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a GUID is known when nothing else is in a text', () => {
    const guid = '13C1a022-a6ca-41a6-b248-3a3ea47b7588';
    for (const text of [guid, guid.replaceAll('-', '')]) {
      assert.ok(isGuid(text));
      assert.deepEqual(found(guidPattern, text), [[0, text]]);
    }
    for (const text of ['', `${guid} `, guid.slice(1), `{${guid.slice(2)}}`, 'g'.repeat(32)]) assert.ok(!isGuid(text));
  });
});
