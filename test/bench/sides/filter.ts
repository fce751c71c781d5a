import { readFile } from 'node:fs/promises';
import { DerivedStore } from '../../../src/core/analysis/derivedStore';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import type { WireRecord } from '../../generator/wireRecord';
import type { Side } from '../side';
import { builtIndex } from './builtIndex';
import { fileSource } from './fileSource';
import { medianOf } from './medianOf';

/** An enum, a number and a wildcard. */
const query = 'status:success duration:>4000 identity:*a*berg*';
const RUNS = 11;

/** Parses the query and evaluates it on the columns; the median of several runs. */
export const queryFilter: Side = {
  id: 'queryFilter',
  async run({ file }) {
    const source = await fileSource(file);
    const store = new DerivedStore(await builtIndex(source));
    await source.close();
    return timed(() => evaluateQuery(parseQuery(query).tree, store).count);
  },
};

/** The same conditions in `Array.filter` on objects; of each event only what the conditions need is kept. */
export const arrayFilter: Side = {
  id: 'arrayFilter',
  async run({ file }) {
    const events = records(await readFile(file)).map((record) => ({
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

/** Record by record, because the file may be longer than any text can be. */
function records(bytes: Buffer): readonly WireRecord[] {
  // In generated logs only a record begins like this behind a comma.
  const boundary = ',{"id":"';
  const found: WireRecord[] = [];
  let start = 1;
  while (start < bytes.length) {
    const next = bytes.indexOf(boundary, start);
    const end = next < 0 ? bytes.length - 1 : next;
    found.push(JSON.parse(bytes.toString('utf8', start, end)) as WireRecord);
    start = end + 1;
  }
  return found;
}
