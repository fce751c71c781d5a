import * as fc from 'fast-check';

// The same inputs in every run, so that a red run can be repeated; PROVLOG_SEED=random or a number asks for others.
const wanted = process.env.PROVLOG_SEED ?? '1';
const seed = wanted === 'random' ? Date.now() : Number(wanted);
// A failure is made smaller for so long at most: without a limit that can take many minutes.
const limits = { interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true };
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...limits, seed });

describe('property tests', () => {
  it(`run with seed ${seed}`, () => {
    if (!Number.isSafeInteger(seed)) throw new Error('PROVLOG_SEED must be a whole number or "random".');
  });
});
