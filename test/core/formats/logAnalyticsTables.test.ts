import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { logAnalyticsTables } from '../../../src/core/formats/logAnalyticsTables';
import { readRecords } from '../../support/readRecords';

const names = ['Id', 'ProvisioningSteps', 'SourceSystem', 'JobId', 'StatusInfo', 'Other'];
const table = (columns: readonly string[], rows: readonly unknown[]): unknown => ({
  columns: columns.map((name) => ({ name })),
  rows,
});

const json = fc.oneof(
  fc.constantFrom(
    '[]',
    '{}',
    '[{"status":"success","details":{"SkipReason":"a\\"b"}}]',
    ' {"displayName":"x"} ',
    '{"a"',
  ),
  fc.json({ maxDepth: 2 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const cell = fc.oneof(
  { weight: 8, arbitrary: json },
  { weight: 1, arbitrary: fc.constantFrom(null, 1, true) },
  { weight: 1, arbitrary: fc.constantFrom({ displayName: 'y' }, [{ status: 'failure' }], []) },
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: names.length + 2 }), { minLength: 1, maxLength: 20 });

describe('Rows of a query result', () => {
  it('give the same hits with every engine, whatever their cells hold', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), fc.constantFrom(undefined, 1), (tables, indent) => {
        const text = JSON.stringify({ tables: tables.map((each) => table(names, each)) }, null, indent);
        const { records, faults } = readRecords(logAnalyticsTables, text);
        assert.deepEqual([records.length, faults], [tables.flat().length, []]);
      }),
    );
  });

  it('are read by the columns of their own table, and left out when it is of something else', () => {
    const steps = '[{"status":"success"}]';
    const tables = [
      table(['Id', 'ProvisioningSteps'], [['1', steps]]),
      table(['Computer', 'Message'], [['2', steps]]),
      table(['ProvisioningSteps', 'Id'], [[steps, '3']]),
    ];
    const { records } = readRecords(logAnalyticsTables, JSON.stringify({ tables }));
    assert.deepEqual(
      records.map(({ hits }) => hits.map(({ value }) => value)),
      [
        ['1', 'success'],
        ['success', '3'],
      ],
    );
  });
});
