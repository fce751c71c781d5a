import { plainLabel } from '../../text/escape';
import { formatObjects } from '../../text/formatObjects';
import { aboutObjects, is, leftOut } from './evidence';
import { type Finding, type FindingKind, notKnown } from './finding';
import type { FindingContext } from './findingContext';
import { unseenUpdates, type UpdateSamples, type UpdateSeries } from './updateSamples';

/** Attributes that are written to and fro between two values: two sources disagree. */
export const attributeFlapping: FindingKind = {
  id: 'attributeFlapping',
  title: 'Attributes that change to and fro',
  rank: 45,
  async find(context) {
    const samples = await context.updates();
    if (samples.updates === 0) return notKnown('No successful update names the attributes that it wrote.');
    if (samples.series.length > 0 && !samples.series.some(isRead)) {
      return notKnown('The values that were written could not be read from the file.');
    }
    const rowsOf = new Map<string, number[]>();
    for (const series of samples.series) {
      for (const name of flappingNames(series)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), series.rows[0]!]);
    }
    return { findings: [...rowsOf].map(([name, rows]) => findingOf(context, samples, name, rows)) };
  },
};

function isRead({ properties }: UpdateSeries): boolean {
  return properties.some((read) => read !== undefined);
}

/** The attributes of which an old value came back after another one. */
function flappingNames({ properties }: UpdateSeries): readonly string[] {
  const valuesOf = new Map<string, (string | null)[]>();
  for (const { name, newValue } of properties.flatMap((read) => read ?? [])) {
    const values = valuesOf.get(name) ?? [];
    if (values.at(-1) !== newValue || values.length === 0) values.push(newValue);
    valuesOf.set(name, values);
  }
  return [...valuesOf].filter(([, values]) => values.length >= 3 && new Set(values).size === 2).map(([name]) => name);
}

function findingOf(context: FindingContext, samples: UpdateSamples, name: string, rows: readonly number[]): Finding {
  const who = formatObjects(rows.length);
  return context.finding({
    id: 'attributeFlapping',
    title: `${plainLabel(name, 80)} changes to and fro`,
    sentence: `For ${who}, ${plainLabel(name, 80)} was written to and fro between two values.${leftOut(rows.length)}`,
    certainty: 'likely',
    why: 'The written values were read from the records. Usually two sources set the attribute, or the target changes it back.',
    unseen: unseenUpdates(samples),
    query: `${aboutObjects(context, rows)} action:update status:success ${is('attribute', name)}`,
  });
}
