import type { Container } from '../scan/jsonShape';

/** One way in which records are put into a file of JSON, and where `FileHead` sees them. */
export interface Place {
  readonly container: Container;
  /** As in `FileHead`. */
  readonly path: string;
}

/** `[record, record]` */
export const inList: Place = { container: { root: 'list', members: [], record: 'object' }, path: '[]' };

/** One record, or one after the other: JSON Lines, also concatenated files. */
export const inLines: Place = { container: { root: 'sequence', members: [], record: 'object' }, path: '' };

/** `{"value": [record, record]}`, once or one after the other. */
export function inPages(member: string): Place {
  return { container: { root: 'sequence', members: [member], record: 'object' }, path: `${member}[]` };
}

/** `[{"value": [record]}, {"value": [record]}]` */
export function inListOfPages(member: string): Place {
  return { container: { root: 'list', members: [member], record: 'object' }, path: `[].${member}[]` };
}

/** The path of a member of what stands at a path. */
export function memberAt(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}
