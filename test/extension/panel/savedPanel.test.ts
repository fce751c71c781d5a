import { readSavedPanel } from '../../../src/extension/panel/savedPanel';
import * as assert from '../../support/assert';

describe('readSavedPanel', () => {
  it('reads what the page kept', () => {
    const saved = readSavedPanel({ saved: { log: ['file:///a%20b.json'], key: 'k#2' }, tab: 'raw' });
    assert.deepEqual(
      saved?.files.map((file) => file.path),
      ['/a b.json'],
    );
    assert.equal(saved?.key, 'k#2');
  });

  it('takes nothing else for it', () => {
    const strangers: readonly unknown[] = [
      undefined,
      null,
      'saved',
      {},
      { saved: null },
      { saved: { log: [], key: 'k' } },
      { saved: { log: ['file:///a'], key: '' } },
      { saved: { log: [1], key: 'k' } },
      { saved: { log: 'file:///a', key: 'k' } },
    ];
    for (const stranger of strangers) assert.equal(readSavedPanel(stranger), undefined);
  });
});
