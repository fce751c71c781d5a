import { formatCounted } from '../core/text/formatValue';
import type { LogInfo } from '../protocol/logApi';

/** A log in a few words, which say so when only a part of it is read yet. */
export function countsOf({ eventCount, byStatus, isPartial }: LogInfo): string {
  const counts = `${formatCounted(eventCount, 'event')}, ${formatCounted(byStatus.failure, 'failure')}`;
  return isPartial === true ? `${counts} so far` : counts;
}
