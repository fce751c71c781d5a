import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { readCustomErrorCodes } from '../../src/core/codes/customErrorCodes';
import { buildLog } from '../support/buildLog';
import { openWorker, valueOf, type TestWorker } from '../support/openWorker';

const drawing = `
  job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller} | skip(NotEffectivelyEntitled) warn
  job Workday: delete:FAIL(WorkdayDown)@bob FAIL(BoxEntryConflict)@anna
`;
const options = {
  facetLimit: 10,
  maxBuckets: 50,
  table: { columns: ['identity', 'code'], page: { offset: 0, limit: 2 } },
} as const;

describe('the analysis of a worker', () => {
  let folder: string;
  let worker: TestWorker;

  before(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'analysis '));
    const file = path.join(folder, 'log.json');
    await fs.writeFile(file, buildLog(drawing).text);
    worker = openWorker([{ name: 'log.json', path: file }]);
    valueOf(await worker.api.open(1));
  });
  after(async () => {
    await worker.end();
    await fs.rm(folder, { recursive: true });
  });

  it('answers with counts, chart and rows at once', async () => {
    const { api } = worker;
    const { total, eventCount, facets, timeline, table } = valueOf(
      await api.overview('status:failure', {
        ...options,
        table: { ...options.table, sort: { field: 'identity', isDescending: true } },
      }),
    );
    assert.deepEqual([total, eventCount], [3, 7]);
    const code = facets.find(({ field }) => field === 'code')!;
    assert.deepEqual(
      code.values.map(({ value, count }) => [value, count]),
      [
        ['BoxEntryConflict', 2],
        ['WorkdayDown', 1],
      ],
    );
    assert.equal(
      timeline.byStatus.failure.reduce((sum, count) => sum + count, 0),
      3,
    );
    assert.deepEqual(
      table.rows.map(({ row, cells }) => [row, ...cells]),
      [
        [2, 'Zoë Müller', 'BoxEntryConflict'],
        [5, 'bob', 'WorkdayDown'],
      ],
    );
    assert.equal(table.total, 3);
  });

  it('answers each of the other questions', async () => {
    const { api } = worker;
    assert.equal(valueOf(await api.facet('', 'identity', { limit: 5, typed: 'müll' })).values[0]?.value, 'Zoë Müller');
    assert.equal(valueOf(await api.table('job:Box', options.table)).total, 5);
    assert.equal(valueOf(await api.placeInTable('status:failure', undefined, 5)), 1);
    assert.equal(valueOf(await api.table('status:failure', { ...options.table, row: 4 })).place, 1);
    assert.equal(valueOf(await api.table('status:failure', options.table)).place, undefined);
    assert.equal(valueOf(await api.matrix('', 'cycle', 10)).total, 3);
    const { medianMs, slowest } = valueOf(await api.durations('', 2));
    assert.deepEqual([medianMs, slowest.map(({ row }) => row)], [100, [0, 1]]);
    assert.equal(valueOf(await api.topErrors('', 1)).errors[0]?.objects, 2);
    assert.equal(valueOf(await api.distinctValues('', 'jobId', 10)).total, 2);
    assert.equal(valueOf(await api.suggestions('code:work', 9, 10)).items[0]?.count, 1);
  });

  it('says where a query is broken, and what was probably meant', async () => {
    const { api } = worker;
    const broken = await api.overview('anna staus:failure', options);
    assert.ok(!broken.ok);
    assert.deepEqual([broken.error.start, broken.error.end], [5, 10]);
    const [fault] = valueOf(await api.checkQuery('anna staus:failure'));
    assert.match(fault!.message, /status/);
    assert.deepEqual(valueOf(await api.checkQuery('anna')), []);
    const unknown = await api.facet('', 'nothing' as 'code', { limit: 1 });
    assert.ok(!unknown.ok);
  });

  it("asks the user's own codes", async () => {
    const { api } = worker;
    const all = { offset: 0, limit: 10 };
    assert.equal(valueOf(await api.find('turn:microsoftSupport', all)).total, 0);
    const own = readCustomErrorCodes([
      { code: 'WorkdayDown', title: 'Down', cause: 'Night.', turn: 'microsoftSupport' },
    ]);
    valueOf(await api.useCodes(own.entries));
    assert.equal(valueOf(await api.find('turn:microsoftSupport', all)).total, 1);
  });

  it("tells an object's history, a sentence for each event", async () => {
    const { api } = worker;
    const [anna] = valueOf(await api.findObjects('anna', 50));
    assert.deepEqual([anna?.name, anna?.events, anna?.failures], ['anna', 2, 1]);
    const ids = valueOf(await api.idsOf(anna!.row));
    assert.deepEqual(valueOf(await api.joinIds(ids)), ids);
    const { total, events } = valueOf(await api.story(9, ids, 10));
    assert.equal(total, 2);
    assert.deepEqual(
      events.map(({ row, sentence }) => [row, sentence]),
      [
        [1, 'anna (User) was created in Box on 2026-01-01 00:01:00 UTC.'],
        [6, 'anna (User) was not updated in Workday on 2026-01-01 00:06:00 UTC: BoxEntryConflict.'],
      ],
    );
    assert.deepEqual(
      worker.progress.filter(([request]) => request === 9).map(([, done, all]) => [done, all]),
      [
        [1, 2],
        [2, 2],
      ],
    );
    assert.equal(valueOf(await api.story(10, ids, 1)).events[0]?.row, 6);
    assert.equal((await api.idsOf(99)).ok, false);
  });

  it('finds what is worth knowing, with queries as evidence', async () => {
    const { api } = worker;
    const { findings } = valueOf(await api.findings(7));
    const still = findings.find(({ id }) => id === 'stillFailing')!;
    assert.equal(still.objects, 3);
    assert.equal(valueOf(await api.find(still.query, { offset: 0, limit: 10 })).total, still.events);
  });

  it('ends looking for findings when it is cancelled, reports how far it is, and looks again when asked again', async () => {
    // So many that looking for findings takes longer than a message does, however busy the machine is.
    const records = JSON.parse(buildLog(drawing).text) as object[];
    const many = Array.from({ length: 40_000 }, (_, at) => ({ ...records[at % records.length], id: `event-${at}` }));
    const file = path.join(folder, 'many.json');
    await fs.writeFile(file, JSON.stringify(many));
    const own = openWorker([{ name: 'many.json', path: file }]);
    try {
      valueOf(await own.api.open(1));
      const running = own.api.findings(21);
      await own.api.cancel(21);
      const reply = await running;
      assert.equal(reply.ok ? false : reply.error.isCancelled, true);
      assert.ok(valueOf(await own.api.findings(22)).findings.length > 0);
      const steps = own.progress.filter(([request]) => request === 22).map(([, done, all]) => [done, all] as const);
      assert.ok(steps.length >= 13);
      assert.ok(steps.every(([done, all], at) => done === at + 1 && done <= all));
    } finally {
      await own.end();
    }
  });
});
