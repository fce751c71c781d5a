import type { OpenLog } from './openLog';

/** Read-only documents that are made from a log. */
export interface LogDocuments {
  /** Opens one event, prettified, as a document of its own. */
  showEvent(log: OpenLog, row: number): Promise<void>;
}
