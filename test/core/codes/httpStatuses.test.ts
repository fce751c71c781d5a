import * as assert from 'node:assert/strict';
import { httpStatuses, httpStatusIn, httpStatusOf } from '../../../src/core/codes/httpStatuses';

describe('HTTP statuses', () => {
  for (const status of httpStatuses) {
    it(`knows ${status.name} by name, number and inside a code`, () => {
      assert.equal(httpStatusOf(status.name.toLowerCase()), status);
      assert.equal(httpStatusOf(` ${status.number} `), status);
      assert.equal(httpStatusIn(`Contoso${status.name}`), status);
      assert.equal(httpStatusIn(`Contoso${status.name}ForUser`), status);
    });
  }

  it('takes whole words only', () => {
    assert.equal(httpStatusIn('ContosoWentGonei'), undefined);
    assert.equal(httpStatusIn('Unlocked'), undefined);
    assert.equal(httpStatusIn('Contoso'), undefined);
    assert.equal(httpStatusOf('418'), undefined);
  });
});
