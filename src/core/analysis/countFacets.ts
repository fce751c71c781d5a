import { turns } from '../codes/errorCode';
import type { FieldId } from '../columns/derivedColumns';
import type { FieldStore } from '../index/columnStore';
import { type Action, actions, type Status, statuses } from '../model';
import { allFields } from '../query/fields';
import type { QueryColumn } from '../query/queryNode';
import { partsAbout } from '../query/queryParts';
import { foldCase } from '../query/textMatcher';
import { type ValueState, valueStates } from '../query/valueState';
import { actionTitle, statusTitle } from '../text/titles';
import { type Facet, facets } from './facets';
import { FacetValues } from './facetValues';
import type { FoundRows } from './foundRows';

/** One value of a facet. */
export interface FacetValue {
  /** What a query asks for; `""` stands for events without a value. Log text. */
  readonly value: string;
  /** For people; the value itself where it has no better name. Log text. */
  readonly label: string;
  readonly count: number;
  readonly state: ValueState;
}

/** A facet with its counts: what the query would find for each value if it said nothing else about this field. */
export interface FacetCounts {
  readonly field: FieldId;
  readonly title: string;
  /** The most frequent values, and all that the query includes or excludes. */
  readonly values: readonly FacetValue[];
  /** How many values there are, also those that are not listed. */
  readonly distinct: number;
}

/** Which values are wanted. */
export interface FacetOptions {
  /** At most so many values, besides those that the query names. */
  readonly limit: number;
  /** Only values that hold this text, ignoring case. */
  readonly typed?: string;
}

/** Counts facets over one log. Keeps what does not depend on the query. */
export class FacetCounter {
  private readonly known = new Map<FieldId, FacetValues>();

  constructor(private readonly store: FieldStore) {}

  /** Every facet of the list. */
  countAll(found: FoundRows, options: FacetOptions): readonly FacetCounts[] {
    return facets.map((facet) => this.count(facet, found, options));
  }

  /** One facet, or a column of texts that is none. */
  countField(field: FieldId, found: FoundRows, options: FacetOptions): FacetCounts {
    const facet = facets.find((each) => each.field === field) ?? { field, title: columnOf(field).title };
    return this.count(facet, found, options);
  }

  private count(
    { field, title, isInOrder = false }: Facet,
    found: FoundRows,
    { limit, typed = '' }: FacetOptions,
  ): FacetCounts {
    const column = columnOf(field);
    const values = this.valuesOf(column);
    const counts = values.count(found.without(field).rows, this.store.rowCount);
    const stateOf = valueStates(partsAbout(found.parts, field));
    const wanted = foldCase(typed);
    const listed: { number: number; count: number; state: ValueState }[] = [];
    let distinct = 0;
    for (const [number, text] of values.texts.entries()) {
      const count = counts[number]!;
      if (wanted !== '' && !values.holds(number, wanted)) continue;
      const state = stateOf(text);
      if (count === 0 && state === 'open') continue;
      distinct++;
      listed.push({ number, count, state });
    }
    const isAbsent = (number: number) => Number(values.texts[number] === '');
    listed.sort((a, b) => b.count - a.count || isAbsent(a.number) - isAbsent(b.number) || a.number - b.number);
    const kept = listed.filter(({ state }, place) => place < limit || state !== 'open');
    if (isInOrder)
      kept.sort((a, b) => placeOf(column, values.texts[a.number]!) - placeOf(column, values.texts[b.number]!));
    return {
      field,
      title,
      distinct,
      values: kept.map(({ number, count, state }) => {
        const value = values.texts[number]!;
        return { value, label: facetLabel(field, value), count, state };
      }),
    };
  }

  private valuesOf(column: QueryColumn): FacetValues {
    const known = this.known.get(column.id) ?? new FacetValues(this.store, column);
    this.known.set(column.id, known);
    return known;
  }
}

const outcomeTitles: Readonly<Record<string, string>> = {
  stillFailing: 'Still failing',
  neverSucceeded: 'Never succeeded',
  healed: 'Healed later',
  alwaysSucceeded: 'Always succeeded',
  undecided: 'Undecided',
};

/** How a value is called for people. */
function facetLabel(field: FieldId, value: string): string {
  switch (field) {
    case 'status':
      return (statuses as readonly string[]).includes(value) ? statusTitle(value as Status) : value;
    case 'action':
      return (actions as readonly string[]).includes(value) ? actionTitle(value as Action) : value;
    case 'turn':
      return turns.find(({ id }) => id === value)?.title ?? (value === 'unknown' ? 'Not known' : value);
    case 'outcome':
      return outcomeTitles[value] ?? value;
    default:
      return value;
  }
}

function columnOf(field: FieldId): QueryColumn {
  return allFields.find(({ id }) => id === field)!;
}

/** The place of a word in its column's list; what is no word of it, the absent value first, comes last. */
function placeOf({ values = [] }: QueryColumn, value: string): number {
  const place = values.indexOf(value);
  return place < 0 ? values.length : place;
}
