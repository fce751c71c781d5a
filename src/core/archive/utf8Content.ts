import { joinBytes } from '../scan/joinBytes';
import { encodingOf, Utf8Encoder } from '../scan/transcode';
import { archiveKindOf, type ArchiveKind } from './archiveKind';

/** What is to be known of a content before it is kept. */
export interface ContentRules {
  /** So many bytes of UTF-8 are looked at. */
  readonly headBytes: number;
  /** Why a content that begins like this is not wanted, in a sentence; undefined when it is. */
  refusal(head: Uint8Array, isWhole: boolean): Promise<string | undefined>;
}

/** Why a content is not kept. */
export type ContentRefusal =
  | { readonly kind: 'archive'; readonly archive: ArchiveKind }
  | { readonly kind: 'unwanted'; readonly sentence: string };

/**
 * Takes the bytes of one content and hands them on as UTF-8. Nothing is handed on before enough is known of the content
 * to keep it.
 */
export class Utf8Content {
  /** Bytes handed on so far. */
  byteLength = 0;
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  private encoder: Utf8Encoder | undefined;

  constructor(
    private readonly rules: ContentRules,
    private readonly write: (utf8: Uint8Array) => Promise<void>,
  ) {}

  /** Takes the next bytes; says so when the content is not wanted: nothing more of it should be brought then. */
  async push(bytes: Uint8Array): Promise<ContentRefusal | undefined> {
    if (this.encoder !== undefined) {
      await this.handOn(this.encoder.push(bytes));
      return undefined;
    }
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    // A character of UTF-16 takes twice as many bytes.
    return this.heldBytes >= 2 * this.rules.headBytes ? this.decide(false) : undefined;
  }

  /** There are no more bytes. */
  async end(): Promise<ContentRefusal | undefined> {
    const refusal = this.encoder === undefined ? await this.decide(true) : undefined;
    if (refusal === undefined && this.encoder !== undefined) await this.handOn(this.encoder.end());
    return refusal;
  }

  private async decide(isWhole: boolean): Promise<ContentRefusal | undefined> {
    const bytes = joinBytes(this.held);
    this.held = [];
    const archive = archiveKindOf(bytes);
    if (archive !== undefined) return { kind: 'archive', archive };
    const encoder = new Utf8Encoder(encodingOf(bytes));
    const utf8 = encoder.push(bytes);
    const { headBytes } = this.rules;
    const sentence = await this.rules.refusal(utf8.subarray(0, headBytes), isWhole && utf8.length <= headBytes);
    if (sentence !== undefined) return { kind: 'unwanted', sentence };
    this.encoder = encoder;
    await this.handOn(utf8);
    return undefined;
  }

  private async handOn(utf8: Uint8Array): Promise<void> {
    this.byteLength += utf8.length;
    if (utf8.length > 0) await this.write(utf8);
  }
}
