import * as assert from 'node:assert/strict';
import { joinBytes } from '../../../src/core/scan/joinBytes';

describe('joinBytes', () => {
  it('puts pieces one behind the other, empty ones and none included', () => {
    assert.deepEqual([...joinBytes([])], []);
    assert.deepEqual([...joinBytes([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)])], [1, 2, 3]);
  });
});
