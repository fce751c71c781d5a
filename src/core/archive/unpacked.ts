/** How an archive fell short of giving a content whole. Each is a kind of problem. */
export type UnpackFaultCode = 'archiveCut' | 'archiveDamaged' | 'archiveCheckSum' | 'archiveTrailing';

/** One content of an archive, as UTF-8 among all that was written. */
export interface UnpackedContent {
  /** The entry's name as it can be shown; undefined where a file has only one content. */
  readonly entry: string | undefined;
  /** Where its bytes begin in what was written. */
  readonly start: number;
  readonly byteLength: number;
  readonly faults: readonly UnpackFaultCode[];
}

/** What unpacking a file came to. */
export type UnpackResult =
  | {
      readonly kind: 'unpacked';
      readonly contents: readonly UnpackedContent[];
      /** What the user must know before trusting counts, in sentences. */
      readonly notices: readonly string[];
    }
  /** Nothing of it can be used; says why and what to do, in words for the user. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'cancelled' };
