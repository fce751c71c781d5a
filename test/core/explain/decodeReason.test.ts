import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decodeReason } from '../../../src/core/explain/decodeReason';

const scimBody =
  '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409","scimType":"uniqueness","detail":"User {anna} must be \\"Active\\"."}';
const whole = [
  "Failed to create User 'anna@example.org' in customappsso; Error: StatusCode: Conflict",
  'Message: Processing of the HTTP request resulted in an exception.',
  `Web Response: ${scimBody}. This operation was retried 3 times. It will be retried again after this date: 2026-03-24T07:17:42.1234567Z UTC`,
].join('\r\n');

describe('decodeReason', () => {
  it('takes a whole reason apart', () => {
    const reason = decodeReason(whole);
    assert.equal(reason.original, whole);
    assert.equal(reason.lead, "Failed to create User 'anna@example.org' in customappsso; Error:");
    assert.equal(reason.statusCode, 'Conflict');
    assert.equal(reason.http?.number, 409);
    assert.equal(reason.message, 'Processing of the HTTP request resulted in an exception.');
    assert.equal(reason.webResponse, scimBody);
    assert.deepEqual(reason.scim, { status: '409', scimType: 'uniqueness', detail: 'User {anna} must be "Active".' });
    assert.equal(reason.opened?.isBroken, false);
    assert.equal(reason.retryCount, 3);
    assert.equal(reason.nextAttempt, '2026-03-24T07:17:42.123Z');
    assert.equal(reason.rest, undefined);
  });

  const bodies: readonly [string, string, object | undefined][] = [
    ['a SCIM 1.1 list', '{"Errors":[{"description":"Taken","code":409}]}', { status: '409', detail: 'Taken' }],
    ['a SCIM 1.1 object', '{"Errors":{"description":"Taken","code":400}}', { status: '400', detail: 'Taken' }],
    ['a status that is a number', '{"status":404,"detail":"Gone"}', { status: '404', detail: 'Gone' }],
    ['broken JSON', '{"detail":"Still read","status":"409",,}', { status: '409', detail: 'Still read' }],
    ['an answer of Microsoft Graph', '{"error":{"code":"x","message":"No"}}', { detail: 'No' }],
    ['an answer of Salesforce', '[{"errorCode":"X","message":"No"}]', { detail: 'No' }],
    ['JSON without an error', '{"ok":[1,2]}', undefined],
    ['an array', '[{"detail":"inside"}]', undefined],
    ['a web page', '<html><b>Oops</b></html>', undefined],
    ['nothing that is known', 'upstream connect error', undefined],
  ];
  for (const [what, body, scim] of bodies) {
    it(`reads ${what} as web response`, () => {
      const reason = decodeReason(
        `StatusCode: BadRequest\r\nWeb Response: ${body}. This operation was retried 1 times.`,
      );
      assert.equal(reason.webResponse?.replace(/\.$/, ''), body);
      assert.deepEqual(reason.scim, scim);
      assert.equal(reason.statusCode, 'BadRequest');
      assert.equal(reason.retryCount, 1);
    });
  }

  it('keeps a web response that is cut off as it stands, with the retry sentence read', () => {
    const reason = decodeReason('Web Response: {"detail":"cut in the mid. This operation was retried 2 times.');
    assert.equal(reason.webResponse, '{"detail":"cut in the mid.');
    assert.equal(reason.opened?.isBroken, true);
    assert.equal(reason.retryCount, 2);
  });

  it('does not take a status inside the web response for the status line', () => {
    const reason = decodeReason('Message: no\r\nWeb Response: {"text":"StatusCode: Gone"}');
    assert.equal(reason.statusCode, undefined);
    assert.equal(reason.message, 'no');
  });

  it('takes the meaning of the status from the web response when there is no status line', () => {
    assert.equal(decodeReason('Web Response: {"status":"429","detail":"slow"}').http?.name, 'TooManyRequests');
  });

  it('reads a message of several lines, in front of the status line too', () => {
    assert.equal(decodeReason('StatusCode: Gone\r\nMessage: one\r\ntwo').message, 'one\r\ntwo');
    const reversed = decodeReason('Message: one\r\nStatusCode: Gone');
    assert.deepEqual([reversed.message, reversed.statusCode], ['one', 'Gone']);
  });

  it('leaves text without any part whole', () => {
    const reason = decodeReason('The user is out of luck.');
    assert.equal(reason.message, 'The user is out of luck.');
    assert.deepEqual(decodeReason(''), { original: '', marks: [] });
  });

  it('reads the retry sentence without a web response, and keeps what it cannot read', () => {
    const reason = decodeReason(
      'It failed. This operation was retried 0 times. It will be retried again after this date: soon',
    );
    assert.equal(reason.retryCount, 0);
    assert.equal(reason.nextAttempt, undefined);
    assert.match(reason.message ?? '', /It will be retried again after this date: soon$/);
    assert.equal(decodeReason('Web Response: {} and more').rest, 'and more');
  });

  it('finds marks that the catalogue explains', () => {
    const reason = decodeReason('00002081: AtrErr: DSID, problem 1005 (CONSTRAINT_ATT_TYPE), data 0');
    assert.deepEqual(
      reason.marks.map((entry) => entry.codes[0]),
      ['ConstraintViolation-AtrErr'],
    );
  });

  it('takes hostile reasons in linear time and keeps them whole', () => {
    for (const part of ['{', '[{"a":', ' ', 'Message:', 'StatusCode:', 'Web Response: {"', '\\"', '\r\n']) {
      const text = `Web Response: ${part.repeat(100_000)}`;
      assert.equal(decodeReason(text).original, text);
      const date = `It will be retried again after this date:${part.repeat(100_000)}`;
      assert.equal(decodeReason(date).original, date);
    }
  });

  it('never throws and never invents text', () => {
    const pieces = fc.constantFrom(
      'StatusCode: ',
      'Message: ',
      'Web Response: ',
      '{"detail":"',
      '"}',
      '\r\n',
      '. This operation was retried 1 times.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const reason = decodeReason(text);
        for (const part of [reason.lead, reason.statusCode, reason.message, reason.webResponse, reason.rest]) {
          for (const line of part?.split('\n') ?? []) assert.ok(text.includes(line.trim()));
        }
      }),
    );
  });
});
