/** What the keyboard of this machine calls the keys that the pages name. */
export interface KeyNames {
  /** Copies, as menus write it. */
  readonly copy: string;
  /** Copies, as it is read out. */
  readonly spokenCopy: string;
  /** Held while clicking. */
  readonly alt: string;
}

const appleKeys: KeyNames = { copy: '⌘C', spokenCopy: 'Command+C', alt: 'Option' };
const otherKeys: KeyNames = { copy: 'Ctrl+C', spokenCopy: 'Ctrl+C', alt: 'Alt' };

/** The key names of a browser by what it says it runs on. */
export function keyNames(userAgent = navigator.userAgent): KeyNames {
  return /Macintosh|iPhone|iPad/.test(userAgent) ? appleKeys : otherKeys;
}
