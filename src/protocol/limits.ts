/** How much may be read whole into memory, or unpacked into it. */
export interface WholeLimits {
  /** From this size on the user is asked. */
  readonly askBytes: number;
  /** From this size on a file is not taken at all. */
  readonly refuseBytes: number;
}

/** What holds in browsers and wherever a file is not on a local disk. */
export const wholeFileLimits: WholeLimits = { askBytes: 300_000_000, refuseBytes: 1_000_000_000 };
