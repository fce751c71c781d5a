import type { Hits } from './fieldCollector';
import type { PathTree } from './pathTree';
import type { ScannedRecord } from './recordScanner';

/** Which hits of a record are texts that hold objects or lists, and what is wanted of those. */
export interface TextPlan {
  /** Hits of this field and above are such texts; when it is left out, every hit behind the first, which is a list around them. */
  readonly firstText?: number;
  /** By text, what is wanted of what it holds. */
  readonly trees: readonly (PathTree | undefined)[];
  /** By text, the field that it is when it holds no object or list; -1 for none. */
  readonly plainFields: readonly number[];
}

/** Finds the wanted fields of texts where the bytes are. */
export interface TextReader {
  /** Says what the texts of the next records are. */
  expect(plan: TextPlan): void;
  /**
   * The hits of the record that was scanned last, with those of what its texts hold in the place of the texts; undefined when
   * they have to be found another way. They are good until the next scan; those of the record are not any more.
   */
  read(record: ScannedRecord): Hits | undefined;
}
