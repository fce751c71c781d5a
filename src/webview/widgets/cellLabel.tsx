import type { ComponentChildren } from 'preact';

/** A column's title in front of a value: seen only where a table is too narrow for columns (`stacks` in the styles). */
export function CellLabel({ children }: { children: ComponentChildren }) {
  return <span class="cell-label">{children} </span>;
}
