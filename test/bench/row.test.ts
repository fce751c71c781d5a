import * as assert from 'node:assert/strict';
import { measureRow, type Row } from './row';
import type { BenchInput, Outcome, Side } from './side';

const input: BenchInput = { file: 'log.json', byteLength: 1e8, events: 1, failures: 0, scratch: '.' };
const side = (id: string): Side => ({ id, run: () => Promise.resolve({ absent: 'not run here' }) });
const race: Row = {
  id: 'race',
  title: 'a race',
  unit: 'x',
  ours: side('ours'),
  theirs: side('theirs'),
  inputs: ['size'],
  floor: () => 2,
  aim: () => 4,
};

/** Answers with one prepared outcome after the other, and notes who was asked. */
function playback(outcomes: readonly Outcome[]) {
  const asked: string[] = [];
  const runSide = ({ id }: Side): Promise<Outcome> => Promise.resolve(outcomes[asked.push(id) - 1]!);
  return { asked, runSide };
}

describe('measureRow', () => {
  it('lets the sides take turns and compares medians', async () => {
    const values = [10, 30, 30, 120, 20, 80];
    const { asked, runSide } = playback(values.map((value) => ({ value, answer: 'same' })));
    const result = await measureRow(race, input, 3, runSide);
    assert.deepEqual(asked, ['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
    assert.deepEqual(result.ours, { median: 20, min: 10, max: 30 });
    assert.deepEqual(result.theirs, { median: 80, min: 30, max: 120 });
    assert.equal(result.figure, 4);
  });

  it('gives no figure when the sides found different things', async () => {
    const { runSide } = playback([
      { value: 1, answer: '7 events' },
      { value: 9, answer: '8 events' },
    ]);
    const result = await measureRow(race, input, 1, runSide);
    assert.equal(result.figure, undefined);
    assert.match(result.notice ?? '', /7 events and 8 events/);
  });

  it('says why there was nothing to measure', async () => {
    const { runSide } = playback([{ absent: 'not built' }]);
    assert.equal((await measureRow(race, input, 5, runSide)).notice, 'not built');
  });
});
