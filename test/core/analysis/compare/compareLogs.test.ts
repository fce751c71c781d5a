import * as assert from 'node:assert/strict';
import { compareLogs } from '../../../../src/core/analysis/compare/compareLogs';
import { comparisonText } from '../../../../src/core/analysis/compare/comparisonText';
import { digestLog } from '../../../../src/core/analysis/compare/logDigest';
import { LogAnalysis } from '../../../../src/core/analysis/logAnalysis';
import { drawStore, type DrawnEvent } from '../../../support/drawStore';

const box = { jobId: 'box.1', job: 'Box', action: 'update' };
const before: readonly DrawnEvent[] = [
  { ...box, sourceId: 'A', status: 'failure', code: 'EntryConflict', duration: 100, time: 1_000 },
  { ...box, sourceId: 'B', status: 'failure', code: 'Timeout', duration: 300, time: 2_000 },
  { ...box, sourceId: 'C', status: 'success', attribute: ['mail', 'manager'], time: 3_000 },
];
const after: readonly DrawnEvent[] = [
  { ...box, sourceId: 'A', status: 'failure', code: 'entryconflict', duration: 900, time: 11_000 },
  { ...box, sourceId: 'D', status: 'failure', code: 'EntryConflict', duration: 900, time: 12_000 },
  { ...box, sourceId: 'E', status: 'failure', reason: 'User 17 | is gone', time: 13_000 },
  { jobId: 'slack.1', job: 'Slack', status: 'success', attribute: ['Mail', 'title'], time: 13_000 },
];

function compare(one: readonly DrawnEvent[], other: readonly DrawnEvent[]) {
  const [first, second] = [one, other].map((events) => digestLog(new LogAnalysis(drawStore(events))));
  return compareLogs(first!, second!);
}

describe('compareLogs', () => {
  it('tells new, resolved and continuing errors, codes in any casing, reasons masked', () => {
    const { newErrors, resolvedErrors, continuingErrors } = compare(before, after);
    assert.deepEqual(newErrors, [{ code: '', cluster: 'User <number> | is gone', failures: 1, objects: 1 }]);
    assert.deepEqual(
      resolvedErrors.map(({ code }) => code),
      ['Timeout'],
    );
    assert.deepEqual(
      continuingErrors.map(({ before: was, after: is }) => [was.failures, is.failures, is.objects]),
      [[1, 2, 2]],
    );
  });

  it('tells shifts in volume and duration, and jobs that came', () => {
    const { jobs } = compare(before, after);
    assert.deepEqual(
      jobs.map(({ name, before: was, after: is }) => [name, was?.events, is?.events, was?.medianMs, is?.p95Ms]),
      [
        ['Slack', undefined, 1, undefined, undefined],
        ['Box', 3, 3, 100, 900],
      ],
    );
  });

  it('tells attributes that came or went, ignoring case', () => {
    const { newAttributes, goneAttributes } = compare(before, after);
    assert.deepEqual([newAttributes, goneAttributes], [['title'], ['manager']]);
  });

  it('says what must be known before concluding', () => {
    assert.deepEqual(compare(before, after).cautions.length, 1);
    assert.match(compare(before, before).cautions.join(' '), /overlap/);
    assert.match(
      compare(
        before,
        after.map((event, n) => ({ ...event, time: 11_000 + n * 60_000 })),
      ).cautions.join(' '),
      /different length/,
    );
    const failures = Array.from({ length: 10 }, () => ({ status: 'failure', time: 20_000 }));
    assert.match(compare(before, failures).cautions.join(' '), /filtered/);
    assert.match(compare(before, [{ status: 'failure' }]).cautions.join(' '), /no times/);
  });

  it('is written as Markdown in which log text is harmless', () => {
    const text = comparisonText(compare(before, after), { before: 'old.json', after: 'new `x`.json' });
    assert.match(text, /\| All \| 3 \| 4 \| \+1 \|/);
    assert.match(text, /\| Failure \| 2 \| 3 \| \+1 \|/);
    assert.match(text, /\| No code: ` User <number> \\\| is gone ` \| 1 \| 1 \|/);
    assert.match(text, /## Attributes that went\n\n- ` manager `/);
    assert.match(text, /`` new `x`\.json ``/);
    assert.match(text, /\| ` Box ` \| 3 \| 3 \| 0 \| 2 → 3 \| 100 ms → 900 ms \| 300 ms → 900 ms \|/);
  });

  it('says plainly when nothing changed', () => {
    const text = comparisonText(compare(before, before), { before: 'a', after: 'b' });
    assert.match(text, /No error is new\./);
    assert.match(text, /No error is gone\./);
    assert.doesNotMatch(text, /Attributes that/);
  });
});
