import { ByteDictionary } from './byteDictionary';
import { trimmed, withRoom } from './growing';

/** An event takes no more runs from one table; the others are shown as events of their own. */
const MOST_RUNS = 1_000;

/** No change, no ID; and no run, where runs are counted from 1. */
const NONE = 0;

/** Which event the runs of a table belong to, by the change and by the event that their rows name. */
export class RunsByEvent {
  runCount = 0;
  /** False when what looks like IDs of events turned out to be IDs of the rows themselves. */
  usesIds = true;

  /** Change IDs, or IDs of events where a row has no other, as they are spelled. */
  private readonly groups = new ByteDictionary();
  private readonly ids = new ByteDictionary();
  private groupOfRun = new Uint32Array(64);
  private idOfRun = new Uint32Array(64);
  /** By group: its first and its last run; by run: the next one of its group. Counted from 1. */
  private first = new Uint32Array(64);
  private last = new Uint32Array(64);
  private next = new Uint32Array(64);

  /** The number of a change ID, or of an event's ID in its place; 0 for an empty one. */
  groupAt(bytes: Uint8Array, start: number, end: number): number {
    return this.groups.add(bytes, start, end);
  }

  /** The number of an event's ID; 0 for an empty one. */
  idAt(bytes: Uint8Array, start: number, end: number): number {
    return this.ids.add(bytes, start, end);
  }

  /** Adds the next run, whose rows name these. */
  push(group: number, id: number): void {
    const run = this.runCount++;
    this.groupOfRun = withRoom(this.groupOfRun, run + 1);
    this.idOfRun = withRoom(this.idOfRun, run + 1);
    this.next = withRoom(this.next, run + 1);
    this.groupOfRun[run] = group;
    this.idOfRun[run] = id;
    this.next[run] = NONE;
    if (group !== NONE) this.chain(run, group);
  }

  /** Whether one of the first runs that name these is as wanted. */
  some(group: number, id: number, isWanted: (run: number) => boolean): boolean {
    let tries = MOST_RUNS;
    for (let run = this.firstOf(group); run !== NONE && tries-- > 0; run = this.next[run - 1]!) {
      if (this.idOfRun[run - 1] === id && isWanted(run - 1)) return true;
    }
    return false;
  }

  /**
   * Adds to `runs` those of an event, in the order in which they were read: those of its change that name no other event,
   * and those that name it alone. IDs are ranges of `bytes`; an empty one finds nothing. At most {@link MOST_RUNS}.
   */
  find(runs: number[], bytes: Uint8Array, change: readonly [number, number], id: readonly [number, number]): void {
    const ownId = this.ids.find(bytes, ...id) ?? -1;
    const group = this.groups.find(bytes, ...change) ?? NONE;
    const ownGroup = this.groups.find(bytes, ...id) ?? NONE;
    const most = runs.length + MOST_RUNS;
    for (const each of group === ownGroup ? [group] : [group, ownGroup]) {
      for (let run = this.firstOf(each); run !== NONE && runs.length < most; run = this.next[run - 1]!) {
        const named = this.idOfRun[run - 1]!;
        if (!this.usesIds || named === NONE || named === ownId) runs.push(run - 1);
      }
    }
  }

  /** Whether rows of a change name events, and whether they name this one. */
  namesEvent(bytes: Uint8Array, change: readonly [number, number], id: readonly [number, number]): boolean | undefined {
    const first = this.firstOf(this.groups.find(bytes, ...change) ?? NONE);
    const ownId = this.ids.find(bytes, ...id) ?? NONE;
    return first === NONE || this.idOfRun[first - 1] === NONE ? undefined : ownId !== NONE;
  }

  /** The ID of the event that a run's rows name, `""` where they name none. */
  idOf(run: number): string {
    return this.ids.text(this.idOfRun[run]!);
  }

  /** What a run's rows name besides the event: the change, or the event once more. */
  changeOf(run: number): string {
    return this.groups.text(this.groupOfRun[run]!);
  }

  /** Gives back what growing left over. */
  trim(): void {
    this.groups.trim();
    this.ids.trim();
    this.groupOfRun = trimmed(this.groupOfRun, this.runCount);
    this.idOfRun = trimmed(this.idOfRun, this.runCount);
    this.next = trimmed(this.next, this.runCount);
    this.first = trimmed(this.first, this.groups.size);
    this.last = trimmed(this.last, this.groups.size);
  }

  get byteLength(): number {
    const { groups, ids, groupOfRun, idOfRun, first, last, next } = this;
    return [groups, ids, groupOfRun, idOfRun, first, last, next].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  private firstOf(group: number): number {
    return group === NONE ? NONE : (this.first[group] ?? NONE);
  }

  private chain(run: number, group: number): void {
    this.first = withRoom(this.first, group + 1);
    this.last = withRoom(this.last, group + 1);
    const last = this.last[group]!;
    if (last === NONE) this.first[group] = run + 1;
    else this.next[last - 1] = run + 1;
    this.last[group] = run + 1;
  }
}
