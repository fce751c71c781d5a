import * as assert from 'node:assert/strict';
import { jobOf } from './jobs';

describe('jobOf', () => {
  it('finds a job by its key and names a key that does not exist', () => {
    assert.equal(jobOf('box').servicePrincipal.displayName, 'Box');
    assert.throws(() => jobOf('fax'), /fax/);
  });
});
