/** What the next byte belongs to. */
export const inside = { nothing: 0, word: 1, string: 2, escape: 3 } as const;
/** What the last token was, as far as it matters for the white space behind it. */
export const after = { other: 0, open: 1, colon: 2 } as const;

/** How far the printing of an input is. */
export interface PrintState {
  /** How many bytes are in the block. */
  used: number;
  lineFeeds: number;
  /** One of {@link inside}. */
  inside: number;
  /** One of {@link after}. */
  last: number;
  depth: number;
  /** Whether a bracket that closed the outermost value was the last byte. */
  isBehindValue: boolean;
}
