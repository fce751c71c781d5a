import { useState } from 'preact/hooks';
import type { FacetCounts } from '../../core/analysis/countFacets';
import type { FieldId } from '../../core/columns/derivedColumns';
import { formatCount } from '../../core/text/formatValue';
import type { LogPageHost } from '../../protocol/logPageApi';
import { Icon } from '../widgets/icon';
import { keyNames } from '../widgets/keyNames';
import { FacetSearch } from './facetSearch';
import { FacetValues } from './facetValues';

/** What a click on a facet's value does. */
export type PickValue = (field: FieldId, value: string, isExcluded: boolean) => void;

/** Values with counts, field by field: what the log holds, and the way to narrow it down. */
export function FacetList(props: {
  facets: readonly FacetCounts[];
  query: string;
  revision: number;
  openFacets: readonly FieldId[];
  host: Pick<LogPageHost, 'facet'>;
  onOpen: (openFacets: readonly FieldId[]) => void;
  onPick: PickValue;
}) {
  return (
    <div class="facets" role="region" aria-label="Facets">
      {props.facets
        .filter(({ values }) => values.some(({ value }) => value !== ''))
        .map((facet) => (
          <FacetGroup
            key={facet.field}
            facet={facet}
            isOpen={props.openFacets.includes(facet.field)}
            onToggle={() =>
              props.onOpen(
                props.openFacets.includes(facet.field)
                  ? props.openFacets.filter((field) => field !== facet.field)
                  : [...props.openFacets, facet.field],
              )
            }
            query={props.query}
            revision={props.revision}
            host={props.host}
            onPick={props.onPick}
          />
        ))}
      <p class="quiet facets-help">
        {`A click includes a value, ${keyNames().alt} and a click exclude it. On the keyboard: arrow keys, Enter, Shift+Enter.`}
      </p>
    </div>
  );
}

function FacetGroup(props: {
  facet: FacetCounts;
  isOpen: boolean;
  onToggle: () => void;
  query: string;
  revision: number;
  host: Pick<LogPageHost, 'facet'>;
  onPick: PickValue;
}) {
  const { facet, isOpen } = props;
  const [isSearching, setIsSearching] = useState(false);
  const chosen = facet.values.filter(({ state }) => state !== 'open').length;
  const left = facet.distinct - facet.values.length;
  return (
    <section class="facet">
      <h3>
        <button type="button" aria-expanded={isOpen} onClick={props.onToggle}>
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
          <span class="facet-title">{facet.title}</span>
          {chosen > 0 && <Icon name="filter" />}
          <span class="count">{formatCount(facet.distinct)}</span>
        </button>
      </h3>
      {isOpen && !isSearching && <FacetValues facet={facet} onPick={props.onPick} />}
      {isOpen && isSearching && (
        <FacetSearch
          field={facet.field}
          query={props.query}
          revision={props.revision}
          title={facet.title}
          host={props.host}
          onPick={props.onPick}
        />
      )}
      {isOpen && (left > 0 || isSearching) && (
        <button type="button" class="link facet-more" onClick={() => setIsSearching(!isSearching)}>
          {isSearching ? 'Show fewer' : `Search all ${formatCount(facet.distinct)}`}
        </button>
      )}
    </section>
  );
}
