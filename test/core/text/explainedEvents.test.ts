import * as assert from 'node:assert/strict';
import { indexCodes, lookUpCode, shippedCodes } from '../../../src/core/codes/lookUpCode';
import type { Detail } from '../../../src/core/model';
import { buildEventView } from '../../../src/core/text/buildEventView';
import { eventWith } from '../../support/eventFixture';
import { failedEvent, skippedEvent, unchangedEvent } from '../../support/explainedEvents';

describe('buildEventView, explained', () => {
  const value = (rows: readonly Detail[], name: string) => rows.find((row) => row.name === name)?.value;

  describe('a failure with the answer of the target', () => {
    const { troubleshooting, changes, skip } = buildEventView(failedEvent, 0, 3);
    const fields = [
      ['Status code', 'Conflict'],
      ['Message', 'Processing of the HTTP request resulted in an exception.'],
      ['SCIM status', '409'],
      ['SCIM error type', 'uniqueness'],
      ['The target says', 'userName <b>anna</b> is taken'],
      ['Retries so far', '3'],
      ['Next attempt', '2026-01-03 09:00:00 UTC'],
    ] as const;
    for (const [name, expected] of fields) {
      it(`gives the part of the reason: ${name}`, () => {
        assert.equal(value(troubleshooting.reasonFields, name), expected);
      });
    }

    it('says what the HTTP status means, and keeps the original', () => {
      assert.match(value(troubleshooting.reasonFields, 'HTTP status') ?? '', /^409 Conflict: /);
      assert.equal(troubleshooting.reason, failedEvent.error?.reason);
      assert.equal(troubleshooting.answer?.rows.at(-1)?.name, 'detail');
    });

    it('says whose turn it is, and whether it is tried again', () => {
      assert.equal(troubleshooting.known?.turn.title, 'Source data');
      assert.notEqual(troubleshooting.known.retryTitle, '');
      assert.equal(troubleshooting.known.isYours, false);
      assert.equal(value(troubleshooting.escrow, 'Attempts so far'), '4');
      assert.equal(value(troubleshooting.escrow, 'Next attempt'), '2026-01-03 09:00:00 UTC');
    });

    it('tells changes from noise, and was no skip', () => {
      assert.equal(changes.outcome, 'attempted');
      assert.deepEqual(
        changes.properties.map(({ readable, noise }) => [readable.name, noise !== undefined]),
        [
          ['costCenter', false],
          ['AccountDisabled', true],
          ['description', false],
          ['addresses', false],
          ['proxyAddresses', false],
        ],
      );
      assert.equal(skip, undefined);
    });
  });

  it('answers a skip by its gates, in their order', () => {
    const { skip, troubleshooting } = buildEventView(skippedEvent, 0, 0);
    assert.deepEqual(
      skip?.gates.map(({ id, state }) => `${id} ${state}`),
      [
        'imported open',
        'active open',
        'assigned open',
        'role unknown',
        'filter closed',
        'matched notReached',
        'changeNeeded notReached',
        'exported notReached',
      ],
    );
    assert.equal(skip.closed, 'filter');
    assert.equal(skip.judgement, 'normal');
    assert.equal(skip.clauses.length, 1);
    assert.equal(troubleshooting.known?.title, 'Not in scope');
    assert.deepEqual(troubleshooting.reasonFields, []);
  });

  it('says of a success without an export that nothing was written', () => {
    const { changes, skip } = buildEventView(unchangedEvent, 0, 0);
    assert.equal(changes.outcome, 'notChanged');
    assert.equal(changes.sentence, 'Nothing was written to the target: no export step succeeded.');
    assert.equal(skip, undefined);
  });

  it('leaves a reason alone that is one plain message', () => {
    const { reasonFields, reason } = buildEventView(eventWith(), 0, 1).troubleshooting;
    assert.deepEqual(reasonFields, []);
    assert.equal(reason, 'No licence is left.');
  });

  it('marks an entry of the user', () => {
    const [known] = shippedCodes.exact.values();
    const index = indexCodes([{ ...known!.entry, codes: ['Mine'], match: 'exact', origin: 'user' }]);
    const error = { code: 'mine', reason: '', details: '', category: '', recommendedAction: '' };
    const view = buildEventView(eventWith({ errorCode: 'mine', error }), 0, 1, (code) => lookUpCode(code, index));
    assert.equal(view.troubleshooting.known?.isYours, true);
  });
});
