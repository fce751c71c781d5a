import type { FoundRows } from '../../src/core/analysis/foundRows';
import type { LogAnalysis } from '../../src/core/analysis/logAnalysis';

/** The rows that a query finds; a broken query is a mistake in the test. */
export function foundBy(analysis: LogAnalysis, query: string): FoundRows {
  const result = analysis.run(query);
  if ('fault' in result) throw new Error(`${query}: ${result.fault.message}`);
  return result.found;
}
