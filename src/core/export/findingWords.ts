import type { Finding } from '../analysis/findings/finding';
import { formatObjects } from '../text/formatObjects';
import { formatCounted } from '../text/formatValue';

/** A query that names 50 objects by their IDs fits. */
export const MAX_QUERY_LENGTH = 4_000;

/** What a reader must know of the findings of a filtered report. */
export const aboutWholeLog = 'Findings are about the whole log, whatever the filter shows; the most important first.';

/** How much the evidence of a finding is. */
export function evidenceText({ events, objects }: Pick<Finding, 'events' | 'objects'>): string {
  return `${formatCounted(events, 'event')} of ${formatObjects(objects)}`;
}
