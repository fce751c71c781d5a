import { useRef, useState } from 'preact/hooks';
import type { FacetCounts, FacetValue } from '../../core/analysis/countFacets';
import type { ValueState } from '../../core/query/valueState';
import { plainLabel } from '../../core/text/escape';
import { formatCount } from '../../core/text/formatValue';
import { Icon, type IconName } from '../widgets/icon';
import { keyNames } from '../widgets/keyNames';
import { positionAfterKey } from '../widgets/roving';
import type { PickValue } from './facetList';

const marks: Readonly<Record<ValueState, IconName | undefined>> = {
  included: 'check',
  excluded: 'circleSlash',
  open: undefined,
};

/**
 * The values of one facet. A click includes, with Alt it excludes; one of the buttons is in the tab order, arrow keys
 * walk, Enter includes, Shift+Enter excludes.
 */
export function FacetValues({ facet, onPick }: { facet: FacetCounts; onPick: PickValue }) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const { values, field, title } = facet;
  const most = Math.max(1, ...values.map(({ count }) => count));
  const focused = Math.min(current, values.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const value = values[focused];
    if (event.key === 'Enter' && event.shiftKey && value !== undefined) {
      event.preventDefault();
      onPick(field, value.value, true);
      return;
    }
    const position = positionAfterKey(event.key, focused, values.length, 'vertical');
    if (position === undefined) return;
    event.preventDefault();
    setCurrent(position);
    list.current?.querySelectorAll<HTMLElement>('.facet-value')[position]?.focus();
  };
  return (
    <ul class="facet-values" aria-label={title} ref={list} onKeyDown={onKeyDown}>
      {values.map((value, position) => (
        <li key={value.value}>
          <button
            type="button"
            class={`facet-value ${value.state}`}
            aria-pressed={value.state === 'included'}
            title={`${labelOf(value)}\nClick to include, ${keyNames().alt}+click or Shift+Enter to exclude`}
            tabIndex={position === focused ? 0 : -1}
            onFocus={() => setCurrent(position)}
            onClick={(event) => onPick(field, value.value, event.altKey)}
          >
            <span class="facet-bar" aria-hidden="true" style={{ width: `${(100 * value.count) / most}%` }} />
            <span class="facet-mark" aria-hidden="true">
              {marks[value.state] !== undefined && <Icon name={marks[value.state]!} />}
            </span>
            <bdi class="facet-label">{labelOf(value)}</bdi>
            <span class="count">
              <span class="unseen">, </span>
              {formatCount(value.count)}
              <span class="unseen">{`${value.count === 1 ? ' event' : ' events'}${value.state === 'excluded' ? ', excluded' : ''}`}</span>
            </span>
          </button>
          <button
            type="button"
            class="facet-exclude"
            tabIndex={-1}
            aria-hidden="true"
            title="Exclude"
            onClick={() => onPick(field, value.value, true)}
          >
            <Icon name="circleSlash" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function labelOf({ label, value }: FacetValue): string {
  return value === '' ? 'None' : plainLabel(label, 200);
}
