import * as assert from 'node:assert/strict';
import { decodeEscrow } from '../../../src/core/explain/decodeEscrow';
import { step } from './draw';

describe('decodeEscrow', () => {
  it('reads the details of a retry', () => {
    const escrow = decodeEscrow([
      step('EntryImport'),
      step('EntryEscrowRetry', {
        details: {
          CountProcessed: '2',
          CreationTime: '2026-03-23T19:17:42.0123456Z',
          Identifier: 'anna',
          ModificationType: 'Add',
          NextAttempt: '3/24/2026 7:17:42 AM',
          Origin: 'ExportEntry',
          TypeName: 'User',
        },
      }),
    ]);
    assert.deepEqual(escrow, {
      attempts: 2,
      since: '2026-03-23T19:17:42.012Z',
      nextAttempt: '2026-03-24T07:17:42.000Z',
      isZoneAssumed: true,
      identifier: 'anna',
      modification: 'Add',
      origin: 'ExportEntry',
      type: 'User',
    });
  });

  it('leaves out what it cannot read', () => {
    const escrow = decodeEscrow([
      step('EntryEscrowRetry', { details: { CountProcessed: 'many', NextAttempt: 'later' } }),
    ]);
    assert.deepEqual(escrow, { isZoneAssumed: true });
    const zoned = decodeEscrow([step('x', { details: { CountProcessed: '1', NextAttempt: '2026-03-24T07:17:42Z' } })]);
    assert.equal(zoned?.isZoneAssumed, false);
  });

  it('finds nothing in steps without such details', () => {
    assert.equal(decodeEscrow([step('EntryImport', { details: { Origin: 'x' } })]), undefined);
  });
});
