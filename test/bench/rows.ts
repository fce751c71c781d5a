import type { Row } from './row';
import { prettify, prettifyGrowth } from './sides/prettify';
import { stringify } from './sides/stringify';
import { vsix } from './sides/vsix';

/** The table, from top to bottom. Floors must be reached, aims are wanted. */
export const rows: readonly Row[] = [
  {
    id: 'prettify',
    title: 'prettify a file into another, against JSON.parse and JSON.stringify',
    unit: 'x',
    ours: prettify,
    theirs: stringify,
    inputs: ['size'],
    floor: () => 4,
    aim: () => 10,
  },
  {
    id: 'prettifyGrowth',
    title: 'growth of memory while a file is prettified',
    unit: 'MB',
    ours: prettifyGrowth,
    inputs: ['size', 'full'],
    floor: () => 96,
    aim: () => 48,
  },
  {
    id: 'vsix',
    title: 'packaged extension',
    unit: 'kB',
    ours: vsix,
    inputs: [],
    floor: () => 700,
    aim: () => 400,
  },
];
