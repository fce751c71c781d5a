import { readSavedStory } from '../../../src/extension/story/savedStory';
import * as assert from '../../support/assert';

const object = { ids: ['a'], reportables: [], names: ['Anna'] };

describe('readSavedStory', () => {
  it('reads what the page kept', () => {
    const saved = readSavedStory({ saved: { logs: [['file:///a%20b.json', 'file:///c.json']], object } });
    assert.deepEqual(
      saved?.logs.map((files) => files.map((file) => file.path)),
      [['/a b.json', '/c.json']],
    );
    assert.deepEqual(saved?.object, object);
  });

  it('takes nothing else for it', () => {
    const strangers: readonly unknown[] = [
      undefined,
      null,
      'saved',
      {},
      { saved: null },
      { saved: { logs: [], object } },
      { saved: { logs: [[]], object } },
      { saved: { logs: [[1]], object } },
      { saved: { logs: [['file:///a']] } },
      { saved: { logs: [['file:///a']], object: { ids: 'a', reportables: [], names: [] } } },
    ];
    for (const stranger of strangers) assert.equal(readSavedStory(stranger), undefined);
  });
});
