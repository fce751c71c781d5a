import * as assert from 'node:assert/strict';
import { positionAfterKey } from '../../../src/webview/widgets/roving';

describe('positionAfterKey', () => {
  it('goes round in a horizontal list', () => {
    assert.equal(positionAfterKey('ArrowRight', 0, 3, 'horizontal'), 1);
    assert.equal(positionAfterKey('ArrowRight', 2, 3, 'horizontal'), 0);
    assert.equal(positionAfterKey('ArrowLeft', 0, 3, 'horizontal'), 2);
  });

  it('stops at the ends of a vertical list', () => {
    assert.equal(positionAfterKey('ArrowDown', 2, 3, 'vertical'), 2);
    assert.equal(positionAfterKey('ArrowUp', 0, 3, 'vertical'), 0);
    assert.equal(positionAfterKey('ArrowDown', 0, 3, 'vertical'), 1);
  });

  it('jumps to both ends', () => {
    assert.equal(positionAfterKey('End', 0, 3, 'vertical'), 2);
    assert.equal(positionAfterKey('Home', 2, 3, 'horizontal'), 0);
  });

  it('leaves other keys, keys of the other direction and empty lists alone', () => {
    assert.equal(positionAfterKey('Enter', 0, 3, 'vertical'), undefined);
    assert.equal(positionAfterKey('ArrowDown', 0, 3, 'horizontal'), undefined);
    assert.equal(positionAfterKey('ArrowRight', 0, 3, 'vertical'), undefined);
    assert.equal(positionAfterKey('Home', 0, 0, 'vertical'), undefined);
  });
});
