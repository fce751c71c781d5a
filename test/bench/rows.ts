import type { Row } from './row';
import { countQuotes } from './sides/countQuotes';
import { facetCounts, keystroke, plainFacets, plainKeystroke, plainSort, sortedRows } from './sides/analysis';
import { csvIndex, papaparse } from './sides/csvIndex';
import { arrayFilter, queryFilter } from './sides/filter';
import { exportCsv, exportJson, exportRedacted, plainCsv, plainJson, plainRedacted } from './sides/exports';
import { fullIndex } from './sides/fullIndex';
import { indexMemory } from './sides/indexMemory';
import { jq } from './sides/jq';
import { jsonParse } from './sides/jsonParse';
import { jsoncParser } from './sides/jsoncParser';
import { oneEvent } from './sides/oneEvent';
import { prettify, prettifyGrowth } from './sides/prettify';
import { recordBoundaries } from './sides/recordBoundaries';
import { restoredIndex } from './sides/restoredIndex';
import { goTo, plainGoTo, plainSearch, search } from './sides/searches';
import { streamJson } from './sides/streamJson';
import { stringify } from './sides/stringify';
import { vsix } from './sides/vsix';

/** The table, from top to bottom. Floors must be reached, aims are wanted. */
export const rows: readonly Row[] = [
  {
    id: 'index',
    title: 'full index, against JSON.parse',
    unit: 'x',
    ours: fullIndex,
    theirs: jsonParse,
    inputs: ['size'],
    floor: () => 3,
    aim: () => 8,
  },
  {
    id: 'csv',
    title: 'index of a CSV download, three files joined, against papaparse',
    unit: 'x',
    ours: csvIndex,
    theirs: papaparse,
    inputs: ['csv'],
    floor: () => 1,
    aim: () => 2,
  },
  {
    id: 'indexStreamJson',
    title: 'full index, against stream-json',
    unit: 'x',
    ours: fullIndex,
    theirs: streamJson,
    inputs: ['size'],
  },
  {
    id: 'indexJsoncParser',
    title: 'full index, against jsonc-parser',
    unit: 'x',
    ours: fullIndex,
    theirs: jsoncParser,
    inputs: ['size'],
  },
  {
    id: 'indexJq',
    title: 'full index, against jq that lists three fields',
    unit: 'x',
    ours: fullIndex,
    theirs: jq,
    inputs: ['size'],
  },
  {
    id: 'reopen',
    title: 'index from what was stored, against a full index',
    unit: 'x',
    ours: restoredIndex,
    theirs: fullIndex,
    inputs: ['size'],
  },
  {
    id: 'boundaries',
    title: 'record boundaries, against a loop that counts quotes',
    unit: 'x',
    ours: recordBoundaries,
    theirs: countQuotes,
    inputs: ['size'],
    floor: () => 1.5,
    aim: () => 3,
  },
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
    id: 'indexMemory',
    title: 'memory of the index',
    unit: 'MB',
    ours: indexMemory,
    inputs: ['full'],
    floor: ({ events }) => (160 * events) / 1e6 + 64,
    aim: ({ events }) => (96 * events) / 1e6 + 32,
  },
  {
    id: 'oneEvent',
    title: 'one event, from its row to its parsed record',
    unit: 'ms',
    ours: oneEvent,
    inputs: ['full'],
    floor: () => 20,
    aim: () => 5,
  },
  {
    id: 'filter',
    title: 'filter of three clauses, against Array.filter',
    unit: 'x',
    ours: queryFilter,
    theirs: arrayFilter,
    inputs: ['full'],
    floor: () => 1,
    aim: () => 10,
  },
  {
    id: 'facets',
    title: 'a filter and the counts of 14 facets, against 5 by maps over objects',
    unit: 'x',
    ours: facetCounts,
    theirs: plainFacets,
    inputs: ['full'],
    floor: () => 1,
    aim: () => 5,
  },
  {
    id: 'sort',
    title: 'first sort by names, against Array.sort',
    unit: 'x',
    ours: sortedRows,
    theirs: plainSort,
    inputs: ['full'],
    floor: () => 1,
    aim: () => 3,
  },
  {
    id: 'keystroke',
    title: 'keystroke to facets, chart and first 100 rows',
    unit: 'ms',
    ours: keystroke,
    theirs: plainKeystroke,
    inputs: ['full'],
    floor: () => 200,
    aim: () => 100,
  },
  {
    id: 'search',
    title: 'search for free text, a cluster or a part of an ID',
    unit: 'ms',
    ours: search,
    theirs: plainSearch,
    inputs: ['full'],
    floor: () => 200,
    aim: () => 100,
  },
  {
    id: 'goTo',
    title: 'Go to Event: 50 hits for what was typed',
    unit: 'ms',
    ours: goTo,
    theirs: plainGoTo,
    inputs: ['full'],
    floor: () => 200,
    aim: () => 100,
  },
  {
    id: 'exportJson',
    title: 'export as JSON, against JSON.parse and JSON.stringify',
    unit: 'x',
    ours: exportJson,
    theirs: plainJson,
    inputs: ['size'],
  },
  {
    id: 'exportCsv',
    title: 'export as CSV, against JSON.parse and the same rows',
    unit: 'x',
    ours: exportCsv,
    theirs: plainCsv,
    inputs: ['size'],
  },
  {
    id: 'exportRedacted',
    title: 'redacted export as JSON, against new names in parsed objects, texts left as they are',
    unit: 'x',
    ours: exportRedacted,
    theirs: plainRedacted,
    inputs: ['size'],
  },
  {
    id: 'vsix',
    title: 'packaged extension',
    unit: 'kB',
    ours: vsix,
    inputs: [],
    isExact: true,
    floor: () => 700,
    aim: () => 400,
  },
];
