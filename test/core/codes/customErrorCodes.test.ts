import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readCustomErrorCodes } from '../../../src/core/codes/customErrorCodes';
import { errorCodes } from '../../../src/core/codes/errorCodes';
import { indexCodes, lookUpCode } from '../../../src/core/codes/lookUpCode';

const good = { code: 'PayrollLocked', title: 'Payroll is locked', cause: 'Month end.' };

describe('readCustomErrorCodes', () => {
  it('reads an entry with everything', () => {
    const { entries, faults } = readCustomErrorCodes([
      {
        code: ['PayrollLocked', 'PayrollClosed'],
        title: ' Payroll is locked ',
        cause: 'Month end.',
        steps: ['Wait', 'Ask payroll'],
        turn: 'wait',
        retry: 'automatic',
        retryText: 'On the second.',
        appliesTo: ['hrInbound', 'app'],
        documentation: 'https://wiki.contoso.example/payroll',
        matchSuffix: true,
      },
    ]);
    assert.deepEqual(faults, []);
    assert.deepEqual(entries, [
      {
        codes: ['PayrollLocked', 'PayrollClosed'],
        title: 'Payroll is locked',
        cause: 'Month end.',
        steps: ['Wait', 'Ask payroll'],
        retry: { kind: 'automatic', text: 'On the second.' },
        turn: 'wait',
        appliesTo: ['hrInbound', 'app'],
        documentation: 'https://wiki.contoso.example/payroll',
        origin: 'user',
        match: 'exactOrSuffix',
      },
    ]);
  });

  it('fills in what is not said, and wins over the shipped entries', () => {
    const { entries } = readCustomErrorCodes([{ ...good, code: 'entryconflict' }]);
    const found = lookUpCode('EntryConflict', indexCodes([...entries, ...errorCodes]));
    assert.ok(found.isKnown);
    assert.equal(found.entry.origin, 'user');
    assert.equal(found.entry.turn, 'configuration');
    assert.equal(found.entry.match, 'exact');
  });

  const faulty: readonly [string, unknown, RegExp][] = [
    ['no object', 7, /must be an object/],
    ['no code', { title: 'x', cause: 'y' }, /"code"/],
    ['a code that is no text', { ...good, code: [1] }, /"code"/],
    ['no title', { ...good, title: ' ' }, /"title"/],
    ['no cause', { ...good, cause: 3 }, /"cause"/],
    ['steps that are no texts', { ...good, steps: [] }, /"steps"/],
    ['an address that is not https', { ...good, documentation: 'http://x.example/' }, /"documentation"/],
    ['a command as address', { ...good, documentation: 'command:workbench.action.quit' }, /"documentation"/],
    ['an address that ends a link', { ...good, documentation: 'https://x.example/) [y](command:z' }, /"documentation"/],
    ['an unknown turn', { ...good, turn: 'mine' }, /"turn" must be one of wait, /],
    ['an unknown retry', { ...good, retry: 'never' }, /"retry"/],
    ['an unknown scenario', { ...good, appliesTo: ['app', 'moon'] }, /"appliesTo"/],
  ];
  for (const [what, entry, fault] of faulty) {
    it(`leaves out ${what} and says where`, () => {
      const { entries, faults } = readCustomErrorCodes([good, entry]);
      assert.equal(entries.length, 1);
      assert.equal(faults.length, 1);
      assert.match(faults[0]!, /^Entry 2 was left out: /);
      assert.match(faults[0]!, fault);
    });
  }

  it('takes nothing for nothing, and only a list', () => {
    assert.deepEqual(readCustomErrorCodes(undefined), { entries: [], faults: [] });
    assert.match(readCustomErrorCodes({}).faults[0]!, /must be a list/);
    assert.match(readCustomErrorCodes(Array.from({ length: 1_001 }, () => good)).faults[0]!, /first 1000/);
  });

  it('never throws', () => {
    const entry = fc.record(
      {
        code: fc.anything(),
        title: fc.anything(),
        cause: fc.anything(),
        steps: fc.anything(),
        appliesTo: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(entry, fc.anything())), (setting) => {
        const { entries, faults } = readCustomErrorCodes(setting);
        assert.equal(entries.length + faults.length, setting.length);
      }),
    );
  });
});
