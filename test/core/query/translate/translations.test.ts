import * as assert from 'node:assert/strict';
import { cloudNamed } from '../../../../src/core/portal/clouds';
import { allFields } from '../../../../src/core/query/fields';
import { parseQuery } from '../../../../src/core/query/parseQuery';
import { translations } from '../../../../src/core/query/translate/translations';
import { matchGolden } from '../../../support/golden';

/** Every operator of the language, on every type of column, alone and combined. */
const queries = [
  '',
  'status:failure',
  '-status:success',
  '-status:(success OR skipped)',
  '-status:unknown',
  'status:(failure OR warning)',
  'status:unknown',
  'status:*',
  'status:w*',
  'status:nope',
  '-status:nope',
  'status:failure OR status:nope',
  'action:(create OR update) -action:delete',
  'NOT (status:success AND action:update)',
  'job:"ServiceNow"',
  'job:service',
  'job:service*',
  'job:Ser*Now',
  '-job:service',
  'job:Ärzte',
  'jobId:scim.0123',
  'code:*Conflict*',
  'code:Entry*',
  'code:*Conflict',
  'code:E?try*Con*',
  'code:""',
  'code:*',
  'identity:anna',
  'identity:"Anna García"',
  '-identity:svc-*',
  'identity:garcía',
  'identity:García*',
  'identity:*ß',
  'identity:Gar?ía',
  'reason:timeout',
  'reason:"a\\"b \'c ‘d \\\\e %27 `$(x) | {{y}}"',
  'source:"Azure Active Directory"',
  'source:azure',
  'target:"microsoft entra id"',
  'sourceId:13c1a022-a6ca-41a6-b248-3a3ea47b7588 targetId:42',
  'type:User',
  'cycle:c1 change:c2 id:c3',
  'skip:NotEffectivelyEntitled',
  'initiator:"Azure AD Provisioning Service"',
  'attribute:mail',
  'attribute:"emails[type eq \\"work\\"].value"',
  'attribute:*Name',
  'attribute:""',
  'attribute:*',
  'time:2026-01-01',
  'time:[2026-01-01 TO 2026-01-02]',
  'time:{2026-01-01T10:00:00Z TO 2026-01-02T10:00:00.5Z}',
  'time:>2026-01-01T10:00:00Z',
  'time:[* TO 2026-01-02}',
  'time:{2026-01-01 TO 2026-01-02}',
  '-time:2026-01-01',
  'time:*',
  'duration:>5000',
  'duration:>=0.5',
  'duration:[100 TO 200]',
  'duration:{100 TO 200}',
  'duration:5',
  'duration:{5 TO 5}',
  'duration:{5 TO 6}',
  'duration:<1e30',
  '-duration:>5000',
  'duration:*',
  'conflict',
  '"exact words" OR status:failure',
  '-conflict',
  'turn:wait -turn:configuration',
  'status:failure OR NOT (action:create duration:5)',
  'status:failure action:(create OR update) job:"ServiceNow" code:*Conflict* time:[2026-01-01 TO 2026-01-02] duration:>5000 -identity:svc-*',
];

describe('translations of a query', () => {
  for (const translation of translations) {
    const { id } = translation;
    it(`into ${id}: every operator`, () => {
      const pages = queries.map((query) => {
        const { tree, errors } = parseQuery(query);
        assert.deepEqual(errors, [], query);
        const { text, notes } = translation.translate(tree, query, cloudNamed('global'));
        for (const note of notes) assert.ok(text.includes(note), `a comment says: ${note}`);
        return `=== ${query}\n${text}`;
      });
      matchGolden(`translate/${id}.expected.txt`, pages.join('\n'));
    });

    it(`into ${id}: a field that is not expressed is named in a note`, () => {
      for (const column of allFields) {
        const query = column.type === 'time' || column.type === 'number' ? `${column.id}:*` : `${column.id}:"zzzz"`;
        const { text, notes } = translation.translate(parseQuery(query).tree, query, cloudNamed('global'));
        const body = text.split('\n').filter((line) => !/^(#|\/\/)/.test(line));
        const isExpressed = column.type === 'enum' || /zzzz|isnotnull|-ne/.test(body.join('\n'));
        assert.ok(isExpressed || notes.length > 0 || /time|duration/.test(column.id), column.id);
      }
    });
  }

  it('go to the cloud that is asked', () => {
    const [, graph, powerShell] = translations;
    const { tree } = parseQuery('');
    assert.match(
      graph!.translate(tree, '', cloudNamed('usGovL5')).text,
      /GET https:\/\/dod-graph\.microsoft\.us\/v1\.0\//,
    );
    assert.match(powerShell!.translate(tree, '', cloudNamed('usGovL4')).text, /-Environment USGov /);
    for (const translation of [graph!, powerShell!]) {
      assert.match(translation.translate(tree, '', cloudNamed('china')).notes.join(' '), /no provisioning logs/);
    }
  });
});
