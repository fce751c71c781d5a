import type { Step } from '../model';
import { openJson } from './openJson';

/** One clause of a scoping filter and how it came out. Texts are log text. */
export interface ScopeClause {
  /** Title of the filter; `""` when the log names none. */
  readonly filter: string;
  /** The clause without the filter's title: `department EQUALS 'Marketing'`. */
  readonly clause: string;
  readonly passed: boolean;
}

/**
 * The clauses in the details `ScopeEvaluationResult` of the steps: JSON inside a text, whose keys read
 * `<filter>.<attribute> <OPERATOR> <value>`. Clauses that are no true or false are left out; repeated ones stand once.
 */
export function readScopeClauses(steps: readonly Pick<Step, 'details'>[]): readonly ScopeClause[] {
  const clauses = new Map<string, ScopeClause>();
  for (const { details } of steps) {
    for (const { name, value } of details) {
      if (name.toLowerCase() !== 'scopeevaluationresult' || value === null) continue;
      for (const row of openJson(value)?.rows ?? []) {
        const passed = truthOf(row.value);
        if (passed !== undefined && row.name !== '') clauses.set(row.name, { ...splitClause(row.name), passed });
      }
    }
  }
  return [...clauses.values()];
}

/** `true` and `false` in any casing; undefined for anything else. */
export function truthOf(value: string | null): boolean | undefined {
  const word = value?.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** Whether the filters let the object pass: one whose clauses all hold is enough. Undefined without clauses. */
export function clausesPass(clauses: readonly ScopeClause[]): boolean | undefined {
  if (clauses.length === 0) return undefined;
  const filters = new Set(clauses.map(({ filter }) => filter));
  return [...filters].some((filter) => clauses.every((clause) => clause.filter !== filter || clause.passed));
}

/** The attribute stands behind the last dot in front of the operator; titles and values may hold dots themselves. */
function splitClause(key: string): { filter: string; clause: string } {
  const operator = /\s[A-Z][A-Z_ ]+(?:\s|$)/.exec(key);
  const dot = key.lastIndexOf('.', operator?.index ?? key.indexOf(' '));
  return dot <= 0 ? { filter: '', clause: key } : { filter: key.slice(0, dot), clause: key.slice(dot + 1) };
}
