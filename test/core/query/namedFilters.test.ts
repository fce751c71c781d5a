import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addNamedFilters, readNamedFilters, writeNamedFilters } from '../../../src/core/query/namedFilters';

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

describe('addNamedFilters', () => {
  const there = [
    { name: 'Conflicts', query: 'code:*Conflict*' },
    { name: 'Conflicts (2)', query: 'code:x' },
  ];

  it('replaces none: a name that is taken gets a number, and what is there already stays once', () => {
    const shared = [
      { name: 'Conflicts', query: 'status:failure' },
      { name: 'Conflicts', query: 'code:*Conflict*' },
      { name: 'Conflicts (2)', query: 'code:x' },
      { name: '', query: 'turn:wait' },
      { name: '', query: 'turn:wait' },
    ];
    assert.deepEqual(addNamedFilters(there, shared), {
      added: [
        { name: 'Conflicts (3)', query: 'status:failure' },
        { name: 'turn:wait', query: 'turn:wait' },
      ],
      renamed: 1,
      known: 3,
    });
  });

  it('gives every query a name of its own, whatever was there', () => {
    const filter = fc.record({
      name: fc.constantFrom('', 'a', 'a (2)', 'b'),
      query: fc.constantFrom('a', 'x', 'y', 'z'),
    });
    fc.assert(
      fc.property(fc.array(filter), (shared) => {
        const { added, known } = addNamedFilters(there, shared);
        const names = [...there, ...added].map(({ name }) => name);
        assert.equal(new Set(names).size, names.length);
        assert.equal(added.length + known, shared.length);
        const queries = new Set([...there, ...added].map(({ query }) => query));
        assert.ok(shared.every(({ query }) => queries.has(query)));
      }),
    );
  });
});
