import { useState } from 'preact/hooks';
import type { FieldId } from '../../core/columns/derivedColumns';
import { formatCount } from '../../core/text/formatValue';
import type { LogPageHost } from '../../protocol/logPageApi';
import { useAnswer } from '../widgets/useAnswer';
import type { PickValue } from './facetList';
import { FacetValues } from './facetValues';

/** So many values of one facet are listed at most: further typing brings the others. */
const LISTED = 100;

/** All values of one facet, found by typing a part of them. */
export function FacetSearch(props: {
  field: FieldId;
  title: string;
  query: string;
  revision: number;
  host: Pick<LogPageHost, 'facet'>;
  onPick: PickValue;
}) {
  const [typed, setTyped] = useState('');
  const { field, query, revision, host } = props;
  const answer = useAnswer(JSON.stringify([field, query, revision, typed]), () =>
    host.facet(query, field, { limit: LISTED, typed: typed.trim() }),
  );
  const found = answer.value;
  return (
    <>
      <input
        type="search"
        class="facet-search"
        aria-label={`Search in ${props.title}`}
        placeholder={`Search in ${props.title}`}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {found !== undefined && <FacetValues facet={found} onPick={props.onPick} />}
      {found?.values.length === 0 && <p class="quiet facets-help">No value holds this text.</p>}
      {found !== undefined && found.distinct > found.values.length && (
        <p class="quiet facets-help">{`The first ${formatCount(found.values.length)} of ${formatCount(found.distinct)}. Type to find others.`}</p>
      )}
      {answer.failure !== undefined && <p class="quiet facets-help">{answer.failure}</p>}
    </>
  );
}
