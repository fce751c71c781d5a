import type { Reply, RequestId } from './reply';

/** What a log's worker is asked when events are taken away. A broken query fails with the place of the fault. */
export interface ExportApi {
  /**
   * Writes the events that a query finds in one of the forms of `core/export/exportFormats.ts`; reports progress in
   * events. To files (desktop only): written to temporary neighbours and renamed at the end.
   */
  exportEvents(request: RequestId, job: ExportJob): Promise<Reply<ExportResult>>;
  /** What redaction would replace in those events and what it would leave, without writing anything. */
  previewRedaction(request: RequestId, query: string, secret: Uint8Array): Promise<Reply<RedactionPreview>>;
  /** A zip for a support case: report and events with pseudonyms, the IDs that support asks for, versions. */
  supportPack(request: RequestId, job: SupportPackJob): Promise<Reply<SupportPackResult>>;
}

/** What to write and where to. */
export interface ExportJob {
  /** Id of a form. */
  readonly format: string;
  /** Only events that match; all of them for `""`. */
  readonly query: string;
  /** Names become pseudonyms for this secret; they stay when it is absent. */
  readonly secret?: Uint8Array;
  readonly origin: ExportOrigin;
  readonly to:
    | { readonly kind: 'files'; readonly paths: readonly string[] }
    /** A path or an address for each file is up to the caller. */
    | { readonly kind: 'memory'; readonly maxBytes: number };
}

/** What a report says of where it comes from. */
export interface ExportOrigin {
  readonly madeAtMs: number;
  /** Of this extension. */
  readonly version: string;
}

/** What a run came to. */
export interface ExportResult {
  readonly events: number;
  readonly byteLength: number;
  /** The bytes of each file, when they were asked for in memory. */
  readonly files?: readonly Uint8Array[];
  /** True when a limit was passed: the run stopped there, and nothing was kept. */
  readonly isTooLarge: boolean;
}

/** What redaction does to some events. Texts are log text. */
export interface RedactionPreview {
  /** How many events were looked at, and how many there are. */
  readonly events: number;
  readonly allEvents: number;
  /** The most frequent replacements, the most frequent first. */
  readonly replaced: readonly { readonly original: string; readonly pseudonym: string; readonly count: number }[];
  readonly replacedTotal: number;
  /** Words of sentences that stay although nothing is known of them, the most frequent first. */
  readonly left: readonly { readonly word: string; readonly count: number }[];
  readonly leftTotal: number;
}

/** What goes into a support pack. */
export interface SupportPackJob {
  readonly query: string;
  readonly secret: Uint8Array;
  readonly origin: ExportOrigin;
  /** Versions and settings that support asks for, as names and values. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly to: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };
}

/** What a support pack came to. */
export interface SupportPackResult {
  readonly byteLength: number;
  /** Events in the pack, and how many the query finds. */
  readonly events: number;
  readonly allEvents: number;
  readonly bytes?: Uint8Array;
}
