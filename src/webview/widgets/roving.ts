/** Which arrow keys walk along a list. */
export type Direction = 'horizontal' | 'vertical';

/**
 * Where the keyboard goes in a list of `count` items of which one is in the tab order
 * (https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex): the new position, or
 * undefined when the key is none of the list's. A horizontal list goes round, a vertical one stops at its ends.
 */
export function positionAfterKey(
  key: string,
  position: number,
  count: number,
  direction: Direction,
): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'ArrowRight':
      return direction === 'horizontal' ? (position + 1) % count : undefined;
    case 'ArrowLeft':
      return direction === 'horizontal' ? (position + count - 1) % count : undefined;
    case 'ArrowDown':
      return direction === 'vertical' ? Math.min(position + 1, count - 1) : undefined;
    case 'ArrowUp':
      return direction === 'vertical' ? Math.max(position - 1, 0) : undefined;
    default:
      return undefined;
  }
}
