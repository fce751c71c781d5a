import * as assert from 'node:assert/strict';
import { buildLog } from '../../support/buildLog';
import { indexLog } from '../../support/indexLog';

const { text } = buildLog('job A: ok FAIL(X) ok');
const link = '"@odata.nextLink":"https://graph.microsoft.com/next"';
const whole = `{"value":${text}}`;
const first = `{"value":${text.replaceAll('"event-', '"first-')},${link}}`;
const onlyPage = /one page of a longer answer/;

describe('Of pages of Microsoft Graph', () => {
  it('the last one says that more are missing, wherever its link stands', async () => {
    for (const page of [`{"value":${text},${link}}`, `{${link},"value":${text}}`, `${whole}\n${first}`]) {
      assert.match((await indexLog([page])).notices.join('\n'), onlyPage, page);
    }
  });

  it('one in front of another says nothing: its next page is there', async () => {
    for (const pages of [`${first}\n${whole}`, `[${first},${whole}]`]) {
      const { index, notices } = await indexLog([pages]);
      assert.equal(index.rowCount, 6);
      assert.deepEqual(notices, []);
    }
  });
});
