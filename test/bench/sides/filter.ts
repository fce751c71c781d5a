import { readFile } from 'node:fs/promises';
import { DerivedStore } from '../../../src/core/analysis/derivedStore';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import type { Side } from '../side';
import { builtIndex } from './builtIndex';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { medianOf } from './medianOf';
import { wireRecords } from './wireRecords';

/** An enum, a number and a wildcard. */
const query = 'status:success duration:>4000 identity:*a*berg*';
const RUNS = 11;

/** Parses the query and evaluates it on the columns; the median of several runs. */
export const queryFilter: Side = {
  id: 'queryFilter',
  async run({ file }) {
    const source = await openFileSource(file);
    const store = new DerivedStore(await builtIndex(source));
    await source.close();
    return timed(() => evaluateQuery(parseQuery(query).tree, store).count);
  },
};

/** The same conditions in `Array.filter` on objects; of each event only what the conditions need is kept. */
export const arrayFilter: Side = {
  id: 'arrayFilter',
  async run({ file }) {
    const events = wireRecords(await readFile(file)).map((record) => ({
      provisioningStatusInfo: { status: record.provisioningStatusInfo.status },
      durationInMilliseconds: record.durationInMilliseconds,
      sourceIdentity: { displayName: record.sourceIdentity.displayName },
    }));
    const name = /^.*a.*berg.*$/is;
    return timed(
      () =>
        events.filter(
          ({ provisioningStatusInfo, durationInMilliseconds, sourceIdentity }) =>
            provisioningStatusInfo.status === 'success' &&
            durationInMilliseconds > 4000 &&
            name.test(sourceIdentity.displayName),
        ).length,
    );
  },
};

function timed(countMatches: () => number) {
  const times: number[] = [];
  let matches = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    matches = countMatches();
    times.push(performance.now() - start);
  }
  return { value: medianOf(times), answer: `${matches} of the events match` };
}
