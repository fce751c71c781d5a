import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findFindings, type Findings } from '../../../src/core/analysis/findings/findFindings';
import { LogAnalysis } from '../../../src/core/analysis/logAnalysis';
import { eventRecord } from '../../../src/core/export/eventRecord';
import { redactedClusters } from '../../../src/core/export/redactedClusters';
import { redactQuery } from '../../../src/core/export/redactQuery';
import { readEvent } from '../../../src/core/record/readEvent';
import { IdentityWords } from '../../../src/core/redact/identityWords';
import { Pseudonyms } from '../../../src/core/redact/pseudonyms';
import { collectWords, redactEvent } from '../../../src/core/redact/redactEvent';
import { Redactor } from '../../../src/core/redact/redactor';
import { foundBy } from '../../support/foundBy';
import { indexLog } from '../../support/indexLog';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** Names of eight and more letters, some with an accent, none part of another. */
const names = fc
  .uniqueArray(
    fc.string({ unit: fc.constantFrom('b', 'k', 'q', 'x', 'z', 'ä', 'ø', 'w', 'v'), minLength: 8, maxLength: 12 }),
    { minLength: 8, maxLength: 8 },
  )
  .filter((all) => all.every((name) => all.every((other) => other === name || !other.includes(name))));

/** How a reason names somebody: masked with the name, by the number alone, or not at all. */
const reasons: readonly ((name: string, number: number) => string)[] = [
  (name) => `User '${name}' is not there`,
  (name, number) => `${name}${number} is not there`,
  (name, number) => `${name}@fabrikam.example has no licence, attempt ${number}`,
  (name) => `The department ${name} is unknown`,
  (name, number) => `{"detail":"${name} is taken","ticket":"${name} ${number}"}`,
  (name) => `${`${name} `.repeat(40)}and more is said about it`,
];

interface Drawn {
  readonly person: string;
  /** Hours after the start. */
  readonly hour: number;
  readonly status?: string;
  readonly action?: string;
  readonly cycle?: string;
  readonly reason?: string;
  readonly hasIds?: boolean;
  readonly writes?: string;
}

function recordOf({ person, hour, status = 'success', action = 'update', ...drawn }: Drawn, n: number, job: string) {
  const { cycle = `cycle ${Math.floor(hour)}`, reason = '', hasIds = true, writes = '' } = drawn;
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    activityDateTime: new Date(start + hour * HOUR).toISOString(),
    jobId: `scim.4b8c18bd2f9f4a049f6c6a1dcf9c3270.${job}`,
    cycleId: cycle,
    changeId: `change-${n}`,
    provisioningAction: action,
    servicePrincipal: { id: 'sp', displayName: job },
    sourceSystem: { id: 's', displayName: 'Microsoft Entra ID' },
    targetSystem: { id: 't', displayName: 'customappsso' },
    sourceIdentity: { id: hasIds ? `id-${person}` : '', displayName: person, identityType: 'User', details: {} },
    targetIdentity: { id: '', displayName: '', identityType: 'User' },
    provisioningStatusInfo: {
      status,
      errorInformation: status === 'failure' ? { errorCode: 'BoxEntryConflict', reason } : null,
    },
    modifiedProperties: writes === '' ? [] : [{ displayName: 'mail', oldValue: null, newValue: writes }],
  };
}

/** A log in which most kinds of findings fire. */
function logOf(all: readonly string[], reason: (name: string, number: number) => string, hasIds: boolean): string {
  const [department = '', job = '', ...people] = all;
  const [first = '', second = '', third = ''] = people;
  const failing = (person: string, hour: number, said = reason(person, Math.floor(hour * 10))): Drawn => ({
    ...{ person, hour, status: 'failure', action: 'create', reason: said, hasIds },
  });
  const drawn: readonly Drawn[] = [
    ...people.flatMap((person) => [0, 1, 2, 3].map((hour) => ({ person, hour, writes: `${person} ${hour}`, hasIds }))),
    // Growing intervals, a storm, healed later, the same words about a department.
    ...[0, 6, 18, 42].map((hour) => failing(first, hour)),
    ...Array.from({ length: 12 }, (_, n) => failing(second, 5 + n / 20)),
    failing(third, 7),
    { person: third, hour: 8, hasIds },
    ...people.map((person) => failing(person, 9, reason(department, 1))),
    ...['a', 'b', 'a', 'b'].map((writes, n) => ({ person: first, hour: 12 + n, writes, hasIds })),
    ...Array.from({ length: 25 }, (_, n) => ({
      ...{ person: people[n % people.length]!, hour: 30 + n / 60, action: 'disable', cycle: 'cycle 30', hasIds },
    })),
    // A name that no field holds would stay.
    { person: second, hour: 43, action: 'stageddelete', status: 'skipped', hasIds, writes: department },
  ];
  return JSON.stringify(drawn.map((event, n) => recordOf(event, n, job)));
}

async function analysed(text: string): Promise<{ analysis: LogAnalysis; findings: Findings }> {
  const analysis = new LogAnalysis((await indexLog([text])).index);
  const events = (JSON.parse(text) as object[]).map(read);
  const findings = await findFindings(analysis, (row) => Promise.resolve(events[row]!.modifiedProperties));
  return { analysis, findings };
}

function read(record: object) {
  return readEvent({ bytes: new TextEncoder().encode(JSON.stringify(record)), key: '', file: 0, byteOffset: 0 });
}

async function redactedLog(text: string, { store }: LogAnalysis) {
  const events = (JSON.parse(text) as object[]).map(read);
  const words = new IdentityWords();
  for (const event of events) collectWords(event, words);
  const redactor = new Redactor(new Pseudonyms(new TextEncoder().encode('secret')), words.set);
  const clusters = await redactedClusters(store, redactor, () => Promise.resolve(true));
  const output = `[${events.map((event) => eventRecord(redactEvent(event, redactor))).join(',')}]`;
  return { redactor, clusters: clusters!, analysis: new LogAnalysis((await indexLog([output])).index) };
}

describe('the filters of findings with pseudonyms', () => {
  it('name nobody, and find in the redacted log as many events as in the log', async function () {
    this.timeout(60_000);
    const kinds = new Set<string>();
    let clusters = 0;
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(...reasons), fc.boolean(), async (all, reason, hasIds) => {
        const text = logOf(all, reason, hasIds);
        const { analysis, findings } = await analysed(text);
        const redacted = await redactedLog(text, analysis);
        for (const { id, query, events } of findings.findings) {
          const changed = redactQuery(query, redacted.redactor, redacted.clusters);
          if (changed === undefined) {
            assert.equal(id, 'errorCluster', `${id} has a filter: ${query}`);
            continue;
          }
          if (id === 'errorCluster') clusters++;
          kinds.add(id);
          for (const name of all) assert.ok(!changed.toLowerCase().includes(name), `${name} in ${changed}`);
          assert.equal(foundBy(redacted.analysis, changed).count, events, `${id}: ${query} became ${changed}`);
        }
      }),
      { numRuns: 40 },
    );
    assert.ok(kinds.size >= 8, [...kinds].join());
    assert.ok(clusters > 0);
  });

  it('are left out when no filter finds the same: parts of values, words without a field, what looks like a value', async () => {
    const { analysis } = await analysed(logOf(['aa', 'bb', 'cc', 'dd', 'ee'], reasons[0]!, true));
    const { redactor, clusters } = await redactedLog('[]', analysis);
    for (const query of [
      'anna',
      'identity:*anna*',
      'identity:',
      'nofield:x',
      'identity:42',
      'cluster:"not one of them"',
    ]) {
      assert.equal(redactQuery(query, redactor, clusters), undefined, query);
    }
    for (const query of ['', 'status:failure', 'duration:>5', 'code:BoxEntryConflict', 'cycle:""']) {
      assert.equal(redactQuery(query, redactor, clusters), query);
    }
  });
});
