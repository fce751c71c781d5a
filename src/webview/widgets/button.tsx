import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

/**
 * A button with a word and, where it helps, an icon. A disabled one keeps the keyboard's focus, so that walking to
 * the end of a list does not lose the place.
 */
export function Button(props: {
  icon?: IconName;
  look?: 'plain' | 'filled' | 'link';
  isDisabled?: boolean;
  /** Draws the icon only; `label` is then its name. */
  isIconOnly?: boolean;
  /** For a button that unfolds something: whether it is there. */
  isExpanded?: boolean;
  /** The whole name, where the shown words are too few. It contains them. */
  label?: string;
  onPress: () => void;
  children?: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={`${props.look ?? 'plain'}${props.isIconOnly === true ? ' icon-only' : ''}`}
      aria-expanded={props.isExpanded}
      aria-disabled={props.isDisabled === true}
      aria-label={props.label}
      title={props.label}
      onClick={(event) => {
        event.stopPropagation();
        if (props.isDisabled !== true) props.onPress();
      }}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}
