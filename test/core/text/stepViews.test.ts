import * as assert from 'node:assert/strict';
import type { Step } from '../../../src/core/model';
import { stepViews, timingSentence } from '../../../src/core/text/stepViews';

const plain: Step = { name: 'EntryImport', type: 'import', status: 'success', description: '', details: [] };
const timed: Step = { ...plain, time: '2026-03-03T13:58:24.549Z' };

describe('stepViews', () => {
  it('says when a step was logged, and how long after the one before', () => {
    const later = { ...timed, time: '2026-03-03T13:58:25.849Z' };
    assert.deepEqual(
      stepViews({ steps: [timed, later, plain], modifiedProperties: [] }).map(({ time }) => time),
      ['13:58:24.549 UTC', '13:58:25.849 UTC · +1.3 s', ''],
    );
  });

  it('says what a step is, on the side that it was filed under', () => {
    const steps: Step[] = [
      plain,
      { ...plain, type: 'matching' },
      { ...plain, name: 'entryexportadd' },
      { ...plain, name: 'New' },
    ];
    assert.deepEqual(
      stepViews({ steps, modifiedProperties: [] }).map(({ meaning }) => meaning),
      [
        'The object was read from the source.',
        'The object was found in the target and read from there.',
        'The object was created in the target, or that was tried.',
        '',
      ],
    );
  });
});

describe('timingSentence', () => {
  const cases: readonly [string, Parameters<typeof timingSentence>[0], string][] = [
    ['no steps', { steps: [], durationMs: 5 }, ''],
    ['nothing known', { steps: [plain] }, ''],
    ['steps with times', { steps: [timed] }, '“+” is the time since the step before.'],
    [
      'both',
      { steps: [timed], durationMs: 4_200 },
      'The service took 4.2 s for the whole event. “+” is the time since the step before.',
    ],
    [
      'the whole only',
      { steps: [plain], durationMs: 4_200 },
      'The service took 4.2 s for the whole event; the log gives its steps no times.',
    ],
  ];
  for (const [name, event, sentence] of cases)
    it(`says of ${name}: ${sentence}`, () => assert.equal(timingSentence(event), sentence));
});
