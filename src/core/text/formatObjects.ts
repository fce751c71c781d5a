import { formatCounted } from './formatValue';

/** How many people and groups events are about, in the words that findings, reports and pages share: `1 person or group`. */
export function formatObjects(count: number): string {
  return formatCounted(count, 'person or group', 'people and groups');
}
