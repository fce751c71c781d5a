import type { ComponentChildren } from 'preact';

/** What pages use of https://vscode-elements.github.io: properties are set as attributes, events are the DOM's. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': {
        secondary?: boolean;
        disabled?: boolean;
        title?: string | undefined;
        'aria-label'?: string | undefined;
        onClick?: () => void;
        children?: ComponentChildren;
      };
      'vscode-checkbox': {
        checked?: boolean;
        disabled?: boolean;
        label?: string;
        onChange?: () => void;
      };
      'vscode-badge': {
        variant?: string;
        class?: string;
        children?: ComponentChildren;
      };
    }
  }
}
