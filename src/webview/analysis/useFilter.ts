import { useEffect, useRef, useState } from 'preact/hooks';
import { parseQuery } from '../../core/query/parseQuery';
import type { QueryError } from '../../core/query/queryNode';
import { beforeFieldName } from './beforeFieldName';

/** After so long without a keystroke a typed filter is everybody's, not only the page's. */
const SETTLE_MS = 500;

/** The filter as the page has it. */
export interface EditedFilter {
  /** What stands in the box, broken or not. */
  readonly text: string;
  /** The last text without a fault: what the page shows. */
  readonly query: string;
  /** What is wrong with `text`. */
  readonly faults: readonly QueryError[];
  /** Takes what was typed; others hear of it when typing pauses. */
  type(text: string): void;
  /** Takes a new query and tells everybody at once. */
  set(query: string): void;
  /** Tells everybody of what was typed. */
  settle(): void;
}

/** Edits the filter of the log (`shared`); `share` tells the others of a query without a fault. */
export function useFilter(shared: string, share: (query: string) => void): EditedFilter {
  const [text, setText] = useState(shared);
  const [query, setQuery] = useState(shared);
  // What the others know, or are being told.
  const told = useRef(shared);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { errors: faults } = parseQuery(text);

  useEffect(() => {
    // What comes back of our own doing must not undo what was typed since.
    if (shared === told.current) return;
    told.current = shared;
    clearTimeout(pause.current);
    setText(shared);
    setQuery(shared);
  }, [shared]);
  useEffect(() => () => clearTimeout(pause.current), []);

  const tell = (next: string) => {
    clearTimeout(pause.current);
    if (next === told.current) return;
    told.current = next;
    share(next);
  };
  return {
    text,
    query,
    faults,
    type(next) {
      setText(next);
      clearTimeout(pause.current);
      const isBroken = parseQuery(next).errors.length > 0;
      const understood = isBroken ? beforeFieldName(query, next) : next.trim();
      if (understood === undefined) return;
      setQuery(understood);
      pause.current = setTimeout(() => tell(understood), SETTLE_MS);
    },
    set(next) {
      setText(next);
      setQuery(next);
      tell(next);
    },
    settle() {
      if (faults.length === 0) tell(text.trim());
    },
  };
}
