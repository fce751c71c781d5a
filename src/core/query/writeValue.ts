import type { QueryColumn } from './queryNode';

/**
 * A value as it stands behind `field:` or inside `field:( … )` to find exactly the events that have it, ignoring case:
 * in quotes where it could mean anything else. `""` finds those without a value.
 */
export function writeValue(column: QueryColumn, value: string): string {
  const isComparedWhole = column.type === 'enum' || column.type === 'id';
  const isPlain = /^[\w.@][\w.@-]*$/.test(value) && !/^(and|or|not)$/i.test(value);
  return isComparedWhole && isPlain ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
