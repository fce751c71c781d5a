import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

/** A button in the look of VS Code's own dialogs, for what a page offers to do as a whole. */
export function FilledButton(props: {
  icon?: IconName;
  /** The first thing to do here: at most one of these stands in a group. */
  isPrimary?: boolean;
  isDisabled?: boolean;
  onPress: () => void;
  children?: ComponentChildren;
}) {
  return (
    <vscode-button
      secondary={props.isPrimary !== true}
      disabled={props.isDisabled === true}
      onClick={() => {
        if (props.isDisabled !== true) props.onPress();
      }}
    >
      {props.icon !== undefined && (
        <span slot="content-before" class="button-icon">
          <Icon name={props.icon} />
        </span>
      )}
      {props.children}
    </vscode-button>
  );
}
