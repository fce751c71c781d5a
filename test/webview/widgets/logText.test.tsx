import * as assert from 'node:assert/strict';
import { LogText } from '../../../src/webview/widgets/logText';
import { drawnText } from '../../support/drawnText';

describe('LogText', () => {
  const texts = [
    'SystemForCrossDomainIdentityManagementEntryConflict',
    'see urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter, too',
    'C'.repeat(70),
    `a ${'.:/@_-'.repeat(10)} b`,
    'short words only',
  ];
  for (const text of texts) {
    it(`shows ${text.slice(0, 30)}… as it is`, () => assert.equal(drawnText(<LogText text={text} />), text));
  }

  it('begins no line before the first and ends none behind the last word', () => {
    const pieces = piecesOf('C'.repeat(30));
    assert.deepEqual(pieces, ['C'.repeat(30)]);
    assert.deepEqual(piecesOf('SystemForCrossDomainIdentity'), ['System', 'For', 'Cross', 'Domain', 'Identity']);
  });

  it('leaves a text of very many pieces to the browser', () => {
    const text = 'OneTwo'.repeat(300);
    assert.equal(drawnText(<LogText text={text.slice(0, 390)} />), text.slice(0, 390));
  });
});

/** The pieces between which a line may end, by drawing each break as a bar. */
function piecesOf(text: string): readonly string[] {
  return drawnText(<LogText text={text} />, '|').split('|');
}
