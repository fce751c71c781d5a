import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { summarise } from '../../../src/core/analysis/summary';
import { columns, type ColumnId } from '../../../src/core/columns/columns';
import { DerivedStore } from '../../../src/core/analysis/derivedStore';
import { buildTree } from '../../../src/core/groupings/buildTree';
import { byJob } from '../../../src/core/groupings/groupings';
import { buildIndex, type BuiltLog } from '../../../src/core/index/buildIndex';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import { memorySource } from '../../../src/core/scan/byteSource';
import { packStored, STORED_VERSION, unpackStored } from '../../../src/core/stored/packStored';
import { restoreLog } from '../../../src/core/stored/restoreLog';
import { storedLog, type StoredLog } from '../../../src/core/stored/storedLog';
import { sampleLog } from '../../generator/sampleLog';
import type { GraphRecord } from '../../generator/shapes/shape';
import { shapes } from '../../generator/shapes/shapes';
import { anyRecord } from '../../support/anyRecord';
import { buildLog } from '../../support/buildLog';
import { summariesOf } from '../../support/indexLog';

/** Formats in which values stand in texts of JSON, or nowhere as they are read: there is no place to note. */
const withoutPlaces = /^(azure-monitor-text|log-analytics|on-demand(?!-value))/;

/**
 * A small log that never changes, and the hash of how each version stores it. A version that has users keeps its line:
 * they would be shown an index that means something else.
 */
const fixedLog = `[{"id":"4f3a1f6e-0001-4000-8000-000000000001","activityDateTime":"2026-01-02T03:04:05Z","jobId":"Box.1.2","cycleId":"4f3a1f6e-0002-4000-8000-000000000002","changeId":"4f3a1f6e-0003-4000-8000-000000000003","provisioningAction":"create","durationInMilliseconds":1234,"provisioningStatusInfo":{"status":"failure","errorInformation":{"errorCode":"BoxEntryConflict","reason":"A \\"Zo\u00eb\\" is there"}},"servicePrincipal":{"id":"sp","displayName":"Box"},"sourceSystem":{"displayName":"Microsoft Entra ID"},"targetSystem":{"displayName":"Box"},"sourceIdentity":{"id":"4f3a1f6e-0004-4000-8000-000000000004","displayName":"Zo\u00eb","identityType":"User"},"targetIdentity":{"id":"no GUID","displayName":""},"initiatedBy":{"displayName":"Azure AD Provisioning Service"},"provisioningSteps":[{"name":"EntryExportAdd","details":{"SkipReason":"NotEffectivelyEntitled"}}],"modifiedProperties":[{"displayName":"mail"}]},{"id":"second","jobId":"Box.1.2","provisioningStatusInfo":{"status":"success"}}]`;
const hashes: Readonly<Record<number, string>> = {
  2: 'a76640bb9f6ed50e4ac02f638202faab734d3600e75c31bb0351c20103109a50',
};

const name = fc.string({ unit: 'grapheme', maxLength: 8 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null), fc.constant(undefined));
const party = fc.record({ id: maybe(fc.oneof(fc.uuid(), name)), displayName: maybe(name), identityType: maybe(name) });
const event = fc.record({
  id: fc.uuid(),
  activityDateTime: fc.constantFrom('2026-01-02T03:04:05Z', '2026-01-03T03:04:05.678Z', 'never'),
  jobId: maybe(name),
  cycleId: maybe(fc.uuid()),
  changeId: maybe(fc.oneof(fc.uuid(), name, fc.constantFrom('c1', 'c2'))),
  provisioningAction: maybe(fc.constantFrom('create', 'Update', 'x')),
  durationInMilliseconds: maybe(fc.nat(9)),
  provisioningStatusInfo: fc.record({
    status: fc.constantFrom('success', 'failure', 'skipped'),
    errorInformation: maybe(fc.record({ errorCode: maybe(fc.constantFrom('X', 'Y', 'é"')), reason: maybe(name) })),
  }),
  servicePrincipal: maybe(party),
  sourceSystem: maybe(party),
  targetSystem: maybe(party),
  sourceIdentity: maybe(party),
  targetIdentity: maybe(party),
  initiatedBy: maybe(party),
  provisioningSteps: fc.array(fc.record({ name, details: maybe(fc.record({ SkipReason: maybe(name) })) }), {
    maxLength: 2,
  }),
  modifiedProperties: fc.array(fc.record({ displayName: maybe(name) }), { maxLength: 2 }),
});
const log = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 8 }), fc.constantFrom(undefined, 2), fc.boolean())
  .map(([events, indent, repeats]) => JSON.stringify(repeats ? [...events, events[0]] : events, null, indent));

const queries = [
  'status:failure',
  'duration:>3',
  'identity:*a*',
  'a',
  'reason:"b"',
  'change:c1',
  'code:X OR skip:x',
  '-action:create',
  'time:2026-01-02',
];

describe('a stored log', () => {
  it('answers everything like the one that was built from the file', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(log, async (text) => {
        const bytes = new TextEncoder().encode(text);
        const { built, stored } = await store(bytes);
        const restored = await restoreLog(stored!, memorySource(bytes));
        assert.ok(restored?.kind === 'built');
        await assertSame(restored, built);
      }),
      { numRuns: 100 },
    );
  });

  it('answers like the one that was built, for the sample and for a log with problems', async () => {
    const cut = `${buildLog('job A: ok FAIL(X)@{Zoë "Z" \\\\ Müller} skip').text.slice(0, -1)},{"id":"x"`;
    for (const text of [sampleLog().text, cut, '[]']) {
      const bytes = new TextEncoder().encode(text);
      const { built, stored } = await store(bytes);
      const restored = await restoreLog(stored!, memorySource(bytes));
      assert.ok(restored?.kind === 'built');
      await assertSame(restored, built);
    }
  });

  for (const shape of shapes.filter((each) => each.write([]).length === 1)) {
    const canBeStored = !withoutPlaces.test(shape.format);
    it(`${canBeStored ? 'answers like the one that was built,' : 'is not made'} of the shape "${shape.id}"`, async function () {
      this.timeout(60_000);
      const drawn = fc.uniqueArray(anyRecord, { minLength: 1, maxLength: 5, selector: (record) => record.id });
      await fc.assert(
        fc.asyncProperty(drawn, async (records: readonly GraphRecord[]) => {
          const written = records.filter((record) => shape.canWrite?.(record) ?? true);
          fc.pre(written.length > 0);
          const bytes = new TextEncoder().encode(shape.write(written)[0]);
          const { built, stored } = await store(bytes);
          assert.equal(stored !== undefined, canBeStored);
          if (stored === undefined) return;
          const restored = await restoreLog(stored, memorySource(bytes));
          assert.ok(restored?.kind === 'built');
          await assertSame(restored, built);
        }),
        { numRuns: 25 },
      );
    });
  }

  it('names nobody without the file', async () => {
    const { text, counts } = sampleLog();
    assert.ok(counts.events > 0);
    const { built, stored } = await store(new TextEncoder().encode(text));
    const packed = Buffer.from(packStored(stored!, 'mark'));
    const { index } = built;
    for (let row = 0; row < index.rowCount; row++) {
      for (const column of [
        'identity',
        'reason',
        'initiator',
        'id',
        'change',
        'sourceId',
        'targetId',
        'cycle',
      ] as const) {
        const value = textAt(built, column, row);
        // Names of one or two characters stand in any text.
        if (value.length > 3) assert.ok(!packed.includes(value), `${column} ${value}`);
        const hex = value.replaceAll('-', '');
        if (/^[\da-f]{32}$/i.test(hex)) {
          const guid = Buffer.from(hex, 'hex');
          assert.ok(!packed.includes(guid) && !packed.includes(guid.swap32()), `${column} ${value} as numbers`);
        }
      }
    }
  });

  it('is not made of a log that quotes itself in its problems, or that has several files', async () => {
    const { text } = buildLog('job A: ok FAIL(X)');
    const conflicting = text.replace('"id":"event-2"', '"id":"event-1"');
    assert.equal((await store(new TextEncoder().encode(conflicting))).stored, undefined);
    const storables: unknown[] = [];
    const sources = ['job A: ok', 'job A: FAIL(X)'].map((drawing) => memorySource(buildLog(drawing).bytes));
    await buildIndex(sources, { onStorable: (storable) => storables.push(storable) });
    assert.deepEqual(storables, []);
  });

  it('is not taken for the index of another file', async () => {
    const { bytes } = buildLog('job A: ok@anna FAIL(X)@berta#00000000-1111-2222-3333-444444444444');
    const { stored } = await store(bytes);
    const longer = new TextEncoder().encode(`${new TextDecoder().decode(bytes)} `);
    assert.equal(await restoreLog(stored!, memorySource(longer)), undefined);
    const other = new TextEncoder().encode(new TextDecoder().decode(bytes).replace('00000000-1111', 'xxxxxxxx-1111'));
    assert.equal(await restoreLog(stored!, memorySource(other)), undefined);
  });

  it('is refused, not believed, when any of its numbers is wrong', async function () {
    this.timeout(60_000);
    const { bytes } = buildLog('job A: ok@anna FAIL(X)@berta skip');
    const { stored, built } = await store(bytes);
    const expected = summariesOf({ ...built, kind: 'built' });
    const wrong = [0, 0xff, 0xffffffff, 1e12];
    for (const [key, array] of Object.entries(stored!.numbers)) {
      for (let at = 0; at < array.length; at++) {
        for (const value of wrong) {
          const changed = array.slice();
          changed[at] = value;
          const restored = await restoreLog(
            { ...stored!, numbers: { ...stored!.numbers, [key]: changed } },
            memorySource(bytes),
          );
          // Some wrong numbers are as good as right ones: what counts is that none leads out of bounds.
          if (restored?.kind === 'built') assert.equal(restored.index.rowCount, expected.length);
        }
      }
      const short = { ...stored!.numbers, [key]: array.slice(1) };
      if (array.length > 0)
        assert.equal(await restoreLog({ ...stored!, numbers: short }, memorySource(bytes)), undefined);
    }
  });

  it('can be looked at while it is restored, and given up', async function () {
    this.timeout(20_000);
    const one = buildLog('job A: FAIL(X)@anna').text.slice(1, -1);
    const records = Array.from({ length: 4_000 }, (_, index) => one.replace('event-1', `event-${index}`));
    const bytes = new TextEncoder().encode(`[${records.join(',')}]`);
    const { stored, built } = await store(bytes);
    const all = summariesOf({ ...built, kind: 'built' });
    const parts: BuiltLog[] = [];
    await restoreLog(stored!, memorySource(bytes), {
      onPartial: (part) => {
        parts.push(part);
        assert.deepEqual(summariesOf({ ...part, kind: 'built' }), all.slice(0, part.index.rowCount));
      },
    });
    assert.ok(parts.length > 0);
    const given = await restoreLog(stored!, memorySource(bytes), {
      signal: { aborted: true },
      onPartial: () => undefined,
    });
    assert.equal(given?.kind, 'cancelled');
  });
});

describe('a packed log', () => {
  it('has the form of its version', async () => {
    const { stored } = await store(new TextEncoder().encode(fixedLog));
    assert.equal(
      createHash('sha256').update(packStored(stored!, 'mark')).digest('hex'),
      hashes[STORED_VERSION],
      'What is stored has changed: raise STORED_VERSION in src/core/stored/packStored.ts, and note the new hash here.',
    );
  });

  it('comes out as it went in, for who names its mark', async () => {
    const { stored } = await store(buildLog('job Zoë: ok FAIL(X)@美咲 skip').bytes);
    const packed = packStored(stored!, 'mark');
    assert.deepEqual(unpackStored(packed, 'mark'), stored);
    assert.equal(unpackStored(packed, 'other mark'), undefined);
  });

  it('is nothing when it is cut off or something else', async () => {
    const { stored } = await store(buildLog('job A: ok FAIL(X)').bytes);
    const packed = packStored(stored!, 'mark');
    for (let length = 0; length < packed.length - 8; length += 13) {
      assert.equal(unpackStored(packed.subarray(0, length), 'mark'), undefined);
    }
    fc.assert(fc.property(fc.uint8Array(), (noise) => unpackStored(noise, 'mark') === undefined));
    assert.equal(unpackStored(new TextEncoder().encode('\u0004\0\0\0null'), 'mark'), undefined);
  });
});

async function store(bytes: Uint8Array): Promise<{ built: BuiltLog; stored: StoredLog | undefined }> {
  let stored: StoredLog | undefined;
  const built = await buildIndex([memorySource(bytes)], {
    chunkBytes: 4096,
    onStorable: (storable) => (stored = storedLog(storable)),
  });
  assert.ok(built.kind === 'built');
  return { built, stored: stored && unpackStored(packStored(stored, 'mark'), 'mark') };
}

async function assertSame(restored: BuiltLog, built: BuiltLog): Promise<void> {
  assert.deepEqual(summariesOf({ ...restored, kind: 'built' }), summariesOf({ ...built, kind: 'built' }));
  for (let row = 0; row < built.index.rowCount; row++) {
    assert.deepEqual(restored.index.range(row), built.index.range(row));
    for (const { id } of columns) assert.equal(textAt(restored, id, row), textAt(built, id, row), id);
    assert.equal(restored.index.rowOf(built.index.key(row)), row);
  }
  assert.deepEqual(summarise(restored.index), summarise(built.index));
  for (const query of queries) {
    const rows = ({ index }: BuiltLog) => [
      ...evaluateQuery(parseQuery(query).tree, new DerivedStore(index)).page(0, 1_000),
    ];
    assert.deepEqual(rows(restored), rows(built), query);
  }
  assert.deepEqual(await treeOf(restored), await treeOf(built));
  assert.deepEqual(restored.problems.kept, built.problems.kept);
  assert.equal(restored.problems.count, built.problems.count);
  assert.deepEqual(restored.notices, built.notices);
  assert.equal(restored.repeatCount, built.repeatCount);
  assert.deepEqual(
    restored.files.map(({ format, byteLength }) => [format?.id, byteLength]),
    built.files.map(({ format, byteLength }) => [format?.id, byteLength]),
  );
}

function textAt({ index }: BuiltLog, id: ColumnId, row: number): string {
  const data = index.column(id);
  if (data.kind === 'number') return String(data.values[row]);
  return data.kind === 'id' ? data.text(row) : data.text(data.entries[row]!);
}

async function treeOf({ index }: BuiltLog): Promise<unknown> {
  const tree = buildTree({
    store: new DerivedStore(index),
    grouping: byJob,
    problems: [],
    problemCount: 0,
    readSteps: () => Promise.resolve([]),
  });
  const jobs = await tree.children(undefined);
  return [jobs, await Promise.all(jobs.map(({ id }) => tree.children(id)))];
}
