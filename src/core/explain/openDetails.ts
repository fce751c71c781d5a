import type { Step } from '../model';
import { type AttributeName, readableAttribute } from './attributeName';
import { cutFrom } from './cutFrom';
import { type OpenedJson, openJson } from './openJson';
import { readScopeClauses, type ScopeClause } from './scopeClauses';

/** A step's details as a person reads them. */
export interface OpenedDetails {
  /** Those with a value, in the log's order, but for the results of scoping filters. */
  readonly rows: readonly OpenedDetail[];
  /** The clauses of the scoping filters, and how each came out. */
  readonly clauses: readonly ScopeClause[];
  /** Names of the details whose value is an empty text, of which a step may have a hundred. Log text. */
  readonly emptyNames: readonly string[];
}

/** One detail with what can be said about it. */
export interface OpenedDetail {
  /** As the log spells it; log text. */
  readonly name: string;
  readonly readable: AttributeName;
  /** Log text. */
  readonly value: string | null;
  /** The value laid open, where it is JSON with something in it. */
  readonly opened?: OpenedJson;
  /** How many values there are, where the log shows only some of them. */
  readonly cutFrom?: number;
}

/**
 * Opens a step's details up: readable names, JSON inside values, values that are cut, and the empty ones apart. Steps
 * write attributes without dots and colons: `attributes` are names in full, by which such a name is recognised.
 */
export function openDetails(step: Pick<Step, 'details'>, attributes: readonly string[] = []): OpenedDetails {
  const fullNames = new Map(attributes.map((name) => [name.replace(/[.:]/g, ''), name]));
  const clauses = readScopeClauses([step]);
  const shown = step.details.filter(
    ({ name, value }) => value !== '' && (clauses.length === 0 || name.toLowerCase() !== 'scopeevaluationresult'),
  );
  return {
    rows: shown.map(({ name, value }) => {
      const opened = openJson(value ?? '');
      const count = cutFrom(value);
      return {
        name,
        readable: readableAttribute(fullNames.get(name) ?? name),
        value,
        ...(opened && opened.rows.length > 1 && { opened }),
        ...(count !== undefined && { cutFrom: count }),
      };
    }),
    clauses,
    emptyNames: step.details.filter(({ value }) => value === '').map(({ name }) => name),
  };
}
