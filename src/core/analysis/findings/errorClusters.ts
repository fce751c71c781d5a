import { numberValues } from '../../index/numberValues';
import { plainLabel } from '../../text/escape';
import { formatObjects } from '../../text/formatObjects';
import { formatCounted } from '../../text/formatValue';
import { is } from './evidence';
import { type Finding, type FindingKind, nothing, notKnown } from './finding';

// The service documents no such numbers: they are what we find worth telling.

/** Fewer failures with one text are no cluster. */
const MIN_FAILURES = 3;

/** So many clusters are told, the largest. */
const MAX_CLUSTERS = 5;

/** Failures whose reasons say the same, whoever they are about: one cause, many events. */
export const errorClusters: FindingKind = {
  id: 'errorCluster',
  title: 'Failures with one cause',
  rank: 60,
  find(context) {
    const { store, statusOf, rowCount } = context;
    const clusters = numberValues(store.column('cluster'), rowCount);
    const counts = new Uint32Array(clusters.size);
    for (let row = 0; row < rowCount; row++) if (statusOf(row) === 'failure') counts[clusters.entries[row]!]!++;
    const failures = counts.reduce((sum, count) => sum + count, 0);
    if (failures === 0) return nothing;
    if (counts[0] === failures) return notKnown('No failure in this log has a reason in words.');
    const largest = [...counts.keys()]
      .filter((entry) => entry !== 0 && counts[entry]! >= MIN_FAILURES)
      .sort((a, b) => counts[b]! - counts[a]!);
    const findings = largest.slice(0, MAX_CLUSTERS).map((entry): Finding => {
      const text = clusters.text(entry);
      const query = `status:failure ${is('cluster', text)}`;
      const { events, objects } = context.count(query);
      const who = formatObjects(objects);
      return {
        id: 'errorCluster',
        title: plainLabel(text, 80),
        sentence: `${formatCounted(events, 'failure')} of ${who} give the same reason: ${plainLabel(text, 300)}`,
        certainty: 'likely',
        why: 'Their reasons are the same once names, IDs, dates and numbers are masked; the cause usually is, too.',
        unseen: `${notTold(largest.length, counts[0]!)}Reasons are compared by their first 2,000 characters.`,
        query,
        events,
        objects,
      };
    });
    return { findings };
  },
};

function notTold(clusters: number, without: number): string {
  const more = clusters - MAX_CLUSTERS;
  return [
    more > 0 ? `Not listed: ${formatCounted(more, 'smaller cluster')}. ` : '',
    without > 0 ? `Without a reason: ${formatCounted(without, 'failure')}. ` : '',
  ].join('');
}
