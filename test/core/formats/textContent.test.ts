import * as assert from 'node:assert/strict';
import { contentOfText } from '../../../src/core/formats/textContent';
import { prettifyText } from '../../../src/core/prettify/prettifyText';
import { outlineText } from '../../../src/core/record/outlineText';
import { shapes } from '../../generator/shapes/shapes';
import { buildLog } from '../../support/buildLog';

const records = JSON.parse(buildLog('job Box: ok@anna FAIL(BoxEntryConflict)@bert').text) as Record<string, unknown>[];

/** Shapes of which a document has no outline. */
const withoutOutline = /csv$|^log-analytics-tables$/;
/** What is cut deeply has lost its codes. */
const withoutCodes = 'powershell-cut-pages';

describe('contentOfText', () => {
  for (const shape of shapes) {
    const isOutlined = !withoutOutline.test(shape.format);
    it(`${isOutlined ? 'outlines' : 'has no outline of'} the shape "${shape.id}"`, () => {
      // A document has lost its byte order mark.
      const text = prettifyText(shape.write(records)[0]!.replace('\uFEFF', ''), '  ', '\n');
      const found = outlineText(text, contentOfText(text)).events.map(({ identity, status, errorCode }) => [
        identity,
        status,
        errorCode,
      ]);
      const code = shape.format === withoutCodes ? '' : 'BoxEntryConflict';
      const all = [
        ['anna', 'success', ''],
        ['bert', 'failure', code],
      ];
      assert.deepEqual(found, isOutlined ? all : []);
    });
  }

  it('leaves what is no log as it is', () => {
    const record = new TextEncoder().encode('{"milk":2}');
    assert.equal(contentOfText('{"milk": 2}')(record), record);
  });
});
