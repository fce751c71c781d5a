import * as assert from 'node:assert/strict';
import { findObjects } from '../../../../src/core/analysis/story/findObjects';
import { drawStore } from '../../../support/drawStore';

describe('findObjects', () => {
  const store = drawStore([
    { sourceId: 'id-1', identity: 'Anna Müller', reportable: 'anna@contoso.com', status: 'failure' },
    { sourceId: 'id-1', identity: 'Anna Schmidt', status: 'success', type: 'User' },
    { sourceId: 'id-2', identity: 'Susanna Berg', status: 'failure' },
    { sourceId: 'id-2', identity: 'Susanna Berg', status: 'failure' },
    { targetId: 'T-77', identity: 'Bob' },
    { status: 'failure' },
  ]);
  const names = (typed: string, limit = 50) => findObjects(store, typed, limit).map(({ name }) => name);

  it('finds by parts of names, those that begin with the text first', () => {
    assert.deepEqual(names('anna'), ['Anna Müller', 'Susanna Berg']);
    assert.deepEqual(names('müll ANNA'), ['Anna Müller']);
    assert.deepEqual(names('schmidt'), ['Anna Schmidt']);
  });

  it('finds by reportable identifiers and IDs', () => {
    assert.deepEqual(names('contoso'), ['Anna Müller']);
    assert.deepEqual(names('ID-2'), ['Susanna Berg']);
    assert.deepEqual(names('t-77'), ['Bob']);
    assert.deepEqual(names('nobody'), []);
  });

  it('counts the events of each, and offers those with the most failures while nothing is typed', () => {
    const found = findObjects(store, '  ', 2);
    assert.deepEqual(
      found.map(({ name, events, failures }) => [name, events, failures]),
      [
        ['Susanna Berg', 2, 2],
        ['Anna Müller', 2, 1],
      ],
    );
  });

  it('offers no more than asked for', () => {
    assert.equal(names('', 1).length, 1);
  });
});
