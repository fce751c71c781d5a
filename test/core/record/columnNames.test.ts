import * as assert from 'node:assert/strict';
import { columnNamesBefore } from '../../../src/core/record/columnNames';

describe('columnNamesBefore', () => {
  it('gives the names in front of a row', () => {
    const text = '{"tables":[{"columns":[{"name":"Id","type":"string"},"Note"],"rows":[["1","2"]]}]}';
    assert.deepEqual(columnNamesBefore(text, text.indexOf('["1"')), ['Id', 'Note']);
  });

  it('takes the nearest of several tables', () => {
    const text = '{"tables":[{"columns":["A"],"rows":[[1]]},{"columns" : [\n"B"],"rows":[[2]]}]}';
    assert.deepEqual(columnNamesBefore(text, text.indexOf('[1]')), ['A']);
    assert.deepEqual(columnNamesBefore(text, text.indexOf('[2]')), ['B']);
  });

  it('gives none where there are none', () => {
    for (const text of ['', '[1]', '{"columns":7,"rows":[[1]]}', '{"columns":[{"name":7},{]', '{"columns":["A"']) {
      assert.ok(
        columnNamesBefore(text, text.length).every((name) => name === ''),
        text,
      );
    }
  });
});
