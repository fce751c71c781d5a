/** What one suite came to. */
export interface Tally {
  readonly suite: string;
  readonly passed: number;
  /** Titles of what failed, and what kept the suite from running. */
  readonly failures: readonly string[];
}

/** One line on a suite, for people. */
export function describeTally({ suite, passed, failures }: Tally): string {
  return `${suite}: ${passed} passed, ${failures.length} failed`;
}

/** The sum over suites, in the line that ends every run. */
export function describeSum(tallies: readonly Tally[]): string {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failures.length, 0);
  return `${passed} passed, ${failed} failed`;
}
