import * as assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { parser } from 'stream-json/parser.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { DerivedStore } from '../../../src/core/analysis/derivedStore';
import { columns } from '../../../src/core/columns/columns';
import { summarise } from '../../../src/core/analysis/summary';
import { buildIndex, type BuiltLog } from '../../../src/core/index/buildIndex';
import type { EventSummary } from '../../../src/core/model';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import { readEvent } from '../../../src/core/record/readEvent';
import { PAUSE_BYTES } from '../../../src/core/index/readingPace';
import { memorySource, type ByteSource } from '../../../src/core/scan/byteSource';
import { sampleLog } from '../../generator/sampleLog';
import { buildLog } from '../../support/buildLog';
import { engines } from '../../support/engines';
import { indexLog, summariesOf } from '../../support/indexLog';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null), fc.constant(undefined));
const status = fc.constantFrom('success', 'Failure', 'skipped', 'WARNING', 'odd', '', 0, 1, 2, 3, 4);
const party = fc.record({
  id: maybe(fc.oneof(fc.uuid(), text)),
  displayName: maybe(text),
  identityType: maybe(fc.constantFrom('User', 'Group')),
  details: fc.record({ UserPrincipalName: maybe(text) }),
});
const time = fc.oneof(
  fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '2026-02-30T00:00:00Z',
    '2026-07-17T12:31:10Z',
    '2026-07-17T12:31:10.1234567Z',
    '3/24/2026 7:17:42 AM',
    'soon',
  ),
);
const step = fc.record({
  name: text,
  status: maybe(status),
  details: maybe(
    fc.record({
      SkipReason: maybe(text),
      ReportableIdentifier: maybe(text),
      userName: maybe(text),
      userPrincipalName: maybe(text),
    }),
  ),
});
/** Records with every field that the index takes, present, null or absent. */
const event = fc.record({
  id: fc.uuid(),
  activityDateTime: maybe(time),
  jobId: maybe(fc.oneof(fc.constant('scim.0123.abc'), text)),
  cycleId: maybe(fc.uuid()),
  changeId: maybe(fc.oneof(fc.uuid(), text)),
  provisioningAction: maybe(fc.constantFrom('create', 'StagedDelete', 'x', 4)),
  durationInMilliseconds: maybe(fc.oneof(fc.nat(), fc.constantFrom('12', 'x', 1.5))),
  provisioningStatusInfo: maybe(
    fc.record({
      status: maybe(status),
      errorInformation: maybe(fc.record({ errorCode: text.map((code) => `X${code}`), reason: maybe(text) })),
    }),
  ),
  statusInfo: maybe(fc.record({ status: maybe(status) })),
  servicePrincipal: maybe(party),
  sourceSystem: maybe(party),
  targetSystem: maybe(party),
  sourceIdentity: maybe(party),
  targetIdentity: maybe(party),
  initiatedBy: maybe(party),
  provisioningSteps: maybe(fc.array(step, { maxLength: 3 })),
  modifiedProperties: maybe(fc.array(fc.record({ displayName: maybe(text), newValue: text }), { maxLength: 3 })),
});
const log = fc.tuple(fc.array(event, { maxLength: 5 }), fc.constantFrom(undefined, 2)).map(([events, indent]) => ({
  events,
  text: JSON.stringify(events, null, indent),
}));
const chunk = fc.oneof(fc.constantFrom(1, 2, 7, 4096), fc.integer({ min: 1, max: 500 }));

describe('buildIndex', () => {
  it('knows of each event what reading its record says, whatever the pieces and with every engine', async function () {
    this.timeout(60_000);
    const engine = fc.constantFrom(...engines);
    await fc.assert(
      fc.asyncProperty(log, chunk, engine, async ({ events, text: content }, chunkBytes, { create }) => {
        fc.pre(events.length > 0);
        const bytes = new TextEncoder().encode(content);
        const result = await buildIndex([memorySource(bytes)], { chunkBytes, createEngine: create });
        assert.equal(result.kind, 'built');
        const { index, problems } = result;
        assert.equal(problems.count, 0);
        assert.deepEqual(
          Array.from({ length: index.rowCount }, (_, row) => index.summary(row).id),
          events.map(({ id }) => id),
        );
        for (let row = 0; row < index.rowCount; row++) {
          const { byteOffset, byteLength } = index.range(row);
          const record = bytes.subarray(byteOffset, byteOffset + byteLength);
          assert.deepEqual(JSON.parse(new TextDecoder().decode(record)), JSON.parse(JSON.stringify(events[row])));
          const key = index.key(row);
          const read = readEvent({ bytes: record, key, file: 0, byteOffset });
          const summary = index.summary(row);
          assert.deepEqual(summary, { ...pickKeys(read, Object.keys(summary)) });
          assert.equal(index.rowOf(key), row);
          const reason = index.column('reason');
          assert.ok(reason.kind === 'dictionary');
          assert.equal(reason.text(reason.entries[row]!), blankIsAbsent(read.error?.reason));
          const job = index.column('job');
          assert.ok(job.kind === 'dictionary');
          assert.equal(job.text(job.entries[row]!), read.jobName);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds what stream-json finds in the sample', async () => {
    const { text: sample } = sampleLog();
    const streamed: Record<string, unknown>[] = [];
    for await (const { value } of Readable.from([sample])
      .pipe(parser.asStream())
      .pipe(streamArray.asStream()) as AsyncIterable<{
      value: Record<string, unknown>;
    }>) {
      streamed.push(value);
    }
    const indexed = await indexLog([sample]);
    const unique = new Map(streamed.map((record) => [JSON.stringify(record), record]));
    assert.deepEqual(
      summariesOf(indexed).map(({ id, changeId, jobId }) => [id, changeId, jobId]),
      [...unique.values()].map(({ id, changeId, jobId }) => [id, changeId, jobId]),
    );
  });

  it('gives the same events, or problems, for a log that is cut anywhere', async function () {
    this.timeout(60_000);
    const { bytes, events } = buildLog('job Zoë: ok FAIL(X)@美咲 skip');
    for (let length = 70; length < bytes.length; length += 7) {
      const whole = events.filter(({ byteOffset, byteLength }) => byteOffset + byteLength <= length);
      const createEngine = engines[length % engines.length]!.create;
      const cut = bytes.subarray(0, length);
      const { index, problems, notices } = await indexLog([cut], { chunkBytes: 1024, createEngine });
      assert.equal(index.rowCount, whole.length);
      assert.equal(problems.count, 1);
      const left = length - (whole.length === 0 ? 1 : whole.at(-1)!.byteOffset + whole.at(-1)!.byteLength);
      const [notice = '', ...others] = notices;
      assert.deepEqual(others, []);
      // A comma is no part of an event.
      const said = Number(/The log is cut off: ([\d,]+) bytes? at its end/.exec(notice)?.[1]?.replace(',', '') ?? 0);
      assert.ok(said === left || said === left - 1, `${notice} (${left} are left)`);
    }
  });

  it('reads a text of 100 MB, and the records around it', async function () {
    this.timeout(120_000);
    const { bytes, events } = buildLog('job A: ok FAIL(X) skip');
    const at = events[1]!.byteOffset + '{'.length;
    const long = new Uint8Array(bytes.length + 100_000_011).fill(0x78);
    long.set(bytes.subarray(0, at));
    long.set(new TextEncoder().encode('"reason":"'), at);
    long.set(new TextEncoder().encode('",'), at + 100_000_009);
    long.set(bytes.subarray(at), at + 100_000_011);
    const indexed = await indexLog([long]);
    assert.equal(indexed.problems.count, 0);
    assert.deepEqual(
      summariesOf(indexed).map(({ id }) => id),
      events.map(({ id }) => id),
    );
    assert.equal(indexed.index.range(1).byteLength, events[1]!.byteLength + 100_000_011);
    assert.ok(indexed.index.byteLength < 1_000_000);
  });

  it('reads a record without a value behind one for which the memory has grown', async () => {
    const record = (id: number, more: object): string =>
      JSON.stringify({
        id: `id-${id}`,
        activityDateTime: '2026-03-24T10:00:00Z',
        provisioningAction: 'create',
        ...more,
      });
    for (const { create: createEngine } of engines) {
      for (const length of [1, 10_000, 1_000_000]) {
        const last = record(2, { pad: 'x'.repeat(length) });
        const { index } = await indexLog([`[${record(1, {})},${last}]`], { chunkBytes: 100, createEngine });
        assert.equal(index.summary(1).durationMs, undefined);
      }
    }
  });

  it('has every column, in every kind of log', async () => {
    const { index } = await indexLog([buildLog('job A: ok FAIL(X) skip').text]);
    for (const { id } of columns) {
      const data = index.column(id);
      const length = data.kind === 'number' ? data.values.length : data.kind === 'dictionary' ? data.entries.length : 3;
      assert.equal(length, 3, id);
    }
  });

  it('takes Azure Active Directory for Microsoft Entra ID', async () => {
    const { text: drawn } = buildLog('job A: ok ok');
    const { index } = await indexLog([drawn.replace('Microsoft Entra ID', 'azure active directory')]);
    const source = index.column('source');
    assert.ok(source.kind === 'dictionary');
    assert.equal(source.entries[0], source.entries[1]);
    assert.equal(source.text(source.entries[0]!), 'Microsoft Entra ID');
  });

  it('keeps the names of all attributes', async () => {
    const { text: drawn } = buildLog('job A: ok');
    const properties = '"modifiedProperties":[{"displayName":"a"},{"displayName":"b\\nc"},{"displayName":null}]';
    const { index } = await indexLog([drawn.replace('"modifiedProperties":[]', properties)]);
    const attributes = index.column('attribute');
    assert.ok(attributes.kind === 'dictionary');
    assert.equal(attributes.text(attributes.entries[0]!), 'a\nb c');
  });

  describe('of events with one key', () => {
    it('counts those that are the same byte for byte once', async () => {
      const { text: drawn } = buildLog('job A: ok FAIL(X) again again ok');
      const { index, notices, problems } = await indexLog([drawn]);
      assert.deepEqual(
        Array.from({ length: index.rowCount }, (_, row) => [index.key(row), index.range(row).event]),
        [
          ['event-1', 1],
          ['event-2', 2],
          ['event-5', 5],
        ],
      );
      assert.deepEqual(notices, ['2 records stood in the log once more, byte for byte: each event counts once.']);
      assert.equal(problems.count, 0);
      assert.equal(index.rowOf('event-5'), 2);
    });

    it('keeps those that differ, tells them apart and names both', async () => {
      const { text: drawn } = buildLog('job A: ok FAIL(X) FAIL(Y) skip');
      const same = drawn.replace('"id":"event-2"', '"id":"event-1"').replace('"id":"event-3"', '"id":"event-1"');
      const { index, problems } = await indexLog([same]);
      const keys = ['event-1', 'event-1#2', 'event-1#3', 'event-4'];
      assert.deepEqual(
        keys.map((key) => index.rowOf(key)),
        [0, 1, 2, 3],
      );
      assert.deepEqual(
        problems.kept.map(({ code, event: number, facts }) => [code, number, facts?.otherEvent]),
        [
          ['conflictingEvents', 2, 1],
          ['conflictingEvents', 3, 1],
        ],
      );
    });

    it('never gives two events one key, also where an ID looks like a repeat', async () => {
      const { text: drawn } = buildLog('job A: ok FAIL(X) skip');
      const { index } = await indexLog([
        drawn.replace('"id":"event-2"', '"id":"event-1"').replace('"id":"event-3"', '"id":"event-1#2"'),
      ]);
      assert.deepEqual(
        [0, 1, 2].map((row) => index.key(row)),
        ['event-1', 'event-1#3', 'event-1#2'],
      );
    });

    it('makes a key of change ID, time and action where there is no ID', async () => {
      const { text: drawn } = buildLog('job A: ok FAIL(X)');
      const { index } = await indexLog([drawn.replaceAll(/"id":"event-\d",/g, '')]);
      assert.equal(index.key(0), 'change-1 2026-01-01T00:00:00.000Z update');
      assert.equal(index.rowOf(index.key(1)), 1);
      assert.equal(index.rowOf('change-1 2026-01-01T00:00:00.000Z create'), undefined);
    });

    it('finds the rows of a change', async () => {
      const { index } = await indexLog([buildLog('job A: ok#c ok FAIL(X)#c').text]);
      assert.deepEqual(index.rowsOfChange('C'), [0, 2]);
    });
  });

  it('ends soon after it was told to', async () => {
    const one = buildLog('job A: ok').text.slice(1, -1);
    const bytes = new TextEncoder().encode(`[${Array<string>(30_000).fill(one).join(',')}]`);
    const signal = { aborted: false };
    let lastDone = 0;
    const result = await buildIndex([memorySource(bytes)], {
      chunkBytes: 65_536,
      signal,
      onProgress: (done, total) => {
        assert.ok(done >= lastDone && done <= total);
        lastDone = done;
        setTimeout(() => (signal.aborted = true));
      },
    });
    assert.equal(result.kind, 'cancelled');
    assert.ok(lastDone < bytes.length);
  });

  it('reads no more than the bytes between two pauses once it was told to end', async () => {
    const record = new TextEncoder().encode(`${buildLog('job A: ok').text.slice(1, -1)}\n`);
    const told = 20 * 1024 * 1024;
    const signal = { aborted: false };
    let end = 0;
    // Endless as far as a reader can tell: who does not stop, reads a hundred times as much.
    const source: ByteSource = {
      size: 100 * told,
      readInto: (target, offset) => {
        for (let at = 0; at < target.length; at++) target[at] = record[(offset + at) % record.length]!;
        end = Math.max(end, offset + target.length);
        signal.aborted = end >= told;
        return Promise.resolve(target.length);
      },
      close: () => Promise.resolve(),
    };
    const chunkBytes = 1024 * 1024;
    const result = await buildIndex([source], { chunkBytes, signal });
    assert.equal(result.kind, 'cancelled');
    // One piece is read ahead.
    assert.ok(end <= told + PAUSE_BYTES + 2 * chunkBytes, `${end - told} bytes more`);
  });

  it('shows, while it reads, logs that hold the first events of the whole and do not change', async () => {
    const names = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => `${index % 7 === 0 ? 'FAIL(X)' : 'ok'}@name-${(from + index) % 977}`);
    const files = [600, 900].map((count, file) =>
      buildLog(`job A: ${names(count, 1000 * file).join(' ')}`).text.replaceAll('"event-', `"event-${file}-`),
    );
    const parts: { built: BuiltLog; rowCount: number; summaries: EventSummary[] }[] = [];
    const whole = await indexLog(files, {
      chunkBytes: 2048,
      onPartial: (built) => {
        const { rowCount } = built.index;
        parts.push({ built, rowCount, summaries: summariesOf({ ...built, kind: 'built' }) });
      },
    });
    const all = summariesOf(whole);
    assert.ok(parts.length > 0);
    assert.equal(whole.repeatCount, 0);
    for (const { built, rowCount, summaries } of parts) {
      assert.ok(rowCount > 0 && rowCount < all.length);
      assert.deepEqual(summaries, all.slice(0, rowCount));
      // Asked again when the log has grown.
      const { index } = built;
      assert.equal(index.rowCount, rowCount);
      assert.deepEqual(summariesOf({ ...built, kind: 'built' }), summaries);
      const { tree } = parseQuery('status:failure identity:*name-1*');
      assert.deepEqual(
        [...evaluateQuery(tree, new DerivedStore(index)).page(0, rowCount)],
        [...evaluateQuery(tree, new DerivedStore(whole.index)).page(0, all.length)].filter((row) => row < rowCount),
      );
      assert.equal(index.rowOf(all.at(-1)!.key), undefined);
      assert.equal(index.rowOf(all[rowCount - 1]!.key), rowCount - 1);
      assert.equal(index.rangeAtByteOffset(1, all.at(-1)!.byteOffset), undefined);
      assert.equal(index.eventCountOf(0) + index.eventCountOf(1), rowCount);
      assert.deepEqual(summarise(index).events, rowCount);
    }
  });

  it('shows no part of a log that is read in one piece', async () => {
    let parts = 0;
    await indexLog([buildLog('job A: ok FAIL(X)').text], { onPartial: () => parts++ });
    assert.equal(parts, 0);
  });

  it('keeps what was read when a file stops being readable, and says so', async () => {
    const { bytes, events } = buildLog('job A: ok ok ok');
    const end = events[2]!.byteOffset;
    const source = memorySource(bytes.subarray(0, end));
    const result = await buildIndex([
      {
        ...source,
        readInto: (target, offset) =>
          offset >= end ? Promise.reject(new Error('The disk is on fire.')) : source.readInto(target, offset),
      },
    ]);
    assert.ok(result.kind === 'built');
    assert.equal(result.index.rowCount, 2);
    assert.deepEqual(
      result.problems.kept.map(({ code }) => code),
      ['readFailed', 'truncated'],
    );
  });

  it('leaves out a file that is no log, and says so, when another is one', async () => {
    const { index, problems, files } = await indexLog(['{"a":1}', buildLog('job A: ok').text]);
    assert.equal(index.rowCount, 1);
    assert.equal(index.range(0).file, 1);
    assert.deepEqual(
      files.map(({ format }) => format?.id),
      [undefined, 'portal-json'],
    );
    assert.deepEqual(
      problems.kept.map(({ code, file }) => [code, file]),
      [['notALog', 0]],
    );
  });
});

function pickKeys(from: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

/** A column holds nothing but white space as little as nothing. */
function blankIsAbsent(value = ''): string {
  return value.trim() === '' ? '' : value;
}
