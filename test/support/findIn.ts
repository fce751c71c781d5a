import { findFindings, type Findings } from '../../src/core/analysis/findings/findFindings';
import type { Finding } from '../../src/core/analysis/findings/finding';
import { LogAnalysis } from '../../src/core/analysis/logAnalysis';
import type { ModifiedProperty } from '../../src/core/model';
import { drawStore, type DrawnEvent } from './drawStore';
import { foundBy } from './foundBy';

/** What each row wrote, as `name=value` words; rows that are left out cannot be read. */
export type DrawnWrites = readonly (string | undefined)[];

/** A drawn log, and what of one kind was found in it. */
export interface FoundIn {
  readonly all: Findings;
  /** Findings of the kind. */
  readonly findings: readonly Finding[];
  /** Why nothing is known; undefined when something is. */
  readonly notKnown: string | undefined;
  /** The rows that a finding's query finds. */
  rowsOf(finding: Finding): number[];
}

/** Looks for one kind of finding in drawn events. */
export async function findIn(id: string, events: readonly DrawnEvent[], writes: DrawnWrites = []): Promise<FoundIn> {
  const analysis = new LogAnalysis(drawStore(events));
  const all = await findFindings(analysis, (row) => Promise.resolve(propertiesOf(writes[row])));
  return {
    all,
    findings: all.findings.filter((finding) => finding.id === id),
    notKnown: all.notKnown.find((unknown) => unknown.id === id)?.sentence,
    rowsOf: ({ query }) => [...foundBy(analysis, query).set.page(0, events.length)],
  };
}

function propertiesOf(words: string | undefined): readonly ModifiedProperty[] | undefined {
  return words?.split(' ').map((word) => {
    const [name = '', newValue = ''] = word.split('=');
    return { name, oldValue: null, newValue, recovered: false };
  });
}

/** The same event so many times, each of them changed by its number. */
export function times(count: number, draw: (index: number) => DrawnEvent): DrawnEvent[] {
  return Array.from({ length: count }, (_, index) => draw(index));
}
