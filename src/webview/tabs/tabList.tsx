import { useRef } from 'preact/hooks';
import { positionAfterKey } from '../widgets/roving';
import type { Tab, TabContent } from './tab';
import { formatCount } from '../../core/text/formatValue';

/**
 * Tabs and the content of the selected one, after https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with automatic
 * activation: arrow keys, Home and End select.
 */
export function TabList(props: {
  tabs: readonly Tab[];
  selected: Tab;
  content: TabContent;
  onSelect: (tab: Tab) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const position = positionAfterKey(event.key, props.tabs.indexOf(props.selected), props.tabs.length, 'horizontal');
    const tab = position === undefined ? undefined : props.tabs[position];
    if (tab === undefined) return;
    event.preventDefault();
    props.onSelect(tab);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Parts of the event" ref={list} onKeyDown={onKeyDown}>
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab === props.selected}
            aria-controls="tab-content"
            tabIndex={tab === props.selected ? 0 : -1}
            onClick={() => props.onSelect(tab)}
          >
            <span class={tab.shortTitle === undefined ? undefined : 'where-wide'}>{tab.title}</span>
            {tab.shortTitle !== undefined && (
              <span class="where-narrow" aria-hidden="true">
                {tab.shortTitle}
              </span>
            )}
            {tab.count !== undefined && <span class="count"> {formatCount(tab.count(props.content.event))}</span>}
          </button>
        ))}
      </div>
      <div id="tab-content" role="tabpanel" aria-labelledby={`tab-${props.selected.id}`} tabIndex={0}>
        <props.selected.Content {...props.content} />
      </div>
    </>
  );
}
