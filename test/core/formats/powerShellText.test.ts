import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { graphFieldPaths } from '../../../src/core/formats/eventFields';
import { cutList } from '../../../src/core/formats/powerShellCut';
import { readRecords } from '../../support/readRecords';

const record = (steps: string): string => `{"id":"1","provisioningSteps":"${steps}","jobId":"j"}`;

/** The values of the steps of a record, of whose text the inside is told as it stands in the file. */
function stepsOf(steps: string): readonly string[] {
  const [found] = readRecords(cutList, `[${record(steps)}]`).records;
  return found!.hits.flatMap(({ field, kind, value }) => {
    const { path } = graphFieldPaths[field]!;
    return path.startsWith('provisioningsteps') ? [`${path.split('.').at(-1)}=${kind >= 4 ? 'null' : value}`] : [];
  });
}

/** What such texts are made of, and what breaks them. */
const parts = fc.constantFrom(
  '@{',
  '} @{',
  '}',
  '; ',
  ';',
  '=',
  'name=',
  'status=success',
  'Status=',
  'details=',
  '; provisioningStepType=',
  'other=x',
  '\\\\',
  '\\"',
  '\\u0027',
  '\\;',
  '\\=',
  '\\}',
  '\\u0073tatus=',
  'ß',
  '{',
  ' ',
  'x'.repeat(40),
  'x'.repeat(256),
);

describe('Texts that ConvertTo-Json left of objects', () => {
  it('are read by the names of their values', () => {
    assert.deepEqual(stepsOf('@{name=a; status=failure; details=}'), ['status=failure']);
    assert.deepEqual(stepsOf('@{name=a; status=} @{status=two; name=b}'), ['status=null', 'status=two']);
    // What looks like a name in a value is none, where events have no such name.
    assert.deepEqual(stepsOf('@{status=a; b=c} d; name=e; f=g}'), ['status=a; b=c} d']);
    assert.deepEqual(stepsOf('@{other=a; status=b}'), ['status=b']);
    assert.deepEqual(stepsOf('@{status=a\\u0027b}'), ['status=a\\u0027b']);
    for (const none of ['System.Object[]', 'System.Collections.Hashtable', '@{}', '', '@{name}', '@{name=a', 'x']) {
      assert.deepEqual(stepsOf(none), [], none);
    }
  });

  it('give the same hits with every engine, whatever they hold', function () {
    this.timeout(60_000);
    const texts = fc.array(parts, { maxLength: 16 }).map((all) => all.join(''));
    const framed = texts.map((text) => `@{${text}}`);
    // A backslash at the end would take the quote behind it along.
    const inside = fc.oneof(texts, framed).map((text) => (/(?:^|[^\\])(?:\\\\)*\\$/.test(text) ? `${text}\\` : text));
    fc.assert(
      fc.property(fc.array(inside, { minLength: 40, maxLength: 60 }), (all) => {
        const { records, faults } = readRecords(cutList, `[${all.map(record).join(',')}]`);
        assert.deepEqual([records.length, faults], [all.length, []]);
      }),
    );
  });
});
