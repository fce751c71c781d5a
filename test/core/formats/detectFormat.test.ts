import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { detectFormat } from '../../../src/core/formats/detectFormat';
import { HEAD_BYTES } from '../../../src/core/formats/fileHead';
import { formats } from '../../../src/core/formats/formats';
import { buildLog } from '../../support/buildLog';
import { utf8 } from '../../support/scanLog';

/** The format's id, or the reason for the refusal. */
function detected(text: string, isWhole = true): string {
  const detection = detectFormat(utf8(text), isWhole);
  return 'format' in detection ? detection.format.id : detection.refusal;
}

const page = (value: string, more = ''): string =>
  `{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning","value":${value}${more}}`;

describe('detectFormat', () => {
  it('knows the list that the portal writes', () => {
    for (const text of [
      buildLog('job A: ok').text,
      ` \n[\n${buildLog('job A: ok').text.slice(1)}`,
      `\uFEFF${buildLog('job A: ok').text}`,
      '[{"x":1},{"changeId":"1"}]',
      '[[{"changeId":"1"}]]',
      '[]',
      ' [ ] ',
    ]) {
      assert.equal(detected(text), 'portal-json', text.slice(0, 40));
    }
  });

  it('knows a page of a Graph response', () => {
    assert.equal(detected(buildLog('job A: ok', { wrapper: 'graph' }).text), 'graph-page');
    assert.equal(detected(page('[]')), 'graph-page');
    assert.equal(detected('{"Value":[{"jobId":"1"}]}'), 'graph-page');
  });

  it('decides by the keys seen so far when no record ends in the head', () => {
    const long = 'x'.repeat(HEAD_BYTES);
    assert.equal(detected(`[{"id":"${long}`, false), 'portal-json');
    assert.equal(detected(`[{"id":"1","jobId":"${long}`, false), 'portal-json');
    assert.equal(detected(page(`[{"jobId":"${long}`).slice(0, -1), false), 'graph-page');
    assert.match(detected(`[{"colour":"${long}`, false), /list of something else/);
  });

  it('finds the keys although the beginning is broken', () => {
    assert.equal(detected('[nonsense, {"id":"1",,"changeId":"2"'), 'portal-json');
    assert.equal(detected('[\0\0\0{"changeId":\0"2"}]'), 'portal-json');
  });

  for (const [text, reason] of [
    ['', /^The file is empty\. Expected/],
    ['\n\n', /nothing but white space/],
    ['id;status\n1;ok', /does not begin as JSON does/],
    ['"text"', /does not begin as JSON does/],
    ['[1,2]', /JSON list, but not of events/],
    ['[{}]', /JSON list, but not of events/],
    [
      '[{"userPrincipalName":"a","status":{"errorCode":0}}]',
      /its objects have the keys “userprincipalname”, “status”\./,
    ],
    ['{"value":[{"userPrincipalName":"a"}]}', /JSON object of something else: it has the keys “value”\./],
    ['{}', /it has no keys\./],
    [
      '{"category":"ProvisioningLogs","properties":{"RequestId":"1"}}',
      /category “ProvisioningLogs”, which other services than Microsoft Entra use, too: their resource is not microsoft\.aadiam/,
    ],
    ['[{"<script>":1,"a`b":2}]', /the keys “·script·”, “a·b”\./],
  ] as const) {
    it(`refuses ${JSON.stringify(text).slice(0, 50)}, saying what was found and what was expected`, () => {
      assert.match(detected(text), reason);
      assert.match(detected(text), /Expected is a provisioning log/);
    });
  }

  it('names what a program may be', () => {
    const detection = detectFormat(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3), true);
    assert.match(
      'refusal' in detection ? detection.refusal : '',
      /^The file is a program, perhaps an archive that unpacks itself: unpack it/,
    );
  });

  it('answers for any bytes, in time linear to their number', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isWhole) => {
        const detection = detectFormat(bytes, isWhole);
        assert.ok('format' in detection || detection.refusal.length > 0);
      }),
    );
    for (const unit of ['[', '{', '"', '{"a":', '\\', '"\\']) {
      assert.notEqual(detected(unit.repeat(HEAD_BYTES / unit.length), false), '');
    }
  });

  it('has formats with ids of their own', () => {
    assert.equal(new Set(formats.map(({ id }) => id)).size, formats.length);
    for (const { title, fields } of formats) assert.ok(title !== '' && fields.length > 0 && fields.length < 255);
  });
});
