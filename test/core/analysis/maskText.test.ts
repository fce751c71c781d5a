import * as assert from 'node:assert/strict';
import { maskText } from '../../../src/core/analysis/maskText';

describe('maskText', () => {
  const cases: readonly [text: string, masked: string][] = [
    ['Object 8a1f0c6e-55d3-4e0b-9a43-0f8d12ab34cd is gone', 'Object <id> is gone'],
    ['anna.mueller@contoso.com is not unique', '<mail> is not unique'],
    ["The value 'Anna Müller' of 'userName' is taken", "The value '<name>' of 'userName' is taken"],
    ['It will be retried again after 2026-01-02T03:04:05.6789Z.', 'It will be retried again after <date>.'],
    ['at 1/2/2026 3:04:05 PM', 'at <date>'],
    ['This operation was retried 3 times.', 'This operation was retried <number> times.'],
    ['GET https://contoso.com/scim/Users/17?x=1 failed', 'GET <address> failed'],
    ['CN=Anna\\, M,OU=People,DC=contoso,DC=com exists', '<name> exists'],
    ['{"status":"409","detail":"User must be Active."}', '{"status":"<number>","detail":"User must be Active."}'],
    ['{"displayName": "Anna", "active":true}', '{"displayName":"<name>", "active":true}'],
    ['The user "Anna Müller" is unknown', 'The user "<name>" is unknown'],
    ['  two\n\n lines ', 'two lines'],
    ["The user's manager doesn't exist", "The user's manager doesn't exist"],
  ];
  for (const [text, masked] of cases) it(JSON.stringify(text), () => assert.equal(maskText(text), masked));

  it('takes time that grows with the text only, and cuts', () => {
    for (const text of ['a'.repeat(1e6), "'".repeat(1e6), '@'.repeat(1e6), 'CN=,'.repeat(1e5), '1,'.repeat(1e6)]) {
      assert.ok(maskText(text).length <= 301);
    }
  });
});
