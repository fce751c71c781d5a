import '@vscode-elements/elements/dist/vscode-badge/index.js';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { positionAfterKey } from './roving';

/** One of the tabs of a strip. */
export interface StripTab {
  readonly id: string;
  readonly title: string;
  /** Drawn behind the title, such as a count. */
  readonly badge?: string | undefined;
}

/**
 * Tabs above the content of the selected one, after https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ with automatic
 * activation. `id` keeps the ids of several strips apart.
 */
export function TabStrip(props: {
  id: string;
  label: string;
  tabs: readonly StripTab[];
  selected: string;
  onSelect: (id: string) => void;
  /** Stands at the end of the line of tabs. */
  extra?: ComponentChildren;
  children: ComponentChildren;
}) {
  const list = useRef<HTMLDivElement>(null);
  const position = props.tabs.findIndex(({ id }) => id === props.selected);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = positionAfterKey(event.key, position, props.tabs.length, 'horizontal');
    const tab = next === undefined ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    props.onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next ?? 0]?.focus();
  };
  return (
    <div class="strip">
      <div class="strip-head">
        <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={onKeyDown}>
          {props.tabs.map(({ id, title, badge }) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`${props.id}-tab-${id}`}
              aria-selected={id === props.selected}
              aria-controls={`${props.id}-content`}
              tabIndex={id === props.selected ? 0 : -1}
              onClick={() => props.onSelect(id)}
            >
              {title}
              {badge !== undefined && <vscode-badge variant="counter">{badge}</vscode-badge>}
            </button>
          ))}
        </div>
        {props.extra}
      </div>
      <div
        id={`${props.id}-content`}
        class="strip-content"
        role="tabpanel"
        aria-labelledby={`${props.id}-tab-${props.selected}`}
      >
        {props.children}
      </div>
    </div>
  );
}
