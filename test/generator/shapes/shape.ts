import type { ProvisioningEvent } from '../../../src/core/model';

/** A record of the Graph API, as `JSON.parse` gives it. */
export type GraphRecord = Readonly<Record<string, unknown>>;

/** What an event says, without what depends on the file it stands in. */
export type NormalEvent = Omit<
  ProvisioningEvent,
  'key' | 'file' | 'byteOffset' | 'byteLength' | 'raw' | 'rawIsCut' | 'isTable' | 'joined' | 'otherColumns'
>;

/** A way of writing events down. */
export interface Shape {
  /** For people and test names; unique. */
  readonly id: string;
  /** The id of the format that reads it. */
  readonly format: string;
  /** The ids of the formats that read its further files. */
  readonly otherFormats?: readonly string[];
  /** The events as files of one log: most shapes need one. */
  write(records: readonly GraphRecord[]): readonly string[];
  /** An event as it comes back from this shape: without what the shape cannot hold. Everything unless told. */
  readonly keeps?: (event: NormalEvent) => NormalEvent;
  /** Whether a record can be written down without being misread; all can unless told. */
  readonly canWrite?: (record: GraphRecord) => boolean;
}

/** A copy of an object without some of its members. */
export function without<T extends object, Key extends keyof T>(value: T, ...keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.some((each) => each === key))) as Omit<
    T,
    Key
  >;
}

/** The members of a value that is an object; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as GraphRecord) : {};
}

/** The elements of a value that is a list; none of anything else. */
export function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a value; `""` for null, absent and what is no scalar. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** An object whose keys are changed. */
export function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (value === null || value === undefined) return value;
  return Object.fromEntries(Object.entries(membersOf(value)).map(([key, member]) => [rename(key), member]));
}
