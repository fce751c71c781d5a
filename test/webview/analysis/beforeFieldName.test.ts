import * as assert from 'node:assert/strict';
import { beforeFieldName } from '../../../src/webview/analysis/beforeFieldName';

describe('beforeFieldName', () => {
  it('is what was understood before the name of a field', () => {
    assert.equal(beforeFieldName('status:failure acton', 'status:failure acton:'), 'status:failure');
    assert.equal(beforeFieldName('code', 'code:'), '');
    assert.equal(beforeFieldName('status:failure -code', ' status:failure -code:'), 'status:failure');
    assert.equal(beforeFieldName('status:failure AND code', 'status:failure AND code:'), 'status:failure');
  });

  it('is nothing where something else was typed', () => {
    assert.equal(beforeFieldName('status:failure', 'status:failure('), undefined);
    assert.equal(beforeFieldName('status:failure acton', 'status:failure code:'), undefined);
    assert.equal(beforeFieldName('"a b', '"a b:'), undefined);
    assert.equal(beforeFieldName('duration:>5', 'duration:>5:'), undefined);
  });
});
