import * as assert from 'node:assert/strict';
import { whatChanged, type ChangedProperty, type ChangeOutcome } from '../../../src/core/explain/whatChanged';
import type { ModifiedProperty, Status, Step } from '../../../src/core/model';
import { property, step } from './draw';

const exported = step('EntryExportUpdate', { type: 'export' });
const failed = step('EntryExportAdd', { type: 'export', status: 'failure' });
const skip = step('EntrySynchronizationSkip', { type: 'export' });
const imported = step('EntryImport', { type: 'import' });

describe('whatChanged', () => {
  const outcomes: readonly [string, Status, readonly Step[], ChangeOutcome][] = [
    ['a success that exported', 'success', [imported, exported], 'changed'],
    ['a success whose export step has another type', 'success', [step('EntryExportUpdateSoftDelete')], 'changed'],
    ['a success without an export step', 'success', [imported], 'notChanged'],
    ['a success whose only export step is a skip', 'success', [imported, skip], 'notChanged'],
    ['a success whose export failed', 'success', [failed], 'notChanged'],
    ['a success without steps', 'success', [], 'unknown'],
    ['a failure', 'failure', [imported, failed], 'attempted'],
    ['a failure behind an export', 'failure', [exported, failed], 'attempted'],
    ['a skip', 'skipped', [skip], 'notChanged'],
    ['a warning that exported', 'warning', [exported], 'changed'],
    ['an unknown status without steps', 'unknown', [], 'unknown'],
    ['an unknown status with an import', 'unknown', [imported], 'unknown'],
    ['an export of unknown outcome', 'success', [step('EntryExportAdd', { status: 'unknown' })], 'unknown'],
  ];
  for (const [what, status, steps, outcome] of outcomes) {
    it(`calls ${what} ${outcome}`, () => {
      const changed = whatChanged({ status, steps, modifiedProperties: [] });
      assert.equal(changed.outcome, outcome);
      assert.match(changed.sentence, /^The .*\.$|^Nothing .*\.$/);
    });
  }

  it('marks accountDisabled without an old value as noise, and only that', () => {
    assert.match(describe1(property('accountDisabled', null, 'False')).noise ?? '', /without an old value/);
    assert.match(describe1(property('ACCOUNTDISABLED', null, 'True')).noise ?? '', /without an old value/);
    assert.equal(describe1(property('accountDisabled', 'True', 'False')).noise, undefined);
    assert.equal(describe1(property('department', null, 'Sales')).noise, undefined);
  });

  it('marks equal values as noise, recovered ones too', () => {
    assert.match(describe1(property('title', 'Dr', 'Dr', true)).noise ?? '', /the same/);
    assert.equal(describe1(property('title', null, null)).noise, undefined);
    assert.equal(describe1(property('title', 'Dr', 'dr')).noise, undefined);
  });

  it('keeps the mark of recovered values', () => {
    assert.equal(describe1(property('title', 'Mr', 'Dr', true)).recovered, true);
  });

  it('opens values that are JSON up, with numbers as spelled', () => {
    const { newOpened } = describe1(property('x', null, '{"id":12345678901234567890,"list":[{"a":null},[]],"t":"y"}'));
    assert.deepEqual(newOpened?.rows, [
      { name: 'id', value: '12345678901234567890' },
      { name: 'list[0].a', value: null },
      { name: 'list[1]', value: '[]' },
      { name: 't', value: 'y' },
    ]);
    assert.equal(describe1(property('x', null, 'True')).newOpened, undefined);
    assert.equal(describe1(property('x', '{"a":', null)).oldOpened?.isBroken, true);
  });

  it('cuts what is opened up, in width and in depth', () => {
    const wide = describe1(property('x', null, JSON.stringify(Array.from({ length: 500 }, (_, i) => i)))).newOpened;
    assert.deepEqual([wide?.rows.length, wide?.isCut], [200, true]);
    const deep = describe1(property('x', null, '['.repeat(10_000) + ']'.repeat(10_000))).newOpened;
    assert.equal(deep?.isCut, true);
  });

  it('marks values of which the log shows only some', () => {
    const value = 'X, 5, 0,  ... X400:C=US;A= ;P=ESF;O=MAIL;S=AdeleV;G=Adele;I=S; (5)';
    assert.equal(describe1(property('proxyAddresses', null, value)).newCutFrom, 5);
    assert.equal(describe1(property('proxyAddresses', value, null)).oldCutFrom, 5);
    assert.equal(describe1(property('phone', null, 'Office (5)')).newCutFrom, undefined);
  });

  it('compares long values word by word', () => {
    const before = 'Head of the department for everything that nobody else wants to do, Berlin';
    const after = 'Head of the department for everything that somebody else wants to do, Berlin';
    assert.deepEqual(describe1(property('title', before, after)).diff, [
      { kind: 'same', text: 'Head of the department for everything that ' },
      { kind: 'removed', text: 'nobody' },
      { kind: 'added', text: 'somebody' },
      { kind: 'same', text: ' else wants to do, Berlin' },
    ]);
    assert.equal(describe1(property('title', 'short', 'shorter')).diff, undefined);
  });
});

function describe1(modified: ModifiedProperty): ChangedProperty {
  return whatChanged({ status: 'success', steps: [exported], modifiedProperties: [modified] }).properties[0]!;
}
