import { SideRows } from './sideRows';

/** Some rows of a file that belong to an event. */
export interface JoinedPlace {
  readonly file: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** What adds to the events of a log: the rows of its files of steps and of modified properties. */
export class SideTables {
  private readonly tables = { provisioningsteps: new SideRows(), modifiedproperties: new SideRows() };

  /** The table of one list. */
  of(list: keyof SideTables['tables']): SideRows {
    return this.tables[list];
  }

  /** Every table, steps first. */
  get all(): readonly SideRows[] {
    return [this.tables.provisioningsteps, this.tables.modifiedproperties];
  }

  get isEmpty(): boolean {
    return this.all.every(({ runCount }) => runCount === 0);
  }

  get byteLength(): number {
    return this.all.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Where the rows of an event stand that are not in its own file. */
  placesOf(changeId: string, id: string): readonly JoinedPlace[] {
    const change = encoder.encode(changeId);
    const bytes = new Uint8Array([...change, ...encoder.encode(id)]);
    return this.all.flatMap((table) => {
      const { places, events } = table;
      const runs: number[] = [];
      events.find(runs, bytes, [0, change.length], [change.length, bytes.length]);
      return runs.map((run) => ({
        file: places.fileOf(run),
        byteOffset: places.byteOffset(run),
        byteLength: places.byteLength(run),
      }));
    });
  }

  trim(): void {
    for (const table of this.all) table.trim();
  }
}

const encoder = new TextEncoder();
