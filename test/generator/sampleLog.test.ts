import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ExpectedCounts } from './expectedCounts';
import { failures } from './failures';
import { hostileNames } from './hostileNames';
import { sampleJobs } from './jobs';
import { sampleLog } from './sampleLog';
import { skipReasons } from './story';
import { parseRecords, type WireRecord } from './wireRecord';

describe('sampleLog', () => {
  const { text, counts } = sampleLog();
  const records = parseRecords(text);

  it('is what media/sample holds, to the byte (npm run sample rewrites it)', () => {
    const committed = readFileSync('media/sample/ProvisioningLogs-sample.json');
    assert.ok(committed.equals(Buffer.from(text)), 'the committed sample differs from what the generator writes');
    const expected = JSON.parse(readFileSync('media/sample/expected-counts.json', 'utf8')) as ExpectedCounts;
    assert.deepEqual(expected, counts);
  });

  it('is minified on one line and holds 200 to 300 events with ids of their own', () => {
    assert.equal(text, JSON.stringify(records));
    assert.ok(!text.includes('\n'));
    assert.ok(records.length >= 200 && records.length <= 300, `${records.length} events`);
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  });

  it('is counted right', () => {
    assert.equal(counts.events, records.length);
    assert.equal(counts.failures, records.filter(isFailure).length);
    assert.deepEqual(counts.byErrorCode, countBy(records.flatMap((record) => codeOf(record) ?? [])));
    assert.deepEqual(withoutZeros(counts.byStatus), countBy(records.map((record) => known(statusOf(record)))));
    assert.deepEqual(
      withoutZeros(counts.byAction),
      countBy(records.map((record) => known(record.provisioningAction.toLowerCase()))),
    );
    for (const { jobId, events, byStatus } of counts.jobs) {
      const own = records.filter((record) => record.jobId === jobId);
      assert.equal(events, own.length);
      assert.deepEqual(withoutZeros(byStatus), countBy(own.map((record) => known(statusOf(record)))));
    }
  });

  it('begins with a failure whose code and whole record stand where VS Code draws them', () => {
    const code = codeOf(records[0]!);
    assert.ok(isFailure(records[0]!) && code !== undefined);
    assert.ok(text.indexOf(code) + code.length < 8_000);
    assert.ok(JSON.stringify(records[0]).length < 10_000);
  });

  it('has exactly the four jobs, every status and every action', () => {
    assert.deepEqual(counts.jobs.map(({ jobId }) => jobId).sort(), sampleJobs.map(({ jobId }) => jobId).sort());
    for (const [word, count] of Object.entries({ ...counts.byStatus, ...counts.byAction })) assert.ok(count > 0, word);
  });

  it('has every failure of its jobs, one of them with a code that nobody knows', () => {
    const expected = failures.filter(({ job }) => sampleJobs.some(({ key }) => key === job));
    assert.ok(expected.length >= 20);
    assert.equal(expected.filter(({ isUnknown }) => isUnknown).length, 1);
    for (const { code } of expected) assert.ok((counts.byErrorCode[code] ?? 0) > 0, code);
  });

  it('has failures that heal later and failures that do not', () => {
    const healed = records.filter(isFailure).filter((failure) => records.some((record) => heals(record, failure)));
    assert.ok(healed.length >= 10, `${healed.length} healed`);
    assert.ok(counts.failures - healed.length >= 10, `${counts.failures - healed.length} did not heal`);
  });

  it('has skips with each known reason', () => {
    const found = new Set(
      records.flatMap((record) => record.provisioningSteps.map(({ details }) => details.SkipReason)),
    );
    for (const reason of skipReasons) assert.ok(found.has(reason), reason);
  });

  it('has changes of several records', () => {
    const sizes = Object.values(countBy(records.map(({ changeId }) => changeId)));
    assert.deepEqual(sizes.filter((size) => size > 1).sort(), [2, 2, 2, 3]);
  });

  it('has every hostile name, names beyond ASCII and names that are missing', () => {
    const names = new Set(records.map(({ sourceIdentity }) => sourceIdentity.displayName));
    for (const name of hostileNames) assert.ok(names.has(name), name.slice(0, 60));
    assert.ok(hostileNames.some((name) => name.length === 10_000));
    assert.ok([...names].some((name) => /\p{Script=Han}/u.test(name)));
    assert.ok(names.has(''));
  });

  it('has null old values that the matching step knows', () => {
    const recoverable = records.filter(({ modifiedProperties, provisioningSteps }) => {
      const matching = provisioningSteps.find(({ provisioningStepType }) => provisioningStepType === 'matching');
      return modifiedProperties.some(({ displayName, oldValue, newValue }) => {
        const before = matching?.details[displayName.replace(/[.:]/g, '')];
        return oldValue === null && before !== undefined && before !== newValue;
      });
    });
    assert.ok(recoverable.length >= 20, `${recoverable.length} events`);
  });

  it('has JSON inside texts', () => {
    const scopes = records.flatMap((record) =>
      record.provisioningSteps.flatMap(({ details }) => details.ScopeEvaluationResult ?? []),
    );
    assert.ok(scopes.some((scope) => Object.values(JSON.parse(scope) as object).includes(true)));
    assert.ok(scopes.some((scope) => Object.values(JSON.parse(scope) as object).includes(false)));
    const reasons = records.map((record) => record.provisioningStatusInfo.errorInformation?.reason ?? '');
    assert.ok(
      reasons.some((reason) => /Web Response: \r\n\{.*"scimType".*\}\. This operation was retried/.test(reason)),
    );
  });

  it('runs for days, in cycles that several events share', () => {
    const times = records.map(({ activityDateTime }) => Date.parse(activityDateTime));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
    assert.ok(times[0]! - times.at(-1)! > 2 * 86_400_000);
    assert.ok(Object.values(countBy(records.map(({ cycleId }) => cycleId))).some((size) => size >= 3));
  });
});

function statusOf(record: WireRecord): string {
  return record.provisioningStatusInfo.status;
}

function isFailure(record: WireRecord): boolean {
  return statusOf(record) === 'failure';
}

function codeOf(record: WireRecord): string | undefined {
  return record.provisioningStatusInfo.errorInformation?.errorCode;
}

function heals(record: WireRecord, failure: WireRecord): boolean {
  return (
    statusOf(record) === 'success' &&
    record.jobId === failure.jobId &&
    record.sourceIdentity.id === failure.sourceIdentity.id &&
    record.activityDateTime > failure.activityDateTime
  );
}

/** The log's word for what the model calls unknown. */
function known(word: string): string {
  return word.toLowerCase() === 'unknownfuturevalue' ? 'unknown' : word;
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function withoutZeros(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
