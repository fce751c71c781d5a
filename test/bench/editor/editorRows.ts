import type { HostFigures } from '../host/hostOrder';
import type { HandFigures } from './byHand';

/** What was measured of one log in the editor: inside the extension host, and by hand. */
export type EditorFigures = HostFigures & HandFigures;

/** One row of the editor's table. */
export interface EditorRow {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MB';
  readonly of: (figures: EditorFigures) => number | undefined;
  readonly floor?: number;
  readonly aim?: number;
  /** True where the log does not matter. */
  readonly isOfWindow?: boolean;
}

/** The editor's table, from top to bottom. */
export const editorRows: readonly EditorRow[] = [
  {
    id: 'activate',
    title: '`extension.activate()` in a fresh window, loading its code included',
    unit: 'ms',
    of: ({ activateMs }) => activateMs,
    floor: 100,
    aim: 30,
    isOfWindow: true,
  },
  {
    id: 'firstRow',
    title: 'Analyze called, to the first job row handed to the tree',
    unit: 'ms',
    of: ({ firstRowMs }) => firstRowMs,
    floor: 1_000,
    aim: 300,
  },
  { id: 'indexed', title: 'Analyze called, to the whole index', unit: 'ms', of: ({ indexedMs }) => indexedMs },
  {
    id: 'againFirstRow',
    title: 'opened again: to the first job row',
    unit: 'ms',
    of: ({ againFirstRowMs }) => againFirstRowMs,
  },
  { id: 'again', title: 'opened again: to the whole index', unit: 'ms', of: ({ againMs }) => againMs },
  {
    id: 'cancel',
    title: 'a reading cancelled, to the end of its worker',
    unit: 'ms',
    of: ({ cancelMs, cancelledWorkerMs }) => Math.max(cancelMs, cancelledWorkerMs),
    floor: 100,
    aim: 50,
  },
  {
    id: 'cancelledMemory',
    title: 'resident memory after a cancelled reading, above that before it',
    unit: 'MB',
    of: ({ cancelledGrowthMB }) => cancelledGrowthMB,
    floor: 32,
    aim: 16,
  },
  {
    id: 'firstRowDrawn',
    title: 'Analyze chosen in the palette, to the first job drawn',
    unit: 'ms',
    of: ({ firstRowDrawnMs }) => firstRowDrawnMs,
  },
  { id: 'allRead', title: '… to the tree that counts all events', unit: 'ms', of: ({ allReadMs }) => allReadMs },
  {
    id: 'eventRows',
    title: 'a job and its failures opened, to the first event drawn',
    unit: 'ms',
    of: ({ eventRowsMs }) => eventRowsMs,
  },
  { id: 'panel', title: 'an event clicked, to the panel that shows it', unit: 'ms', of: ({ panelMs }) => panelMs },
  {
    id: 'saved',
    title: 'prettified: a name given, to the file that is there',
    unit: 'ms',
    of: ({ savedMs }) => savedMs,
  },
];

/** One row of the table that compares the hosts; all in ms. */
export interface HostRow {
  readonly id: string;
  readonly title: string;
  readonly of: (figures: HostFigures) => number | undefined;
}

/** What both hosts are compared by. */
export const hostRows: readonly HostRow[] = [
  { id: 'index', title: 'index, from Analyze on', of: ({ indexedMs }) => indexedMs },
  { id: 'read', title: 'the file handed over by the editor, and nothing else', of: ({ readMs }) => readMs },
  { id: 'oneEvent', title: 'one event, by its key', of: ({ eventMs }) => eventMs },
  { id: 'prettify', title: 'prettify into another file', of: ({ prettifyMs }) => prettifyMs },
];
