/** How much may come out of an archive. */
export interface UnpackLimits {
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
  /** Unpacked bytes in all. */
  readonly byteLength: number;
}

/** Logs come out at 20 to 40 times their packed size; what grows far beyond is made to fill a disk. */
export const unpackLimits: UnpackLimits = { ratio: 200, byteLength: 4_000_000_000 };
