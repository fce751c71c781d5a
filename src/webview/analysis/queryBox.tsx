import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import type { QueryError } from '../../core/query/queryNode';
import type { Suggestion, Suggestions } from '../../core/query/suggest';
import type { LogPageHost } from '../../protocol/logPageApi';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import type { EditedFilter } from './useFilter';

/** So many suggestions are offered at once. */
const SUGGESTIONS = 50;

/**
 * The box for the query: a combobox after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ whose list holds fields and
 * values with their counts. What is wrong with the query is underlined and said below.
 */
export function QueryBox({ filter, host }: { filter: EditedFilter; host: Pick<LogPageHost, 'suggestions'> }) {
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [offer, setOffer] = useState<Suggestions & { readonly of: string }>();
  /** By its key: a list that comes late may have it at another place. */
  const [activeKey, setActiveKey] = useState<string>();
  const requests = useRef(0);
  const cursorToSet = useRef<number | undefined>(undefined);
  const items = offer?.items ?? [];
  const active = items.findIndex((item) => keyOf(item) === activeKey);
  const faults = filter.faults.filter((each) => !isBeingMended(each, offer));
  const [fault] = faults;

  useLayoutEffect(() => {
    if (cursorToSet.current === undefined || input.current === null) return;
    input.current.setSelectionRange(cursorToSet.current, cursorToSet.current);
    cursorToSet.current = undefined;
  }, [filter.text]);
  useLayoutEffect(() => {
    if (marks.current !== null && input.current !== null) marks.current.scrollLeft = input.current.scrollLeft;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, vscode-checkbox');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const close = () => {
    requests.current++;
    setOffer(undefined);
    setActiveKey(undefined);
  };
  const suggest = async (text: string, cursor: number) => {
    const request = ++requests.current;
    const reply = await host.suggestions(text, cursor, SUGGESTIONS);
    if (request !== requests.current) return;
    setOffer(reply.ok && isWorthOffering(reply.value, text) ? { ...reply.value, of: text } : undefined);
  };
  const suggestHere = () => void suggest(filter.text, input.current?.selectionStart ?? filter.text.length);
  const accept = ({ text, kind }: Suggestion) => {
    if (offer === undefined) return;
    // More may have been typed since the list was made: it goes the way of what the suggestion stands for.
    const rest = offer.of.slice(offer.end);
    const isStillThere = filter.text.startsWith(offer.of.slice(0, offer.start)) && filter.text.endsWith(rest);
    if (!isStillThere) return;
    const inserted = kind === 'value' && rest.trim() === '' ? `${text} ` : text;
    const cursor = offer.start + inserted.length;
    const next = filter.text.slice(0, offer.start) + inserted + rest;
    filter.type(next);
    cursorToSet.current = cursor;
    if (kind === 'field') void suggest(next, cursor);
    else close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = items[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (items.length === 0) suggestHere();
      else if (event.key === 'ArrowDown') setActiveKey(keyOf(items[(active + 1) % items.length]!));
      else setActiveKey(keyOf(items[active <= 0 ? items.length - 1 : active - 1]!));
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      suggestHere();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      event.preventDefault();
      accept(chosen);
    } else if (event.key === 'Enter') {
      close();
      filter.settle();
    } else if (event.key === 'Escape' && items.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="query">
      <div class="query-field">
        <Icon name="filter" />
        <div class="query-text">
          <div class="query-marks" aria-hidden="true" ref={marks}>
            {markedParts(filter.text, faults).map(({ text, isFault }, position) => (
              <span key={position} class={isFault ? 'fault' : undefined}>
                {text}
              </span>
            ))}
          </div>
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label="Filter the events"
            aria-autocomplete="list"
            aria-expanded={items.length > 0}
            aria-controls="suggestions"
            aria-activedescendant={active >= 0 ? `suggestion-${active}` : undefined}
            aria-invalid={fault !== undefined}
            aria-describedby="query-fault"
            placeholder="status:failure code:*Conflict* duration:>5000, or words"
            spellcheck={false}
            autocomplete="off"
            value={filter.text}
            onInput={(event) => {
              const { value, selectionStart } = event.currentTarget;
              filter.type(value);
              setActiveKey(undefined);
              void suggest(value, selectionStart ?? value.length);
            }}
            onClick={suggestHere}
            onKeyDown={onKeyDown}
            onScroll={(event) => {
              if (marks.current !== null) marks.current.scrollLeft = event.currentTarget.scrollLeft;
            }}
            onBlur={() => {
              close();
              filter.settle();
            }}
          />
        </div>
        {filter.text !== '' && (
          <Button
            icon="close"
            isIconOnly
            label="Clear the filter"
            onPress={() => {
              filter.set('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      <SuggestionList items={items} active={active} onAccept={accept} />
      <p id="query-fault" class="query-fault" role="status">
        {fault !== undefined && (
          <>
            <Icon name="error" className="status-failure" />
            <span>
              {plainLabel(fault.message)}{' '}
              {filter.text.trim() !== filter.query && 'What is shown is the last filter that was understood.'}
            </span>
          </>
        )}
      </p>
    </div>
  );
}

function SuggestionList(props: { items: readonly Suggestion[]; active: number; onAccept: (item: Suggestion) => void }) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [props.active]);
  return (
    <ul
      id="suggestions"
      class="suggestions"
      role="listbox"
      aria-label="Suggestions"
      ref={list}
      hidden={props.items.length === 0}
    >
      {props.items.map((item, position) => (
        <li
          key={keyOf(item)}
          id={`suggestion-${position}`}
          role="option"
          aria-selected={position === props.active}
          // The box keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onAccept(item)}
        >
          <bdi class="suggestion-text">{plainLabel(item.kind === 'field' ? item.text : item.label, 200)}</bdi>
          <span class="quiet">{item.kind === 'field' ? item.label : formatCounted(item.count ?? 0, 'event')}</span>
        </li>
      ))}
    </ul>
  );
}

function keyOf({ kind, text }: Suggestion): string {
  return `${kind} ${text}`;
}

/** What stands there already is no suggestion. */
function isWorthOffering({ items, start, end }: Suggestions, text: string): boolean {
  const [first] = items;
  return first !== undefined && (items.length > 1 || first.text !== text.slice(start, end));
}

/** Whether the list offers what is missing: somebody has not come to the end of what is typed. */
function isBeingMended({ start, end }: QueryError, offer: Suggestions | undefined): boolean {
  return offer !== undefined && start <= offer.end && end >= offer.start;
}

/** The query cut where its faults begin and end. */
function markedParts(text: string, faults: readonly QueryError[]): { text: string; isFault: boolean }[] {
  const parts: { text: string; isFault: boolean }[] = [];
  let done = 0;
  for (const { start, end } of faults) {
    if (start < done) continue;
    parts.push({ text: text.slice(done, start), isFault: false }, { text: text.slice(start, end), isFault: true });
    done = end;
  }
  parts.push({ text: text.slice(done), isFault: false });
  return parts;
}
