import type { Sort } from '../../core/analysis/sortRows';
import type { FieldId } from '../../core/columns/derivedColumns';
import { allFields } from '../../core/query/fields';

/** How the user has arranged the page for one log. */
export interface Layout {
  /** Columns of the table, from left to right. */
  readonly columns: readonly FieldId[];
  /** Widths that were changed, in CSS pixels. */
  readonly widths: Readonly<Partial<Record<FieldId, number>>>;
  /** File order without it. */
  readonly sort?: Sort | undefined;
  readonly section: string;
  /** Facets whose values are unfolded. */
  readonly openFacets: readonly FieldId[];
  /** Whether the facets are there at all; undefined leaves it to the width of the page. */
  readonly showsFacets?: boolean | undefined;
  /** How events over time are drawn. */
  readonly timeline: 'chart' | 'table' | 'hidden';
}

/** How a page begins for a log that was never looked at. */
export const firstLayout: Layout = {
  columns: ['time', 'status', 'action', 'identity', 'code', 'job', 'reason'],
  widths: {},
  section: 'events',
  openFacets: ['status', 'action', 'turn', 'outcome', 'code', 'job'],
  timeline: 'chart',
};

/** Reads what was kept: of what another version wrote, as much as is understood. */
export function readLayout(kept: unknown): Layout {
  if (typeof kept !== 'object' || kept === null) return firstLayout;
  const { columns, widths, sort, section, openFacets, showsFacets, timeline } = kept as Readonly<
    Record<string, unknown>
  >;
  const chosen = fieldsOf(columns);
  return {
    columns: chosen === undefined || chosen.length === 0 ? firstLayout.columns : chosen,
    widths: widthsOf(widths),
    sort: sortOf(sort),
    section: typeof section === 'string' ? section : firstLayout.section,
    openFacets: fieldsOf(openFacets) ?? firstLayout.openFacets,
    showsFacets: typeof showsFacets === 'boolean' ? showsFacets : undefined,
    timeline: timeline === 'table' || timeline === 'hidden' ? timeline : 'chart',
  };
}

function fieldsOf(value: unknown): readonly FieldId[] | undefined {
  return Array.isArray(value) ? [...new Set(value.filter(isField))] : undefined;
}

function widthsOf(value: unknown): Layout['widths'] {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(([field, width]) => isField(field) && typeof width === 'number');
  return Object.fromEntries(known);
}

function sortOf(value: unknown): Sort | undefined {
  if (typeof value !== 'object' || value === null || !('field' in value) || !isField(value.field)) return undefined;
  return { field: value.field, isDescending: 'isDescending' in value && value.isDescending === true };
}

function isField(value: unknown): value is FieldId {
  return allFields.some(({ id }) => id === value);
}
