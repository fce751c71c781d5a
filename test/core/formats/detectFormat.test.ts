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

  it('decides by whole records when the first one, or what stands around them, is broken', () => {
    const [first, second] = (JSON.parse(buildLog('job A: ok ok').text) as unknown[]).map((each) =>
      JSON.stringify(each),
    ) as [string, string];
    const broken = first.replace('"', '');
    const azure = (record: string): string =>
      `{"time":"2026-03-24","category":"ProvisioningLogs","properties":${record}}`;
    const answer = (record: string): string => JSON.stringify({ key: '{"result":"Success"}', value: record });
    for (const [format, ...texts] of [
      [
        'portal-json',
        `[${broken},${second}]`,
        `["${first},${second}]`,
        `x${first},${second}]`,
        `[[[[[[[[[[[[${second}`,
      ],
      [
        'graph-page',
        `{"value":[${broken},${second}]}`,
        `{"@odata.context":"x,"value":[${second}]}`,
        `{"val${first},${second}]}`,
      ],
      ['graph-page-list', `[{"value":[${broken},${second}]}]`],
      ['json-lines', `${broken}\n${second}`, `{{${broken}\n${second}`],
      ['azure-monitor-lines', `${azure(broken)}\r\n${azure(second)}`],
      [
        'azure-monitor-messages',
        `{"records":[${azure(broken)},${azure(second)}]}`,
        `{"re${azure(first)},${azure(second)}]}`,
      ],
      ['on-demand-list', `[${answer(first).slice(1)},${answer(second)}]`],
      ['powershell-list', `[${broken},{"ChangeId":"1","JobId":"2","ProvisioningSteps":[]}]`],
    ] as const) {
      for (const text of texts) {
        for (const isWhole of [true, false]) assert.equal(detected(text, isWhole), format, text.slice(0, 60));
      }
    }
    const long = `[${broken},{"id":"1","jobId":"2","changeId":"${'x'.repeat(HEAD_BYTES)}`;
    assert.equal(detected(long.slice(0, HEAD_BYTES), false), 'portal-json');
  });

  it('knows what the value of a provisionOnDemand answer holds, saved alone, by its start and end', () => {
    const value = '{"changeId":"1","startTime":"2026-03-24T07:00:00Z","endTime":"2026-03-24T07:00:01Z"}';
    assert.equal(detected(value), 'on-demand-value');
    assert.equal(detected(`${value}\n${value}`), 'on-demand-value');
    assert.equal(detected(`[${value}]`), 'on-demand-value-list');
    for (const other of [value.replace('end', 'last'), value.replace('{', '{"durationInMilliseconds":1,')])
      assert.equal(detected(other), 'json-lines', other);
    assert.equal(detected(value.replace('{', '{"provisioningSteps":["@{name=x}"],')), 'powershell-cut-lines');
  });

  it('opens wrappers that no shape has, when records stand in them', () => {
    const list = buildLog('job A: ok ok').text;
    assert.equal(detected(`{"events":${list}}`), 'graph-page');
    assert.equal(detected(`{"answer":{"list":${list}}}`), 'graph-page');
    assert.match(detected('{"events":[{"id":"1","tenantId":"2","activityDateTime":"3"}]}'), /object of something else/);
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
