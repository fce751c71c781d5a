import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { EventSummary, ProvisioningEvent } from '../../../../src/core/model';
import { csvTriple, logAnalyticsCsv } from '../../../generator/csvTriple';
import { sampleLog } from '../../../generator/sampleLog';
import { documentOf } from '../../../support/indexLog';
import { utf8 } from '../../../support/scanLog';
import { normalised } from '../../../support/readLog';
import { readLog, type ReadLog } from '../../../support/readAll';

/** Blank texts cannot be told from absent ones in a CSV file. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 10 })
  .map((each) => each.replaceAll('\0', '0').trim() || 'x')
  .filter((each) => !/^[[{]|^null$/.test(each));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null));
const status = fc.constantFrom('success', 'failure', 'skipped', 'warning');
const details = fc.record(
  { SkipReason: text, ReportableIdentifier: text, userName: text, userPrincipalName: text, other: text },
  { requiredKeys: [] },
);
const party = fc.record({ id: maybe(fc.oneof(fc.uuid(), text)), displayName: maybe(text) });
const identity = fc.record({
  id: maybe(fc.oneof(fc.uuid(), text)),
  displayName: maybe(text),
  identityType: fc.constantFrom('User', 'Group'),
  details: fc.record({ UserPrincipalName: text }, { requiredKeys: [] }),
});
const record = fc.record({
  id: fc.uuid(),
  activityDateTime: fc.constantFrom('2026-07-17T12:31:10Z', '2026-07-17T12:31:10.1234567Z', '2026-01-02T00:00:00Z'),
  tenantId: fc.uuid(),
  jobId: fc.constantFrom('scim.0123.abc', 'Workday2AD'),
  cycleId: fc.uuid(),
  changeId: fc.uuid(),
  provisioningAction: fc.constantFrom('create', 'StagedDelete', 'update'),
  durationInMilliseconds: fc.nat(),
  provisioningStatusInfo: fc.record({
    status: maybe(status),
    errorInformation: maybe(fc.record({ errorCode: text, reason: text, errorCategory: text })),
  }),
  servicePrincipal: party,
  sourceSystem: party,
  targetSystem: party,
  sourceIdentity: identity,
  targetIdentity: identity,
  initiatedBy: fc.record({ displayName: text, initiatorType: fc.constant('system') }),
  provisioningSteps: fc.array(
    fc.record({
      name: text,
      provisioningStepType: fc.constantFrom('import', 'export'),
      status,
      description: text,
      details,
    }),
    { maxLength: 3 },
  ),
  modifiedProperties: fc.array(fc.record({ displayName: text, oldValue: maybe(text), newValue: maybe(text) }), {
    maxLength: 3,
  }),
});
const records = fc.uniqueArray(record, { minLength: 1, maxLength: 5, selector: ({ changeId }) => changeId });
const options = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  byteOrderMark: fc.boolean(),
  quotesAll: fc.boolean(),
  hasEventIds: fc.boolean(),
});
const chunk = fc.constantFrom(1, 2, 7, 4096);

/** What an event says, without its place and its spelling. */
function said(event: ProvisioningEvent): object {
  return { ...normalised(event), error: event.error ?? null, errorCode: event.errorCode ?? '' };
}

/** What the index knows must be what reading the event says. */
function assertIndexAgrees({ index, events }: ReadLog): void {
  for (const [row, event] of events.entries()) {
    const summary: EventSummary = index.summary(row);
    for (const [name, value] of Object.entries(summary)) {
      assert.deepEqual(event[name as keyof EventSummary], value, `${name} of row ${row}`);
    }
    const textOf = (id: 'attribute' | 'skip' | 'reason'): string => {
      const data = index.column(id);
      return data.kind === 'dictionary' ? data.text(data.entries[row]!) : '';
    };
    assert.equal(
      textOf('attribute'),
      event.modifiedProperties.map(({ name }) => name.replaceAll('\n', ' ')).join('\n'),
    );
    const skip = event.steps.flatMap((step) => step.details).find(({ name }) => name.toLowerCase() === 'skipreason');
    assert.equal(textOf('skip'), skip?.value ?? '');
    assert.equal(textOf('reason'), event.error?.reason ?? '');
  }
}

describe('CSV logs', () => {
  it('say as three files, in any order and pieces, what the records say as JSON', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(
        records,
        options,
        fc.constantFrom(0, 1, 2, 3, 4, 5),
        chunk,
        async (each, csv, order, chunkBytes) => {
          const { events, steps, properties } = csvTriple(each, csv);
          const files = [events, steps, properties];
          const turns = [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
          ][order]!;
          const log = await readLog(
            turns.map((turn) => files[turn]!),
            { chunkBytes },
          );
          const json = await readLog([JSON.stringify(each)]);
          assert.equal(log.problems.count, 0);
          assert.deepEqual(log.events.map(said), json.events.map(said));
          assertIndexAgrees(log);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('say as an export of Log Analytics what the records say as JSON', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(records, options, chunk, async (each, csv, chunkBytes) => {
        const log = await readLog([logAnalyticsCsv(each, csv)], { chunkBytes });
        const json = await readLog([JSON.stringify(each)]);
        assert.equal(log.files[0]!.format?.id, 'log-analytics-csv');
        assert.deepEqual(log.events.map(said), json.events.map(said));
        assertIndexAgrees(log);
      }),
      { numRuns: 40 },
    );
  });

  it('keep every row and invent none when events share a change ID', async function () {
    this.timeout(20_000);
    const all = JSON.parse(sampleLog().text) as { changeId: string; provisioningSteps: object[] }[];
    const json = await readLog([sampleLog().text]);
    const named = csvTriple(all, { hasEventIds: true });
    const byEvent = await readLog([named.events, named.steps, named.properties]);
    assert.deepEqual(byEvent.events.map(said), json.events.map(said));

    const plain = csvTriple(all);
    const byChange = await readLog([plain.steps, plain.properties, plain.events]);
    assert.equal(byChange.index.rowCount, json.index.rowCount);
    for (const [row, event] of byChange.events.entries()) {
      const expected = all
        .filter(({ changeId }) => changeId === event.changeId)
        .flatMap((other) => other.provisioningSteps);
      assert.equal(event.steps.length, expected.length, `row ${row}`);
    }
    assertIndexAgrees(byChange);
  });

  it('open from any subset of the three files', async function () {
    this.timeout(20_000);
    const all = JSON.parse(sampleLog().text) as { changeId: string }[];
    const changes = new Set(all.map(({ changeId }) => changeId));
    const { events, steps, properties } = csvTriple(all);
    const alone = await readLog([events]);
    assert.equal(alone.index.rowCount, all.length);
    assert.ok(alone.events.every((event) => event.steps.length === 0));
    const stepsOnly = await readLog([steps]);
    assert.equal(stepsOnly.index.rowCount, changes.size);
    assert.match(stepsOnly.notices.join(), /ProvisioningLogs\) is missing/);
    assertIndexAgrees(stepsOnly);
    const propertiesOnly = await readLog([properties]);
    assertIndexAgrees(propertiesOnly);
    const both = await readLog([properties, steps]);
    assert.equal(both.index.rowCount, changes.size);
    assertIndexAgrees(both);
    const stepCount = both.events.reduce((sum, event) => sum + event.steps.length, 0);
    assert.equal(stepCount, steps.trim().split(/\r\n(?=[0-9a-f]{8}-)/).length - 1);
  });

  it('make events of rows whose change no event has, and say so', async () => {
    const all = (JSON.parse(sampleLog().text) as { changeId: string }[]).slice(0, 30);
    const { events } = csvTriple(all.slice(0, 20));
    const { steps, properties } = csvTriple(all);
    const log = await readLog([events, steps, properties]);
    const known = new Set(all.slice(0, 20).map(({ changeId }) => changeId));
    const left = new Set(all.map(({ changeId }) => changeId).filter((change) => !known.has(change)));
    assert.equal(log.index.rowCount, 20 + left.size);
    assert.match(log.notices.join(), /shown as events? of their own/);
    assertIndexAgrees(log);
    for (const [row, { raw, file }] of log.events.entries()) {
      if (row >= 20) assert.equal(steps.includes(raw) ? 1 : 2, file);
    }
  });

  it('take IDs in the file of steps for those of its rows when no event has them', async () => {
    const events = 'Change ID,ID,Job ID,Action\nc1,e1,j,create\nc2,e2,j,create\n';
    const steps =
      'Change ID,ID,Step Name,Step Type,Step Status\nc1,s1,A,import,success\nc1,s2,B,export,failure\nc2,s3,C,import,skipped\n';
    const log = await readLog([events, steps]);
    assert.deepEqual(
      log.events.map(({ steps: each, status: worst }) => [each.map(({ name }) => name), worst]),
      [
        [['A', 'B'], 'failure'],
        [['C'], 'skipped'],
      ],
    );
    assertIndexAgrees(log);
  });

  it('read rows of one change again as they were read first, where nothing near closes a quote', async function () {
    this.timeout(20_000);
    const long = 'x'.repeat(1_000_000);
    const between = Array.from({ length: 17 }, (_, number) => `c1,${number},success,${long}`);
    const rows = ['c1,"A" x,success,first', ...between, 'c1,"B",failure,last', 'c1,"C" x,success,', 'c1,"D",success,'];
    const log = await readLog([
      'Change ID,Job ID,Action\nc1,j,create\n',
      `Change ID,Step Name,Step Status,Step Description\n${rows.join('\n')}\n`,
    ]);
    assert.deepEqual(
      log.events[0]!.steps.map(({ name }) => name),
      ['"A" x', ...between.map((_, number) => `${number}`), 'B', '"C" x', 'D'],
    );
    assertIndexAgrees(log);
  });

  it('count rows once that stand in a second file of the same kind', async () => {
    const all = (JSON.parse(sampleLog().text) as object[]).slice(0, 10);
    const { events, steps, properties } = csvTriple(all);
    const once = await readLog([events, steps, properties]);
    const twice = await readLog([events, steps, properties, steps, events]);
    assert.deepEqual(twice.events.map(said), once.events.map(said));
    assert.equal(twice.repeatCount, 10);
  });

  it('keep what stands below unknown headers, in short and in long rows', async () => {
    const log = await readLog(['Change ID,Job ID,Action,Ticket\nc1,j1,create,T-1\nc2,j1\nc3,j1,update,T-3,more\n']);
    assert.deepEqual(
      log.events.map(({ otherColumns = [] }) => otherColumns.map(({ name, value }) => [name, value])),
      [
        [['Ticket', 'T-1']],
        [],
        [
          ['Ticket', 'T-3'],
          ['Column 5', 'more'],
        ],
      ],
    );
    assert.deepEqual(
      log.problems.kept.map(({ code, line }) => [code, line]),
      [
        ['shortRow', 3],
        ['longRow', 4],
      ],
    );
  });

  it('read dates in the order that the file as a whole tells', async () => {
    const times = async (...dates: readonly string[]): Promise<readonly [readonly string[], readonly string[]]> => {
      const rows = dates.map((date, index) => `c${index},j,create,"${date}"\n`);
      const log = await readLog([`Change ID,Job ID,Action,Date (UTC)\n${rows.join('')}`]);
      assertIndexAgrees(log);
      return [log.events.map(({ time }) => time), log.notices];
    };
    assert.deepEqual(await times('3/4/2025, 1:02:03.456 PM', '2/25/2025, 1:02:03 AM'), [
      ['2025-03-04T13:02:03.456Z', '2025-02-25T01:02:03.000Z'],
      [],
    ]);
    const [dayFirst, [why]] = await times('3/4/2025 13:02', '25/2/2025 01:02:03');
    assert.deepEqual(dayFirst, ['2025-04-03T13:02:00.000Z', '2025-02-25T01:02:03.000Z']);
    assert.match(why!, /day first, because one of them is 25\/2\/2025/);
    const [unclear, [notice]] = await times('3/4/2025 13:02', '');
    assert.deepEqual(unclear, ['2025-03-04T13:02:00.000Z', '']);
    assert.match(notice!, /month first/);
    assert.deepEqual((await times('24.3.2026 07:17', '2026-03-24T07:17:42.1234567Z'))[0], [
      '2026-03-24T07:17:00.000Z',
      '2026-03-24T07:17:42.123Z',
    ]);
  });

  it('say where a row stands in its file and in the text document', async () => {
    const all = (JSON.parse(sampleLog().text) as object[]).slice(0, 40);
    const { events, steps, properties } = csvTriple(all, { byteOrderMark: true });
    const bytes = [steps, events, properties].map(utf8);
    const text = documentOf(bytes[1]!);
    const log = await readLog(bytes);
    for (const [row, { raw }] of log.events.entries()) {
      const { documentOffset, documentLength, file } = log.index.range(row);
      assert.equal(file, 1);
      assert.equal(text.slice(documentOffset, documentOffset + documentLength), raw.replace(/\r\n|\r|\n/g, '\r\n'));
      assert.equal(log.index.rangeAtDocumentOffset(1, documentOffset + 3)?.row, row);
    }
  });

  it('ask what the columns of an unknown table hold, and take the answer', async () => {
    const csv = 'Änderung;Was;Wer;Ergebnis\nc1;create;Anna;success\n';
    const columns = {
      changeid: 'änderung',
      provisioningaction: 'was',
      'sourceidentity.displayname': 'wer',
      'provisioningstatusinfo.status': 'ergebnis',
    };
    const asked: (readonly string[])[] = [];
    const log = await readLog([csv], {
      mapColumns: (_, { titles }) => {
        asked.push(titles);
        return Promise.resolve({ part: 'events', columns });
      },
    });
    assert.deepEqual(asked, [['Änderung', 'Was', 'Wer', 'Ergebnis']]);
    const [event] = log.events;
    assert.deepEqual(
      [event?.changeId, event?.action, event?.identity, event?.status],
      ['c1', 'create', 'Anna', 'success'],
    );
    assertIndexAgrees(log);
  });

  it('refuse tables of something else, and say what they hold', async () => {
    const refused = async (csv: string): Promise<string> => {
      const message = await readLog([csv]).then(
        () => '',
        (error: unknown) => String(error),
      );
      assert.notEqual(message, '');
      return message;
    };
    assert.match(
      await refused('Date (UTC),Request ID,Correlation ID,User,Application,Status\n'),
      /“Request ID”.*Expected is/,
    );
    assert.match(
      await refused('Step Name,Step Type,Status,Provisioning Run\nA,import,success,1\n'),
      /provisioning steps without a change ID/,
    );
    assert.match(await refused('a,b\n1,2\n'), /“a”, “b”/);
  });
});
