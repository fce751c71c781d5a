import * as assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import type { ColumnMapping } from '../../src/core/formats/csv/tableHeader';
import { wantedEntries } from '../../src/worker/wantedEntries';

const unknown = strToU8('Vorgang;Was\nc1;create\n');
const mapping: ColumnMapping = { part: 'events', columns: { changeid: 'vorgang', provisioningaction: 'was' } };

/** What is made of entries that all begin like `bytes`, one after the other, and what was asked meanwhile. */
async function wantedOf(
  bytes: Uint8Array,
  names: readonly string[],
  answer: ColumnMapping | undefined,
): Promise<{
  readonly taken: readonly string[];
  readonly asked: readonly string[];
  readonly refusals: readonly string[];
  readonly left: readonly string[];
}> {
  const asked: string[] = [];
  const taken: string[] = [];
  const left: string[] = [];
  const refusals: string[] = [];
  const rules = wantedEntries(
    (entry) => {
      asked.push(entry);
      return Promise.resolve(answer);
    },
    (entry) => left.push(entry),
  );
  for (const name of names) {
    const refusal = await rules.refusal(bytes, true, name, names);
    if (refusal === undefined) taken.push(name);
    else refusals.push(refusal);
  }
  return { taken, asked, refusals, left };
}

describe('The entries of an archive', () => {
  it('are asked about where every file is a table, and taken as the answer says', async () => {
    const names = ['a.csv', 'b.csv'];
    assert.deepEqual(await wantedOf(unknown, names, mapping), { taken: names, asked: names, refusals: [], left: [] });
  });

  it('are not asked about beside other files, unless their names or columns are those of a provisioning log', async () => {
    const beside = await wantedOf(unknown, ['people.csv', 'log.json'], mapping);
    assert.deepEqual([beside.asked, beside.taken, beside.left], [[], [], []]);
    const names = ['ProvisioningLogs_ProvisioningSteps.csv', 'log.json'];
    assert.deepEqual((await wantedOf(unknown, names, mapping)).asked, names.slice(0, 1));
    const steps = strToU8('Vorgang,Provisioning Step Name,Step Type,Step Status\nc1,A,import,success\n');
    assert.deepEqual((await wantedOf(steps, ['x', 'log.json'], undefined)).asked, ['x']);
  });

  it('are not asked about where nothing comes behind the first line', async () => {
    const { asked, left, refusals } = await wantedOf(strToU8('Hello, world\n'), ['a.txt', 'b.txt'], mapping);
    assert.deepEqual([asked, left], [[], []]);
    assert.match(refusals[0]!, /“Hello”, “ world”, but no rows\./);
  });

  it('are left with what they hold when a question is left, and no more is asked', async () => {
    const { taken, asked, refusals, left } = await wantedOf(unknown, ['a.csv', 'b.csv', 'c.csv'], undefined);
    assert.deepEqual(left, ['a.csv', 'b.csv', 'c.csv'], 'all of them are named');
    assert.deepEqual([taken, asked], [[], ['a.csv']]);
    assert.equal(refusals.length, 3);
    assert.match(refusals[0]!, /“Vorgang”, “Was”.*which of them holds the change ID/);
  });
});
