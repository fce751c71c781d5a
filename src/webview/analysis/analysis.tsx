import { useMemo, useRef, useState } from 'preact/hooks';
import type { FieldId } from '../../core/columns/derivedColumns';
import { toggleExcluded, toggleIncluded, withoutField, withTimeRange } from '../../core/query/editQuery';
import { partsAbout, queryParts } from '../../core/query/queryParts';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import type { LogInfo } from '../../protocol/logApi';
import type { LogPageHost, LogPageState } from '../../protocol/logPageApi';
import { ok, type Reply } from '../../protocol/reply';
import { PAGE_ROWS } from '../grid/tablePages';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import { TabStrip } from '../widgets/tabStrip';
import { useAnswer } from '../widgets/useAnswer';
import { useIsWide } from '../widgets/useIsWide';
import { findingsSection } from './findingsSection';
import { FacetList } from './facetList';
import { readLayout, type Layout } from './layout';
import type { Ask } from './logPage';
import { QueryBox } from './queryBox';
import { QueryChips } from './queryChips';
import type { ShownOverview } from './section';
import { sections } from './sections';
import { TimeView } from './timeView';
import { useFilter } from './useFilter';

/** So many values of each facet are listed at first. */
const FACET_VALUES = 6;
/** So many bars fit beside each other and can still be told apart. */
const MAX_BUCKETS = 90;
/** A page of fewer CSS pixels begins without facets. */
const MIN_WIDTH_WITH_FACETS = 720;

/** The filter, and what it comes to: facets, events over time, and the tabs. */
export function Analysis(props: { state: LogPageState; info: LogInfo; host: LogPageHost; ask: Ask }) {
  const { state, info, host, ask } = props;
  const { revision } = state;
  const [layout, setLayout] = useState(() => readLayout(state.layout));
  const isWide = useIsWide(MIN_WIDTH_WITH_FACETS);
  const filter = useFilter(state.filter, (query) => ask(host.setFilter(query)));
  const { query } = filter;
  const { columns, sort } = layout;
  const rowToFollow = useRef<number | undefined>(undefined);
  const question = JSON.stringify([query, revision, columns, sort]);
  const answer = useAnswer(question, async (): Promise<Reply<ShownOverview>> => {
    const row = rowToFollow.current;
    const reply = await host.overview(query, {
      facetLimit: FACET_VALUES,
      maxBuckets: MAX_BUCKETS,
      table: { columns, sort, page: { offset: 0, limit: PAGE_ROWS }, row },
    });
    if (!reply.ok) return reply;
    const { place } = reply.value.table;
    const followed = row === undefined || place === undefined ? undefined : { row, place };
    return ok({ overview: reply.value, query, columns, sort, revision, followed });
  });
  const shown = answer.value;
  const overview = shown?.overview;
  const hasTimeFilter = useMemo(() => partsAbout(queryParts(query), 'time').length > 0, [query]);

  const change = (part: Partial<Layout>) => {
    const next = { ...layout, ...part };
    setLayout(next);
    ask(host.keepLayout(next));
  };
  const pick = (field: FieldId, value: string, isExcluded: boolean) =>
    filter.set((isExcluded ? toggleExcluded : toggleIncluded)(query, field, value));
  const narrow = (values: readonly (readonly [FieldId, string])[]) => {
    // A value that is included already stays so: the click asks for less, never for more.
    const next = values.reduce(
      (narrowed, [field, value]) => toggleIncluded(withoutField(narrowed, field), field, value),
      query,
    );
    filter.set(next);
  };
  const section = sections.find(({ id }) => id === layout.section) ?? sections[0]!;
  const showsFacets = layout.showsFacets ?? isWide;
  return (
    <>
      <div class="filter-bar">
        <div class="filter-line">
          <Button
            icon="listFilter"
            isIconOnly
            label={showsFacets ? 'Hide the facets' : 'Show the facets'}
            isExpanded={showsFacets}
            onPress={() => change({ showsFacets: !showsFacets })}
          />
          <QueryBox filter={filter} host={host} />
          <div class="buttons">
            <Button
              icon="save"
              isIconOnly
              label="Save the filter"
              isDisabled={query === ''}
              onPress={() => ask(host.saveFilter())}
            />
            <Button icon="bookmark" isIconOnly label="Saved filters" onPress={() => ask(host.showSavedFilters())} />
          </div>
        </div>
        <div class="filter-line result-line">
          <p role="status" class="result">
            {overview !== undefined &&
              (overview.total === overview.eventCount
                ? formatCounted(overview.total, 'event')
                : `${formatCount(overview.total)} of ${formatCounted(overview.eventCount, 'event')}`)}
          </p>
          <QueryChips query={query} onQuery={(next) => filter.set(next)} />
        </div>
        {answer.failure !== undefined && (
          <p class="caveat" role="alert">
            <Icon name="error" className="status-failure" />
            <span>{answer.failure}</span>
          </p>
        )}
      </div>
      {shown !== undefined && overview !== undefined && (
        <div class={`work${showsFacets ? ' with-facets' : ''}`} aria-busy={answer.isWaiting}>
          {showsFacets && (
            <FacetList
              facets={overview.facets}
              query={query}
              revision={revision}
              openFacets={layout.openFacets}
              host={host}
              onOpen={(openFacets) => change({ openFacets })}
              onPick={pick}
            />
          )}
          <div class="results">
            <TimeView
              timeline={overview.timeline}
              look={layout.timeline}
              hasTimeFilter={hasTimeFilter}
              onLook={(timeline) => change({ timeline })}
              onZoom={(startMs, endMs) => filter.set(withTimeRange(query, startMs, endMs))}
              onZoomOut={() => filter.set(withoutField(query, 'time'))}
            />
            {overview.total === 0 && section.id !== findingsSection.id ? (
              <NothingFound
                isEmptyLog={info.eventCount === 0}
                hasFilter={query !== ''}
                onClear={() => filter.set('')}
              />
            ) : (
              <TabStrip
                id="sections"
                label="Ways to look at the events"
                tabs={sections}
                selected={section.id}
                onSelect={(id) => change({ section: id })}
                extra={section.Extra !== undefined && <section.Extra layout={layout} onLayout={change} />}
              >
                <section.Content
                  query={query}
                  revision={revision}
                  shown={shown}
                  isUpToDate={answer.question === question}
                  layout={layout}
                  host={host}
                  ask={ask}
                  onLayout={change}
                  onQuery={(next) => filter.set(next)}
                  onValue={(field, value) => narrow([[field, value]])}
                  onExclude={(field, value) => pick(field, value, true)}
                  shownRow={state.shownRow}
                  onFollow={(row) => (rowToFollow.current = row)}
                  onValues={narrow}
                />
              </TabStrip>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function NothingFound(props: { isEmptyLog: boolean; hasFilter: boolean; onClear: () => void }) {
  return (
    <div class="nothing">
      <p>{props.isEmptyLog ? 'There is no event to show.' : 'No event matches the filter.'}</p>
      {props.hasFilter && (
        <Button look="link" onPress={props.onClear}>
          Clear the filter
        </Button>
      )}
      {!props.isEmptyLog && <p class="quiet">A download holds only what the filter in the portal let through.</p>}
    </div>
  );
}
