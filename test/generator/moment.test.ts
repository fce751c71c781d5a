import * as assert from 'node:assert/strict';
import { instants } from './moment';

describe('instants', () => {
  it('spells the next attempt in the two ways of the log', () => {
    const { time, nextAttempt, nextAttemptUs } = instants(Date.UTC(2026, 2, 24, 1, 17, 42));
    assert.equal(time, '2026-03-24T01:17:42Z');
    assert.match(nextAttempt, /^2026-03-24T07:17:42\.\d{7}Z$/);
    assert.equal(nextAttemptUs, '3/24/2026 7:17:42 AM');
    assert.equal(instants(Date.UTC(2026, 2, 24, 18, 5, 9)).nextAttemptUs, '3/25/2026 12:05:09 AM');
  });
});
