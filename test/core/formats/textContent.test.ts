import * as assert from 'node:assert/strict';
import { contentOfText } from '../../../src/core/formats/textContent';
import { prettifyText } from '../../../src/core/prettify/prettifyText';
import { outlineText } from '../../../src/core/record/outlineText';
import { shapes } from '../../generator/shapes/shapes';
import { buildLog } from '../../support/buildLog';

const records = JSON.parse(buildLog('job Box: ok@anna FAIL(BoxEntryConflict)@bert').text) as Record<string, unknown>[];

/** What is cut deeply has lost its codes. */
const withoutCodes = 'powershell-cut-pages';

describe('contentOfText', () => {
  for (const shape of shapes) {
    const isOutlined = !shape.format.endsWith('csv');
    it(`${isOutlined ? 'outlines' : 'has no outline of'} the shape "${shape.id}"`, () => {
      // A document has lost its byte order mark.
      const text = prettifyText(shape.write(records)[0]!.replace('\uFEFF', ''), '  ', '\n');
      const found = outlineText(text, contentOfText(text)).events.map(({ identity, status, errorCode }) => [
        identity,
        status,
        errorCode,
      ]);
      const code = shape.format === withoutCodes ? '' : 'BoxEntryConflict';
      const all = [
        ['anna', 'success', ''],
        ['bert', 'failure', code],
      ];
      assert.deepEqual(found, isOutlined ? all : []);
    });
  }

  it('reads the rows of every table by its own columns', () => {
    const [first, second] = ['anna', 'bert'].map((name, at) => [
      ['Id', `id-${at}`],
      ['ChangeId', `change-${at}`],
      ['ResultType', 'Success'],
      ['SourceIdentity', JSON.stringify({ Name: name })],
    ]);
    const table = (cells: string[][]): object => ({
      name: 'PrimaryResult',
      columns: cells.map(([name]) => ({ name, type: 'string' })),
      rows: [cells.map(([, value]) => value)],
    });
    const statistics = { name: 'Statistics', columns: [{ name: 'cpu', type: 'long' }], rows: [[1]] };
    // As rows of another log have them.
    const signIns = [
      ['Id', 'sign-in'],
      ['TimeGenerated', '2026-03-24T07:00:00Z'],
      ['ResultType', '0'],
    ];
    const tables = [table(first!), statistics, table([...second!].reverse()), table(signIns)];
    const text = JSON.stringify({ tables }, null, 1);
    const { events } = outlineText(text, contentOfText(text));
    assert.deepEqual(
      events.map(({ key, identity, status }) => [key, identity, status]),
      [
        ['id-0', 'anna', 'success'],
        ['id-1', 'bert', 'success'],
      ],
    );
    assert.deepEqual(
      events.map(({ start, end }) => JSON.parse(text.slice(start, end)) as unknown),
      [tables[0], tables[2]].map((each) => (each as { rows: unknown[] }).rows[0]),
    );
  });

  it('leaves what is no log as it is', () => {
    const record = new TextEncoder().encode('{"milk":2}');
    assert.equal(contentOfText('{"milk": 2}')(record), record);
  });
});
