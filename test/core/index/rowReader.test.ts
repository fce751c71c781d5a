import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { columns } from '../../../src/core/columns/columns';
import { buildIndex } from '../../../src/core/index/buildIndex';
import type { ColumnStore } from '../../../src/core/index/columnStore';
import { numberValues } from '../../../src/core/index/numberValues';
import { engines } from '../../support/engines';
import { spelledTime } from '../../support/spelledTime';
import { memorySource } from '../../../src/core/scan/byteSource';

/** What every column of every row holds, as text. */
function cellsOf(store: ColumnStore): string[][] {
  return columns.map(({ id }) => {
    const data = store.column(id);
    if (data.kind === 'number') return Array.from(data.values.subarray(0, store.rowCount), String);
    const { entries, text } = numberValues(data, store.rowCount);
    return Array.from({ length: store.rowCount }, (_, row) => text(entries[row]!));
  });
}

/** Builds the index with every engine; all must hold the same. */
async function cellsOfAll(records: readonly unknown[]): Promise<string[][]> {
  const bytes = new TextEncoder().encode(`[${records.map((record) => JSON.stringify(record)).join(',')}]`);
  const all: string[][][] = [];
  for (const { create } of engines) {
    const result = await buildIndex([memorySource(bytes)], { createEngine: create, chunkBytes: 64 * 1024 });
    assert.ok(result.kind === 'built');
    all.push(cellsOf(result.index));
  }
  const [expected, ...others] = all;
  for (const cells of others) assert.deepEqual(cells, expected);
  return expected!;
}

const few = fc.constantFrom('a', 'b"c', '\\', 'é', ' ', '', 'x'.repeat(40), '😀', 'line\nend', 'tab\t');
const record = fc.record(
  {
    id: fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
      few,
    ),
    jobId: fc.oneof(few, fc.constantFrom('scim.1.2', 'scim.1.3', 7, null)),
    changeId: fc.oneof(fc.uuid(), few),
    cycleId: few,
    provisioningAction: fc.constantFrom('create', 'Create', 'update', 'odd', ''),
    activityDateTime: fc.oneof(spelledTime, fc.date({ noInvalidDate: true }), few, fc.constant(null)),
    durationInMilliseconds: fc.oneof(fc.integer(), fc.nat().map(String), fc.double(), few, fc.constant(null)),
    provisioningStatusInfo: fc.record(
      {
        status: fc.constantFrom('success', 'Failure', 'SKIPPED', 'odd', ''),
        errorInformation: fc.record({ reason: few, errorCode: few }),
      },
      { requiredKeys: [] },
    ),
    servicePrincipal: fc.record({ displayName: few }, { requiredKeys: [] }),
    targetSystem: fc.record({
      displayName: fc.oneof(few, fc.constantFrom('Azure Active Directory', 'Microsoft Entra ID')),
    }),
    sourceSystem: fc.record({ displayName: fc.constantFrom('Azure Active Directory', 'azure active directory', 'HR') }),
    sourceIdentity: fc.record(
      { displayName: few, id: fc.oneof(fc.uuid(), few), identityType: few },
      { requiredKeys: [] },
    ),
    modifiedProperties: fc.array(fc.record({ displayName: few }), { maxLength: 4 }),
    provisioningSteps: fc.array(fc.record({ status: fc.constantFrom('success', 'failure', 'Warning', 'odd', '') }), {
      maxLength: 4,
    }),
  },
  { requiredKeys: ['id'] },
);

describe('rows, read by every engine', function () {
  this.timeout(60_000);

  it('are the same, texts that come again and texts with escapes among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 40 }), async (records) => {
        await cellsOfAll(records);
      }),
    );
  });

  it('hold every day of a leap year and of another', async () => {
    const days = [2000, 2024, 2100].flatMap((year) =>
      Array.from({ length: 366 }, (_, day) => Date.UTC(year, 0, 1) + day * 86_400_000 + 45_296_789),
    );
    const cells = await cellsOfAll(
      days.map((ms, number) => ({ id: `${number}`, jobId: 'job', activityDateTime: new Date(ms).toISOString() })),
    );
    assert.deepEqual(cells[columns.findIndex(({ id }) => id === 'time')], days.map(String));
  });

  it('are the same when there are more texts than an engine can remember, and longer ones', async () => {
    const records = Array.from({ length: 30_000 }, (_, number) => ({
      id: `event ${number}`,
      jobId: `job ${number % 19_000}`,
      provisioningStatusInfo: {
        status: number % 3 === 0 ? 'failure' : `${number % 18_000}`,
        errorInformation: {
          reason: number % 5_000 === 0 ? `${'long '.repeat(4_000)}${number}` : `reason ${number % 7}`,
        },
      },
      modifiedProperties: number % 9_000 === 0 ? [{ displayName: 'n'.repeat(16_384) }, { displayName: 'next' }] : [],
    }));
    const cells = await cellsOfAll(records);
    const jobIds = cells[columns.findIndex(({ id }) => id === 'jobId')]!;
    assert.deepEqual([jobIds[18_999], jobIds[19_000], jobIds[29_999]], ['job 18999', 'job 0', 'job 10999']);
  });
});
