import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Which rows of a long list are drawn, and where. */
export type VirtualRows = Virtualizer<HTMLElement, HTMLElement>;

/** Draws only the rows of a list that are in view, and some around them. */
export function useVirtualRows(options: {
  count: number;
  rowHeight: number;
  /** What stands above the rows and covers them while they scroll. */
  headHeight: number;
  scroller: RefObject<HTMLElement | null>;
}): VirtualRows {
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const settings = {
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: () => options.rowHeight,
    overscan: 8,
    scrollPaddingStart: options.headHeight,
    scrollMargin: options.headHeight,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(0),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(settings));
  rows.setOptions(settings);
  useLayoutEffect(() => rows._didMount(), []);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
