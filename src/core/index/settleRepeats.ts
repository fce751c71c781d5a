import type { ByteSource } from '../scan/byteSource';
import type { KeyTable } from './keyTable';
import type { ProblemLog } from './problemLog';
import type { RecordPlaces } from './recordPlaces';
import { WindowReader } from './windowReader';

/** A row whose event has the key of an earlier row. */
export interface Repeat {
  readonly row: number;
  readonly firstRow: number;
}

/** A record is compared with so many others of its key, and counts as different from the rest. */
const COMPARED_RECORDS = 16;

/**
 * Decides which rows with a key that was there before are the same event once more: those whose bytes are the same.
 * Answers 0 for each of them and 1 for all other rows. The others keep their row, get a key of their own (`#2`, `#3` …)
 * and a problem that names both.
 */
export class RepeatSettler {
  private readonly left: readonly WindowReader[];
  private readonly right: readonly WindowReader[];
  private readonly keptOf = new Map<number, number[]>();

  constructor(
    private readonly places: RecordPlaces,
    sources: readonly ByteSource[],
  ) {
    this.left = sources.map((source) => new WindowReader(source));
    this.right = sources.map((source) => new WindowReader(source));
  }

  /** Whether a repeat says the same as a record with its key before it. Rejects when a file cannot be read. */
  async isSame(repeat: Repeat): Promise<boolean> {
    let kept = this.keptOf.get(repeat.firstRow);
    if (kept === undefined) this.keptOf.set(repeat.firstRow, (kept = [repeat.firstRow]));
    for (const other of kept.slice(0, COMPARED_RECORDS)) {
      if (await this.areEqual(other, repeat.row)) return true;
    }
    kept.push(repeat.row);
    return false;
  }

  private async areEqual(one: number, other: number): Promise<boolean> {
    const { places } = this;
    const length = places.byteLength(one);
    if (length !== places.byteLength(other)) return false;
    const left = await this.left[places.fileOf(one)]!.read(places.byteOffset(one), length);
    const right = await this.right[places.fileOf(other)]!.read(places.byteOffset(other), length);
    return left.length === right.length && left.every((byte, at) => byte === right[at]);
  }
}

/** Gives the repeats that stay keys of their own, and says of each which event it contradicts. */
export function nameRepeats(
  repeats: readonly Repeat[],
  places: RecordPlaces,
  keys: KeyTable,
  problems: ProblemLog,
): void {
  const counts = new Map<number, number>();
  for (const { row, firstRow } of repeats) {
    let repeat = (counts.get(firstRow) ?? 1) + 1;
    // An ID may itself end like that.
    while (keys.rowOf(`${keys.keyOf(firstRow)}#${repeat}`) !== undefined) repeat++;
    counts.set(firstRow, repeat);
    keys.setRepeat(row, repeat);
    problems.add({
      code: 'conflictingEvents',
      file: places.fileOf(row),
      byteOffset: places.byteOffset(row),
      byteLength: places.byteLength(row),
      event: places.event(row),
      facts: {
        key: keys.keyOf(firstRow),
        otherFile: places.fileOf(firstRow),
        otherEvent: places.event(firstRow),
        otherByteOffset: places.byteOffset(firstRow),
      },
    });
  }
}
