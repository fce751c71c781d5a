import { maskText } from '../analysis/maskText';
import type { FieldStore } from '../index/columnStore';
import { numberValues } from '../index/numberValues';
import type { Redactor } from '../redact/redactor';
import type { ClusterChange } from './redactQuery';

/** So many different reasons are redacted for it; with more, nothing is told. */
export const MAX_REASONS = 50_000;
/** A cluster that falls into more than so many has no query that can be read. */
const MAX_CLUSTERS = 12;

/**
 * Which clusters of reasons a redacted log has in the place of the log's own: names that are not masked come between
 * reasons that were one cluster. Told only where they hold the same events. `goesOn` is called between two reasons; the
 * answer is undefined when it says no.
 */
export async function redactedClusters(
  store: FieldStore,
  redactor: Redactor,
  goesOn: () => Promise<boolean>,
): Promise<ClusterChange | undefined> {
  const reasons = numberValues(store.column('reason'), store.rowCount);
  const clusters = numberValues(store.column('cluster'), store.rowCount);
  if (reasons.size > MAX_REASONS) return () => [];
  const changed: string[] = [];
  for (let entry = 0; entry < reasons.size; entry++) {
    const reason = reasons.text(entry);
    changed.push(reason === '' ? '' : maskText(redactor.sentence(reason)));
    if (!(await goesOn())) return undefined;
  }
  // Queries compare without regard to case.
  const keys = changed.map((text) => text.toLowerCase());
  return (cluster) => {
    const key = cluster.toLowerCase();
    const isOwn = Array.from({ length: clusters.size }, (_, entry) => clusters.text(entry).toLowerCase() === key);
    const texts = new Map<string, string>();
    let own = 0;
    for (let row = 0; row < store.rowCount; row++) {
      if (!isOwn[clusters.entries[row]!]) continue;
      own++;
      const entry = reasons.entries[row]!;
      texts.set(keys[entry]!, changed[entry]!);
    }
    if (texts.size > MAX_CLUSTERS) return [];
    let found = 0;
    for (let row = 0; row < store.rowCount; row++) if (texts.has(keys[reasons.entries[row]!]!)) found++;
    return found === own ? [...texts.values()] : [];
  };
}
