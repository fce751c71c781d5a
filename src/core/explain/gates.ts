import type { Step } from '../model';
import { clausesPass, type ScopeClause, truthOf } from './scopeClauses';

/**
 * What must hold, in this order, before the service changes the target object. `mixed` is the state of a gate for
 * which the log says both yes and no: conditions contradict each other, repeated steps outdo each other.
 */
export const gateKinds = [
  { id: 'imported', title: 'Read from the source', mixed: 'open' },
  { id: 'active', title: 'Active in the source', mixed: 'contradictory' },
  { id: 'assigned', title: 'Assigned', mixed: 'contradictory' },
  { id: 'role', title: 'Has the required role', mixed: 'contradictory' },
  { id: 'filter', title: 'Passes the scoping filter', mixed: 'contradictory' },
  { id: 'matched', title: 'Looked up in the target', mixed: 'open' },
  { id: 'changeNeeded', title: 'A change was needed', mixed: 'contradictory' },
  { id: 'exported', title: 'Written to the target', mixed: 'closed' },
] as const satisfies readonly { id: string; title: string; mixed: GateState }[];
/** The id of one of {@link gateKinds}. */
export type GateId = (typeof gateKinds)[number]['id'];

/** `contradictory`: the log says both; `unknown`: it says nothing; `notReached`: nothing, behind a closed gate. */
export type GateState = 'open' | 'closed' | 'contradictory' | 'unknown' | 'notReached';

/** One gate of one event. */
export interface Gate {
  readonly id: GateId;
  readonly title: string;
  readonly state: GateState;
  /** What in the log says so: names and values of details, or names of steps with their status. Log text. */
  readonly evidence: readonly { readonly name: string; readonly value: string }[];
}

/** Says that a gate is open or closed, because of something in the log. */
interface Statement {
  readonly gate: GateId;
  readonly isOpen: boolean;
  readonly name: string;
  readonly value: string;
}

/**
 * Reads an event's steps as gates, all of them and in order. Both wordings of the details count, in every
 * step about the scope, and so do the clauses of the scoping filters.
 */
export function readGates(steps: readonly Step[], clauses: readonly ScopeClause[]): readonly Gate[] {
  const statements = [...steps.flatMap(fromDetails), ...fromClauses(clauses), ...steps.flatMap(fromStep)];
  let isReached = true;
  return gateKinds.map(({ id, title, mixed }) => {
    const own = statements.filter((statement) => statement.gate === id);
    const evidence = own.map(({ name, value }) => ({ name, value }));
    const state = stateOf(own, mixed, isReached);
    if (state === 'closed') isReached = false;
    return { id, title, state, evidence };
  });
}

function stateOf(statements: readonly Statement[], mixed: GateState, isReached: boolean): GateState {
  const isOpen = statements.some((statement) => statement.isOpen);
  const isClosed = statements.some((statement) => !statement.isOpen);
  if (isOpen && isClosed) return mixed;
  if (isOpen) return 'open';
  if (isClosed) return 'closed';
  return isReached ? 'unknown' : 'notReached';
}

/** Details by their letters, in the wording of today and in that of provisioning on demand. */
const detailGates: readonly { gate: GateId; name: RegExp }[] = [
  { gate: 'active', name: /^(?:activeinthesourcesystem|isactive)$/ },
  { gate: 'assigned', name: /^(?:assignedtotheapplication|assigned)$/ },
  // "User has the required role", "Group has the required role", and whatever else is provisioned.
  { gate: 'role', name: /(?:hastherequiredrole|^iseffectivelyentitledforprovisioning)$/ },
  { gate: 'filter', name: /^(?:scopingfilterevaluationpassed|isinprovisioningscope(?:displayname)?)$/ },
];

/** Details of other steps are attributes of the object, among them `IsActive` of Salesforce. */
function isAboutScope({ name, type }: Step): boolean {
  return type === 'scoping' || /^EntrySynchronization(?:Scoping|Skip)$/i.test(name);
}

function fromDetails(step: Step): readonly Statement[] {
  if (!isAboutScope(step)) return [];
  return step.details.flatMap(({ name, value }) => {
    const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const gate = detailGates.find((candidate) => candidate.name.test(letters))?.gate;
    const isOpen = truthOf(value);
    return gate === undefined || isOpen === undefined ? [] : [{ gate, isOpen, name, value: value ?? '' }];
  });
}

function fromClauses(clauses: readonly ScopeClause[]): readonly Statement[] {
  const isOpen = clausesPass(clauses);
  return isOpen === undefined ? [] : [{ gate: 'filter', isOpen, name: 'ScopeEvaluationResult', value: String(isOpen) }];
}

function fromStep(step: Step): readonly Statement[] {
  const gate = gateOfStep(step);
  if (gate === undefined || step.status === 'unknown') return [];
  const isFound = !/ObjectNotFound$/i.test(step.name) || gate === 'matched';
  const isOpen = isFound && (step.status === 'success' || step.status === 'warning');
  return [{ gate, isOpen, name: step.name, value: step.status }];
}

/** Only steps whose outcome is the gate's; the kind never follows from the type alone. */
function gateOfStep({ name, type, status }: Step): GateId | undefined {
  if (/^EntrySynchronizationSkip$/i.test(name) || type === 'scoping') return undefined;
  if (/^EntrySynchronization(?:Add|Update)$/i.test(name)) return status === 'success' ? 'changeNeeded' : undefined;
  if (/^EntryImportBy(?:Joining|Matching)Property$/i.test(name) || type === 'matching') return 'matched';
  if (/^EntryExport/i.test(name) || type === 'export') return 'exported';
  return type === 'import' ? 'imported' : undefined;
}
