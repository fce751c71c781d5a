import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { HEAD_HEIGHT, ROW_HEIGHT } from './gridSizes';

/**
 * Brings a row into view when another one than before is meant, and keeps it there while the grid becomes smaller, as it
 * does when a panel opens beside it. A row that was scrolled out of view is left there.
 */
export function useKeepInView(options: {
  scroller: RefObject<HTMLElement | null>;
  /** The row in the log; undefined for none. */
  row: number | undefined;
  /** Where it stands in the table, once that is known. */
  place: number | undefined;
}): void {
  const { scroller, row, place } = options;
  const brought = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || place === undefined) return;
    if (brought.current !== row) {
      brought.current = row;
      bringIntoView(element, place);
    }
    let wasInView = isInView(element, place);
    const onScroll = () => (wasInView = isInView(element, place));
    const observer = new ResizeObserver(() => {
      if (wasInView) bringIntoView(element, place);
    });
    observer.observe(element);
    element.addEventListener('scroll', onScroll);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, row, place]);
}

/** Whether a place of the table is drawn whole, between the grid's head and its lower end. */
export function isInView({ scrollTop, clientHeight }: HTMLElement, place: number): boolean {
  const top = place * ROW_HEIGHT - scrollTop;
  return top >= 0 && top + ROW_HEIGHT <= clientHeight - HEAD_HEIGHT;
}

/** Scrolls the grid as little as needed, and the page where it is lower than the grid. */
function bringIntoView(element: HTMLElement, place: number): void {
  const top = place * ROW_HEIGHT;
  const lowestScroll = top + ROW_HEIGHT + HEAD_HEIGHT - element.clientHeight;
  if (!isInView(element, place)) element.scrollTop = top < element.scrollTop ? top : lowestScroll;
  const onPage = element.getBoundingClientRect().top + HEAD_HEIGHT + top - element.scrollTop;
  if (onPage < 0) window.scrollBy(0, onPage);
  else if (onPage + ROW_HEIGHT > window.innerHeight) window.scrollBy(0, onPage + ROW_HEIGHT - window.innerHeight);
}
