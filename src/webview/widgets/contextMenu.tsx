import { useLayoutEffect, useRef } from 'preact/hooks';
import { positionAfterKey } from './roving';

/** One thing that can be done. */
export interface MenuItem {
  readonly label: string;
  /** The key that does the same without the menu. */
  readonly keys?: string;
  /** Whether a line stands above it. */
  readonly startsGroup?: boolean;
  readonly run: () => void;
}

/** Where the pointer or the keyboard was, in CSS pixels of the page. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * What can be done with the thing under the pointer, as a menu after https://www.w3.org/WAI/ARIA/apg/patterns/menubar/:
 * arrow keys walk, Enter does it, Escape and Tab leave. Stays inside the page. `onClose` hears whether the focus is to go
 * back to where it came from.
 */
export function ContextMenu(props: {
  label: string;
  items: readonly MenuItem[];
  place: MenuPlace;
  onClose: (givesFocusBack: boolean) => void;
}) {
  const { items, place, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const buttons = () => [...(menu.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(place.x, window.innerWidth - width))}px`;
    element.style.top = `${Math.max(0, Math.min(place.y, window.innerHeight - height))}px`;
    buttons()[0]?.focus({ preventScroll: true });
  }, [place]);
  useLayoutEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) onClose(false);
    };
    const onLeave = () => onClose(false);
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('blur', onLeave);
    window.addEventListener('resize', onLeave);
    return () => {
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('blur', onLeave);
      window.removeEventListener('resize', onLeave);
    };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const next = positionAfterKey(event.key, at, all.length, 'vertical');
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div class="context-menu" role="menu" aria-label={props.label} ref={menu} onKeyDown={onKeyDown}>
      {items.map(({ label, keys, startsGroup, run }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={startsGroup === true ? 'starts-group' : undefined}
          onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
          onClick={() => {
            onClose(true);
            run();
          }}
        >
          <bdi>{label}</bdi>
          {keys !== undefined && <span class="keys">{keys}</span>}
        </button>
      ))}
    </div>
  );
}
