import type { ColumnId } from '../../columns/columns';
import { byJob } from '../../groupings/groupings';
import type { Groups } from '../../groupings/grouping';
import type { FieldStore } from '../../index/columnStore';
import { enumColumn } from '../../index/enumColumn';
import { objectNumbers, type ObjectNumbers } from '../../index/objectNumbers';
import { textColumn } from '../../index/textColumn';
import { timeColumn } from '../../index/timeColumn';
import { type Action, actions, type ModifiedProperty, type Status, statuses } from '../../model';
import type { LogAnalysis } from '../logAnalysis';
import { countObjects } from '../matrix';
import { findBias, type Bias } from './bias';
import type { Finding } from './finding';
import { sampleUpdates, type UpdateSamples } from './updateSamples';

/** Reads the modified properties of one record; undefined when it cannot be read. */
export type ReadProperties = (row: number) => Promise<readonly ModifiedProperty[] | undefined>;

/** What kinds of findings look at: one log, by rows. Nothing is worked out twice. */
export class FindingContext {
  readonly store: FieldStore;
  readonly rowCount: number;
  readonly jobs: Groups;
  readonly objects: ObjectNumbers;
  readonly bias: Bias;
  /** Milliseconds since 1970 UTC, -Infinity where the log has none. */
  readonly timeOf: (row: number) => number;
  readonly statusOf: (row: number) => Status;
  readonly actionOf: (row: number) => Action;

  private sampled: Promise<UpdateSamples> | undefined;

  constructor(
    private readonly analysis: LogAnalysis,
    /** For what the columns do not hold; each call reads a record from the file. */
    readonly readProperties: ReadProperties,
  ) {
    this.store = analysis.store;
    this.rowCount = this.store.rowCount;
    this.jobs = byJob.groupsOf(this.store);
    this.objects = objectNumbers(this.store);
    this.timeOf = timeColumn(this.store);
    const status = enumColumn(this.store, 'status', statuses);
    const action = enumColumn(this.store, 'action', actions);
    this.statusOf = (row) => statuses[status.wordOf[status.entries[row]!]!]!;
    this.actionOf = (row) => actions[action.wordOf[action.entries[row]!]!]!;
    this.bias = findBias(this);
  }

  /** The value of a column of texts. */
  readonly text = (field: ColumnId): ((row: number) => string) => textColumn(this.store, field);

  /** Objects that were updated again and again, with what was written; read from the file once. */
  updates(): Promise<UpdateSamples> {
    this.sampled ??= sampleUpdates(this);
    return this.sampled;
  }

  /** How many events and objects a query of ours finds. */
  count(query: string): { events: number; objects: number } {
    const result = this.analysis.run(query);
    if (!('found' in result)) return { events: 0, objects: 0 };
    const { found } = result;
    const [objects = 0] = countObjects(this.store, found, new Uint8Array(this.rowCount), 1);
    return { events: found.count, objects };
  }

  /** A finding with the numbers of its query filled in. */
  finding(parts: Omit<Finding, 'events' | 'objects'>): Finding {
    return { ...parts, ...this.count(parts.query) };
  }
}
