import type { PathTree } from './pathTree';

/** Where the records of a JSON file stand. */
export type Container =
  /** The file is a list of records. */
  | { readonly kind: 'list' }
  /** The file is an object, and its member `key` (lower case) is the list. */
  | { readonly kind: 'member'; readonly key: string }
  /** One record after the other, with or without line ends or commas between them. */
  | { readonly kind: 'sequence' };

/** What a `JsonRecordScanner` looks for. */
export interface JsonShape {
  readonly container: Container;
  /** The fields to report of each record. */
  readonly paths: PathTree;
  /** Keys that tell a record from other objects, each with a field number below 32. */
  readonly markers: PathTree;
}
