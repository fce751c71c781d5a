import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { buildIndex } from '../../../src/core/index/buildIndex';
import { memorySource } from '../../../src/core/scan/byteSource';
import { problemText } from '../../../src/core/text/problemText';
import { matchGolden } from '../../support/golden';
import { indexLog, summariesOf, type IndexedLog } from '../../support/indexLog';
import { assertIndexed, eventsOf, normalised } from '../../support/readLog';

/**
 * `test/fixtures/logs/<format>/<case>.*` are logs; beside each stands what is to be read from it. Dropping a file in is
 * the test: run with `UPDATE=1` and read what is written. Files under `refused` are no logs. A folder is a log of several
 * files that is told of elsewhere.
 */
const folder = path.resolve('test/fixtures/logs');
const EXPECTED = '.expected.json';
const CUTS = 100;

const fixtures = fs.readdirSync(folder).flatMap((format) =>
  fs
    .readdirSync(path.join(folder, format), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(EXPECTED))
    .map(({ name }) => ({ format, name })),
);

/** The file's bytes. Nothing below knows its name. */
function bytesOf(format: string, name: string): Uint8Array {
  return new Uint8Array(fs.readFileSync(path.join(folder, format, name)));
}

function problemsOf({ problems }: IndexedLog): readonly string[] {
  return problems.kept.map((fact) => problemText(fact).message);
}

function matchExpected(format: string, name: string, found: object): void {
  matchGolden(`logs/${format}/${name}${EXPECTED}`, `${JSON.stringify(found, null, 2)}\n`);
}

describe('The log', () => {
  for (const { format, name } of fixtures.filter((each) => each.format !== 'refused')) {
    describe(`${format}/${name}`, () => {
      const bytes = bytesOf(format, name);

      it('is recognised by its content, and every event says what it should', async () => {
        const log = await indexLog([bytes]);
        const events = await eventsOf(log, [bytes]);
        assert.deepEqual(
          log.files.map((file) => file.format?.id),
          [format],
        );
        matchExpected(format, name, {
          notices: log.notices,
          problems: problemsOf(log),
          events: events.map((event) => ({ key: event.key, ...normalised(event) })),
        });
        assertIndexed(log, events);
      });

      it('reads the same in pieces of any size', async () => {
        const whole = await indexLog([bytes]);
        for (const chunkBytes of [1, 2, 7, 4096]) {
          const log = await indexLog([bytes], { chunkBytes });
          assert.deepEqual(summariesOf(log), summariesOf(whole));
          assert.deepEqual(problemsOf(log), problemsOf(whole));
          assert.deepEqual(log.notices, whole.notices);
        }
      });

      it('keeps every complete event when it is cut', async function () {
        this.timeout(60_000);
        const whole = summariesOf(await indexLog([bytes]));
        const step = Math.ceil(bytes.length / CUTS);
        for (let length = 0; length < bytes.length; length += step) {
          const complete = whole.filter(({ byteOffset, byteLength }) => byteOffset + byteLength <= length);
          const result = await buildIndex([memorySource(bytes.subarray(0, length))], { chunkBytes: 4096 });
          if (result.kind === 'refused') assert.deepEqual(complete, [], `cut at ${length}: ${result.message}`);
          if (result.kind === 'built') assert.deepEqual(summariesOf(result), complete, `cut at ${length}`);
        }
      });
    });
  }
});

describe('The file that is no log', () => {
  for (const { format, name } of fixtures.filter((each) => each.format === 'refused')) {
    it(`${name} is refused with a sentence that says why`, async () => {
      const result = await buildIndex([memorySource(bytesOf(format, name))]);
      assert.equal(result.kind, 'refused');
      matchExpected(format, name, { message: result.message });
    });
  }
});
