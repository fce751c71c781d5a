import type { PathTree } from './pathTree';

/** Where the records of a JSON file stand. */
export interface Container {
  /** What the file is: a list, or one object after the other (or only one), with or without line ends or commas between. */
  readonly root: 'list' | 'sequence';
  /**
   * Members (lower case) that lead from the objects in the root to the list of records, each to a list: none when those
   * objects are the records themselves. The records of `{"tables":[{"rows":[…]}]}` are behind `tables` and `rows`.
   */
  readonly members: readonly string[];
  /** What a record is. */
  readonly record: 'object' | 'list';
  /** The member of the object around rows that names their columns; the sink gets its value as JSON. */
  readonly columns?: string;
}

/** What a `JsonRecordScanner` looks for. */
export interface JsonShape {
  readonly container: Container;
  /** The fields to report of each record. */
  readonly paths: PathTree;
  /** Keys that tell a record from other objects, each with a field number below 32. */
  readonly markers: PathTree;
  /** By field number, 1 for the fields that only events have: a record without any is none. All fields unless told. */
  readonly telling?: Uint8Array;
}
