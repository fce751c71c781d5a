import * as assert from 'node:assert/strict';
import { buildIndex } from '../../../src/core/index/buildIndex';
import type { EventSummary, ProvisioningEvent } from '../../../src/core/model';
import { memorySource } from '../../../src/core/scan/byteSource';
import { problemText } from '../../../src/core/text/problemText';
import { fixtureLogs, type FixtureLog } from '../../support/fixtureLogs';
import { matchGolden } from '../../support/golden';
import { indexLog, summariesOf, type IndexedLog } from '../../support/indexLog';
import { assertIndexed, eventsOf, normalised } from '../../support/readLog';

const CUTS = 100;

const fixtures = fixtureLogs();

function problemsOf({ problems }: IndexedLog): readonly string[] {
  return problems.kept.map((fact) => problemText(fact).message);
}

function matchExpected({ name }: FixtureLog, found: object): void {
  matchGolden(`logs/${name}.expected.json`, `${JSON.stringify(found, null, 2)}\n`);
}

/** The bytes of the log's files. Nothing else of them is known to whoever reads them. */
function bytesOf({ files }: FixtureLog): readonly Uint8Array[] {
  return files.map(({ bytes }) => bytes);
}

/** What an event says, as it is kept beside its log. */
function kept(event: ProvisioningEvent): object {
  const { key, otherColumns } = event;
  return { key, ...normalised(event), ...(otherColumns && { otherColumns }) };
}

/** An event as far as a cut can change it. */
type FoundEvent = EventSummary & Pick<ProvisioningEvent, 'isTable' | 'joined'>;

/** Reads the events of tables, whose rows may be joined to others: of records the index knows all that counts here. */
async function readAll(log: IndexedLog, bytes: readonly Uint8Array[]): Promise<readonly FoundEvent[]> {
  return isTable(log) ? eventsOf(log, bytes) : summariesOf(log);
}

function isTable({ files }: IndexedLog): boolean {
  return files.some(({ format }) => format?.isTable === true);
}

/**
 * Whether all that an event was read from stands in the first bytes of one file, or in other files. A row that ends with
 * its file may go on as far as anybody can tell, where it has fewer cells than the header.
 */
function standsBefore(event: FoundEvent, file: number, length: number): boolean {
  const lineEnd = event.isTable === true ? 1 : 0;
  return [event, ...(event.joined ?? [])].every(
    (place) => place.file !== file || place.byteOffset + place.byteLength + lineEnd <= length,
  );
}

describe('The log', () => {
  for (const fixture of fixtures.filter(({ format }) => format !== 'refused')) {
    describe(fixture.name, () => {
      const bytes = bytesOf(fixture);

      it('is recognised by its content, and every event says what it should', async () => {
        const log = await indexLog(bytes);
        const events = await eventsOf(log, bytes);
        const formats = log.files.map((file) => file.format?.id);
        if (!fixture.isFolder) assert.deepEqual(formats, [fixture.format]);
        matchExpected(fixture, {
          ...(fixture.isFolder && { formats }),
          notices: log.notices,
          problems: problemsOf(log),
          events: events.map(kept),
        });
        assertIndexed(log, events);
      });

      it('reads the same in pieces of any size', async () => {
        const whole = await indexLog(bytes);
        for (const chunkBytes of [1, 2, 7, 4096]) {
          const log = await indexLog(bytes, { chunkBytes });
          assert.deepEqual(summariesOf(log), summariesOf(whole));
          assert.deepEqual(problemsOf(log), problemsOf(whole));
          assert.deepEqual(log.notices, whole.notices);
        }
      });

      it('keeps every complete event when one of its files is cut', async function () {
        this.timeout(60_000);
        const log = await indexLog(bytes);
        const whole = await readAll(log, bytes);
        for (const [file, { length: size }] of bytes.entries()) {
          const step = Math.ceil(size / CUTS);
          for (let length = 0; length < size; length += step) await assertCut(bytes, whole, file, length);
        }
      });
    });
  }
});

/** Fails unless the log whose `file` ends after `length` bytes has every event of the whole one that is not in what is lost. */
async function assertCut(
  bytes: readonly Uint8Array[],
  whole: readonly FoundEvent[],
  file: number,
  length: number,
): Promise<void> {
  const said = `file ${file} cut at ${length}`;
  const complete = whole.filter((event) => standsBefore(event, file, length));
  const cut = bytes.map((each, at) => (at === file ? each.subarray(0, length) : each));
  const result = await buildIndex(cut.map(memorySource), { chunkBytes: 4096 });
  if (result.kind !== 'built') {
    assert.deepEqual(complete, [], `${said}: ${result.kind === 'refused' ? result.message : result.kind}`);
    return;
  }
  const found = await readAll(result, cut);
  const placeOf = ({ file: own, byteOffset }: FoundEvent): string => `${own} ${byteOffset}`;
  const byPlace = new Map(found.map((event) => [placeOf(event), event]));
  assert.deepEqual(
    complete.map((event) => byPlace.get(placeOf(event))),
    complete,
    said,
  );
  // A table's last row is one, however little of its last cell is left; what lost its event is shown by itself.
  if (!isTable(result)) assert.equal(found.length, complete.length, said);
}

describe('The file that is no log', () => {
  for (const fixture of fixtures.filter(({ format }) => format === 'refused')) {
    it(`${fixture.name} is refused with a sentence that says why`, async () => {
      const result = await buildIndex(bytesOf(fixture).map(memorySource));
      assert.equal(result.kind, 'refused');
      matchExpected(fixture, { message: result.message });
    });
  }
});
