import type { ErrorCode } from '../codes/errorCode';
import { findMarks } from '../codes/findMarks';
import type { ProvisioningEvent } from '../model';
import { clausesPass, readScopeClauses } from './scopeClauses';

/**
 * What the catalogue knows of marks in an event's texts, each entry once: in the reason and the error's details, in what
 * steps say, and in clauses of scoping filters that kept the object out. Details of steps that succeeded are attributes
 * of the object, and are passed over.
 */
export function eventMarks({ error, steps }: Pick<ProvisioningEvent, 'error' | 'steps'>): readonly ErrorCode[] {
  const clauses = readScopeClauses(steps);
  const texts = [
    error?.reason ?? '',
    error?.details ?? '',
    ...steps.map(({ description }) => description),
    ...steps
      .filter(({ status }) => status !== 'success')
      .flatMap(({ details }) => details.filter(isNoClause).map(text)),
    ...(clausesPass(clauses) === false ? clauses.filter(({ passed }) => !passed).map(({ clause }) => clause) : []),
  ];
  return [...new Set(texts.flatMap((each) => findMarks(each)))];
}

function isNoClause({ name }: { readonly name: string }): boolean {
  return name.toLowerCase() !== 'scopeevaluationresult';
}

function text({ value }: { readonly value: string | null }): string {
  return value ?? '';
}
