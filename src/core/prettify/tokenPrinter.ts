import type { PrintState } from './printState';

/** Lines deeper than this are indented no further: 100,000 levels would otherwise come out as gigabytes of spaces. */
export const MAX_INDENT_LEVELS = 100;

/** How white space is written. */
export interface WhiteSpace {
  /** One level of indentation. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
}

/** The hot loop of a printer: prints tokens into a block. */
export interface TokenPrinter {
  /** Where output is collected. */
  readonly block: Uint8Array;
  /** Room that a token may need behind what is in the block. */
  readonly reserve: number;
  /** At most so many bytes are taken at a time. */
  readonly chunkBytes: number;
  /** Takes the next bytes of the input: they are printed from the array that comes back, which is good until the next call. */
  take(bytes: Uint8Array): Uint8Array;
  /**
   * Prints tokens of what was taken, from `at` on, until it ends, the block has less room than the reserve, or a token needs
   * more than a plain run. Answers where it stopped; `state.inside` says within what.
   */
  print(at: number, state: PrintState): number;
}
