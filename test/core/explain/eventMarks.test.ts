import * as assert from 'node:assert/strict';
import { eventMarks } from '../../../src/core/explain/eventMarks';
import type { Step } from '../../../src/core/model';
import { eventWith } from '../../support/eventFixture';
import { step } from './draw';

const smsFilter = "Filter external users.alternativeSecurityIds EQUALS 'None'";

describe('eventMarks', () => {
  const cases: readonly [string, { reason?: string; details?: string; steps?: readonly Step[] }, readonly string[]][] =
    [
      ['nothing', {}, []],
      ['the reason', { reason: 'Error: OperationsError-SvcErr: no superior reference' }, ['OperationsError-SvcErr']],
      ['the details of the error', { details: 'xx INVALIDATTRIBUTESYNTAX-LdapErr' }, ['InvalidAttributeSyntax']],
      [
        'what a step says',
        {
          steps: [
            step('EntryExportUpdate', { description: 'We were unable to assign 4711 as the members of <group>.' }),
            step('x', { status: 'warning', details: { ErrorCode: 'UnableToResolveReferenceAttributeValue' } }),
          ],
        },
        ['UnableToResolveReferenceAttributeValue'],
      ],
      ['an attribute of the object', { steps: [step('EntryImport', { details: { title: 'ValidByLdapStyle' } })] }, []],
      [
        'a clause that kept the object out',
        { steps: [step('EntrySynchronizationSkip', { details: clauses({ [smsFilter]: false }) })] },
        ["alternativeSecurityIds EQUALS 'None'"],
      ],
      [
        'a clause that holds',
        { steps: [step('EntrySynchronizationSkip', { status: 'skipped', details: clauses({ [smsFilter]: true }) })] },
        [],
      ],
      [
        'a clause of a filter beside which another let the object pass',
        { steps: [step('x', { details: clauses({ [smsFilter]: false, "All.country EQUALS 'DE'": true }) })] },
        [],
      ],
      [
        'several texts with one mark',
        { reason: 'CONSTRAINT_ATT_TYPE', details: 'ConstraintViolation-AtrErr' },
        ['ConstraintViolation-AtrErr'],
      ],
    ];
  for (const [where, { reason = '', details = '', steps = [] }, codes] of cases) {
    it(`finds ${codes.length === 0 ? 'no mark' : 'the mark'} in ${where}`, () => {
      const error = { code: 'X', reason, details, category: '', recommendedAction: '' };
      assert.deepEqual(
        eventMarks(eventWith({ error, steps })).map((entry) => entry.codes[0]),
        codes,
      );
    });
  }
});

function clauses(results: Readonly<Record<string, boolean>>): Record<string, string> {
  return { ScopeEvaluationResult: JSON.stringify(results) };
}
