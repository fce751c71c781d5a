import * as assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { tripleFiles } from '../generator/csvTriple';
import { writeLog } from '../generator/writeLog';
import { writeTriple } from '../generator/writeTriple';
import { measureRow } from './row';
import { rows } from './rows';
import { shapeRecords, writeShape } from './shapeInput';
import { shapeRows } from './shapeRows';
import type { BenchInput } from './side';

describe('the rows of the bench', () => {
  let input: BenchInput;
  let tables: BenchInput;

  before(async () => {
    const scratch = await mkdtemp(path.join(tmpdir(), 'provlog-'));
    const file = path.join(scratch, 'log.json');
    const { byteLength, counts } = await writeLog(file, { bytes: 1_000_000 });
    input = { file, byteLength, events: counts.events, failures: counts.failures, scratch };
    await writeTriple(scratch, { bytes: 1_000_000 });
    tables = { ...input, file: path.join(scratch, tripleFiles.events) };
  });
  after(() => rm(input.scratch, { recursive: true }));

  // Not how fast: whether both sides do the same work.
  for (const row of rows.filter(({ inputs }) => inputs.length > 0)) {
    it(`can be measured: ${row.id}`, async () => {
      const { figure, notice } = await measureRow(row, row.inputs.includes('csv') ? tables : input, 1, (side, of) =>
        side.run(of),
      );
      // Not every machine has it.
      if (notice === 'jq is not installed') return;
      assert.equal(notice, undefined);
      assert.ok(figure !== undefined && figure >= 0);
    });
  }

  for (const row of shapeRows) {
    it(`can be measured: ${row.id}`, async () => {
      const shape = await writeShape(row.shape, shapeRecords(200_000), input.scratch);
      const { figure, notice } = await measureRow(row, shape, 1, (side, of) => side.run(of));
      assert.equal(notice, undefined);
      assert.ok(figure !== undefined && figure > 0);
      assert.ok(shape.events > 5, `${shape.events} events`);
    });
  }

  it('have ids of their own, and so have their sides', () => {
    const all = [...rows, ...shapeRows];
    const sides = new Set(all.flatMap(({ ours, theirs }) => (theirs ? [ours, theirs] : [ours])));
    const ids = [...all.map(({ id }) => `row ${id}`), ...[...sides].map(({ id }) => id)];
    assert.equal(new Set(ids).size, ids.length);
  });
});
