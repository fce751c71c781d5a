import { formatObjects } from '../../text/formatObjects';
import type { ModifiedProperty } from '../../model';
import { aboutObjects, leftOut } from './evidence';
import { type FindingKind, nothing, notKnown } from './finding';
import { unseenUpdates, type UpdateSeries } from './updateSamples';

/** The same update in so many cycles is no accident: our choice, as the service documents none. */
const MIN_CYCLES = 3;

/** Updates that write the same values in every cycle: the target does not keep them, or answers in another form. */
export const repeatedUpdate: FindingKind = {
  id: 'repeatedUpdate',
  title: 'The same update in every cycle',
  rank: 40,
  async find(context) {
    const samples = await context.updates();
    if (samples.updates === 0) return notKnown('No successful update names the attributes that it wrote.');
    const cycleOf = context.text('cycle');
    if (samples.series.length > 0 && samples.series.every(({ rows }) => rows.every((row) => cycleOf(row) === ''))) {
      return notKnown('No update says in which cycle it happened.');
    }
    if (samples.series.length > 0 && samples.series.every(({ properties }) => properties.every((read) => !read))) {
      return notKnown('The values that were written could not be read from the file.');
    }
    const repeated = samples.series.filter((series) => isRepeated(series, cycleOf));
    if (repeated.length === 0) return nothing;
    const who = formatObjects(repeated.length);
    const rows = repeated.map((series) => series.rows[0]!);
    return {
      findings: [
        context.finding({
          id: 'repeatedUpdate',
          title: 'The same update in every cycle',
          sentence: `For ${who}, the same values were written in ${MIN_CYCLES} or more cycles in a row, as if nothing had been written before.${leftOut(repeated.length)}`,
          certainty: 'likely',
          why: 'The written values were read from the records and are equal. Usually the target does not keep a value, or gives it back in another form.',
          unseen: unseenUpdates(samples),
          query: `${aboutObjects(context, rows)} action:update status:success`,
        }),
      ],
    };
  },
};

/** Whether the newest updates of different cycles wrote the same. */
function isRepeated({ rows, properties }: UpdateSeries, cycleOf: (row: number) => string): boolean {
  const cycles = new Set<string>();
  const last = writtenText(properties.at(-1));
  for (let at = rows.length - 1; at >= 0 && writtenText(properties[at]) === last; at--) {
    const cycle = cycleOf(rows[at]!);
    if (cycle !== '') cycles.add(cycle);
  }
  return last !== '' && cycles.size >= MIN_CYCLES;
}

/** What was written, for comparing; `""` where that is not known. */
function writtenText(properties: readonly ModifiedProperty[] | undefined): string {
  if (properties === undefined || properties.length === 0) return '';
  return properties
    .map(({ name, newValue }) => JSON.stringify([name, newValue]))
    .sort()
    .join();
}
