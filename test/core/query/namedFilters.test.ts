import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readNamedFilters, writeNamedFilters } from '../../../src/core/query/namedFilters';

describe('named filters as text', () => {
  it('are read as they were written', () => {
    const line = fc.string({ minLength: 1 }).map((text) => text.replace(/[\r\n]/g, '').replace(/^[#\s]+|\s+$/g, ''));
    const filter = fc.record({ name: line, query: line.filter((text) => text !== '') }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(filter), (filters) => {
        assert.deepEqual(readNamedFilters(writeNamedFilters(filters)), filters);
      }),
    );
  });

  it('may lack a name, and stand between empty lines', () => {
    assert.deepEqual(readNamedFilters('\r\n##  Conflicts\r\n\r\n  code:*Conflict* \r\nstatus:failure\n# left over'), [
      { name: 'Conflicts', query: 'code:*Conflict*' },
      { name: '', query: 'status:failure' },
    ]);
  });
});
