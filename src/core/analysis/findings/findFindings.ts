import type { LogAnalysis } from '../logAnalysis';
import type { Finding } from './finding';
import { FindingContext, type ReadProperties } from './findingContext';
import { findingKinds } from './findingKinds';

/** What is worth knowing about a log, and what could not be known. */
export interface Findings {
  /** The most important first. */
  readonly findings: readonly Finding[];
  /** What was looked for in vain because the log does not hold enough: never read its absence as a clean result. */
  readonly notKnown: readonly NotKnown[];
  /** The titles of what was looked for and not found. */
  readonly notFound: readonly string[];
}

/** A kind of finding that a log says nothing about, and why. */
export interface NotKnown {
  readonly id: string;
  readonly title: string;
  /** A sentence. Log text. */
  readonly sentence: string;
}

/**
 * Looks for every kind of finding in a whole log. `readProperties` reads a bounded number of records. `goesOn` is asked
 * before each kind; when it says no, nothing more is looked for, and the answer is what was found so far.
 */
export async function findFindings(
  analysis: LogAnalysis,
  readProperties: ReadProperties,
  goesOn: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Findings> {
  const context = new FindingContext(analysis, readProperties);
  const ranked: { finding: Finding; rank: number }[] = [];
  const unknown: NotKnown[] = [];
  const notFound: string[] = [];
  for (const kind of findingKinds) {
    if (!(await goesOn())) break;
    const { findings, notKnown } = await kind.find(context);
    ranked.push(...findings.map((finding) => ({ finding, rank: kind.rank })));
    if (notKnown !== undefined) unknown.push({ id: kind.id, title: kind.title, sentence: notKnown });
    else if (findings.length === 0) notFound.push(kind.title);
  }
  ranked.sort((a, b) => b.rank - a.rank || b.finding.events - a.finding.events);
  return { findings: ranked.map(({ finding }) => finding), notKnown: unknown, notFound };
}
