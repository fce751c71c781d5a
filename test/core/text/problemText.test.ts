import * as assert from 'node:assert/strict';
import type { ProblemFact } from '../../../src/core/problem';
import { problemKinds } from '../../../src/core/text/problemKinds';
import { problemText, type NamedFile } from '../../../src/core/text/problemText';

const place = { file: 1, event: 1_204, line: 3, byteOffset: 5_000_000, byteLength: 4_200 };
const files: readonly NamedFile[] = [
  { name: 'a.json', form: 'original' },
  { name: 'b.json', form: 'original' },
];
const facts = { at: 5_000_100, otherEvent: 7, otherByteOffset: 1_000, found: 'It is a picture.', reason: 'EACCES' };

describe('problemText', () => {
  const cases: readonly [ProblemFact, string][] = [
    [
      { code: 'brokenRecord', ...place, facts },
      'b.json, event 1,204, line 3, byte 5,000,000: A record is broken at byte 5,000,100; 4.2 kB up to the next record are left out, so this event is missing. Look at the bytes, and download the log again to see the event.',
    ],
    [
      { code: 'truncated', file: 0, line: 1, byteOffset: 12 },
      'a.json, line 1, byte 12: The file ends before its list of events is closed; later events may be missing. The download was cut off: download the log again.',
    ],
    [
      { code: 'conflictingEvents', file: 1, event: 9, byteOffset: 99, facts },
      'b.json, event 9, byte 99: This record has the key of event 7 (byte 1,000) and says something else; both are kept. Compare the two events.',
    ],
    [
      { code: 'conflictingEvents', file: 1, event: 9, facts: { ...facts, otherFile: 0 } },
      'b.json, event 9: This record has the key of event 7 of a.json (byte 1,000) and says something else; both are kept. Compare the two events.',
    ],
    [
      { code: 'notALog', file: 0, facts },
      'a.json: This file is left out. It is a picture. Open a file that was downloaded from the provisioning logs.',
    ],
    [
      { code: 'trailingComma', byteOffset: 8 },
      'Byte 8: There is a comma behind the last value; nothing is lost. There is nothing to do.',
    ],
    [{ code: 'new' }, 'There is a problem without a description (new).'],
  ];
  for (const [fact, message] of cases) {
    it(`says ${fact.code}`, () => assert.equal(problemText(fact, files).message, message));
  }

  for (const { code } of problemKinds) {
    it(`names place, fault and advice of ${code}`, () => {
      const { message } = problemText({ code, ...place, facts }, files);
      assert.match(message, /^b\.json, event 1,204, line 3, byte 5,000,000: [A-Z].*[^.]\. [A-Z].*\.$/);
      assert.doesNotMatch(message, /undefined|NaN| {2}|\.\./);
      assert.doesNotMatch(problemText({ code }).message, /undefined|NaN| {2}|\.\./);
    });
  }

  it('says what an offset counts when it is not the bytes of the file', () => {
    const problem: ProblemFact = { code: 'trailingComma', file: 0, line: 2, byteOffset: 8 };
    for (const [form, where] of [
      ['unpacked', 'x.zip › a.json, line 2, byte 8 of the unpacked content: There is'],
      ['transcoded', 'x.zip › a.json, line 2, byte 8 of its UTF-8 form: There is'],
    ] as const) {
      assert.ok(problemText(problem, [{ name: 'x.zip › a.json', form }]).message.startsWith(where), form);
    }
  });

  it('keeps the place as data', () => {
    const { code, file, event, line, byteOffset, byteLength } = problemText({ code: 'garbage', ...place, facts });
    assert.deepEqual({ code, file, event, line, byteOffset, byteLength }, { code: 'garbage', ...place });
  });
});
