import * as assert from 'node:assert/strict';
import { nearestName, suggestionFor } from '../../../src/core/query/nearestName';

const names = ['status', 'action', 'job', 'jobId', 'errorCode'];

describe('nearestName', () => {
  const cases: readonly [typed: string, nearest: string | undefined][] = [
    ['stauts', 'status'],
    ['STATE', 'status'],
    ['jb', 'job'],
    ['jobID', 'jobId'],
    ['err', 'errorCode'],
    ['erorcode', 'errorCode'],
    ['xyzzy', undefined],
    ['', undefined],
    ['a'.repeat(5_000), undefined],
  ];
  for (const [typed, nearest] of cases) {
    it(`takes “${typed.slice(0, 20)}” for ${nearest ?? 'nothing'}`, () =>
      assert.equal(nearestName(typed, names), nearest));
  }

  it('lists the names where none is near, without aliases', () => {
    assert.equal(suggestionFor('xyzzy', ['status', 'job'], ['app']), 'There are: status, job.');
    assert.equal(suggestionFor('ap', ['status', 'job'], ['app']), 'Did you mean “app”?');
  });
});
