import * as assert from 'node:assert/strict';
import { buildLog } from '../../support/buildLog';
import { indexLog, summariesOf } from '../../support/indexLog';

const { events } = buildLog('job A: ok FAIL(X) ok');
const [one, two, three] = events.map(({ text }) => text);

describe('JSON Lines', () => {
  it('may have empty lines anywhere, with line ends of every kind', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const log = await indexLog([`${end}${end}${one}${end}${end} ${end}${two}${end}${three}${end}${end}`]);
      assert.deepEqual(
        summariesOf(log).map(({ status }) => status),
        ['success', 'failure', 'success'],
      );
      assert.equal(log.problems.count, 0);
      assert.deepEqual(log.notices, []);
    }
  });
});
