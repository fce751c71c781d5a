import * as assert from 'node:assert/strict';
import { spanMs } from '../../../src/core/formats/spanDurations';
import { indexLog, summariesOf } from '../../support/indexLog';

const START = '2026-03-24T10:00:00.5494971Z';
const END = '2026-03-24T10:00:01.7682084Z';

/** What the index says of the duration of an answer with these members in its event. */
async function duration(members: object): Promise<number | undefined> {
  const event = { changeId: '1', provisioningSteps: [], ...members };
  const log = await indexLog([JSON.stringify({ key: '{"result":"Success"}', value: JSON.stringify(event) })]);
  return summariesOf(log)[0]!.durationMs;
}

describe('The duration of an answer to provisionOnDemand', () => {
  it('is what lies between its beginning and its end', async () => {
    assert.equal(await duration({ startTime: START, endTime: END }), 1219);
    assert.equal(await duration({ endTime: START, startTime: START }), 0);
    assert.equal(spanMs(START, END), 1219);
    assert.equal(spanMs(START, `${END}${' '.repeat(80)}`), undefined);
  });

  it('is its own where it says one', async () => {
    assert.equal(await duration({ startTime: START, endTime: END, durationInMilliseconds: 7 }), 7);
  });

  it('is not known where one of the times is missing, unreadable or earlier than it can be', async () => {
    for (const times of [
      {},
      { startTime: START },
      { endTime: END },
      { startTime: START, endTime: null },
      { startTime: 'soon', endTime: END },
      { startTime: START, endTime: { of: END } },
      { startTime: END, endTime: START },
      { startTime: START, endTime: `${END}${' '.repeat(80)}` },
    ]) {
      assert.equal(await duration(times), undefined, JSON.stringify(times));
    }
  });
});
