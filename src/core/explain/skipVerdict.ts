import { lookUpCode } from '../codes/lookUpCode';
import { lookUpSkipReason } from '../codes/lookUpSkipReason';
import type { SkipReason } from '../codes/skipReasons';
import type { ProvisioningEvent } from '../model';
import { skipReason, stepDetail } from '../record/readSteps';
import { type Gate, type GateId, readGates } from './gates';
import { readScopeClauses, type ScopeClause } from './scopeClauses';

/** Whether a skip is as it should be. */
export type SkipJudgement = 'normal' | 'worthALook' | 'unknown';

/** Why an event was skipped, as far as its record tells. */
export interface SkipVerdict {
  /** All gates, in order. */
  readonly gates: readonly Gate[];
  /** The first gate that was closed; absent when none was, or the log does not say. */
  readonly closed?: GateId;
  readonly judgement: SkipJudgement;
  /** The answer in one or two sentences of ours, without log text. */
  readonly sentence: string;
  /** The skip reason as spelled; log text, `""` when the log names none. */
  readonly reason: string;
  readonly knownReason?: SkipReason;
  /** The attribute that failed validation; log text, `""` when the log names none. */
  readonly attribute: string;
  readonly clauses: readonly ScopeClause[];
  /** What the skipping step says, one numbered reason each; log text. */
  readonly said: readonly string[];
}

/** What a verdict reads of an event. */
export type SkippedEvent = Pick<
  ProvisioningEvent,
  'status' | 'action' | 'errorCode' | 'steps' | 'jobId' | 'sourceIdentity' | 'targetIdentity'
>;

/** Why an event was skipped; undefined for an event that was not. */
export function explainSkip(event: SkippedEvent): SkipVerdict | undefined {
  const reason = skipReason(event.steps);
  const isImportSkipped = codeIs(event.errorCode, 'ImportSkipped');
  if (event.status !== 'skipped' && reason === '' && !isImportSkipped) return undefined;
  // A failure is explained by its code; a step of it may all the same have skipped something.
  if (event.status === 'failure' && !isImportSkipped && (event.errorCode ?? '') !== '') return undefined;
  const clauses = readScopeClauses(event.steps);
  const knownReason = lookUpSkipReason(reason);
  const isHeldBack = event.action === 'stageddelete';
  const cause = isImportSkipped ? 'ImportSkipped' : isHeldBack ? 'StagedDelete' : knownReason?.codes[0];
  const gates = closeGate(readGates(event.steps, clauses), cause);
  return {
    gates,
    ...(isFilteredByAgent(event, gates) ? filteredByAgent : judge(gates, cause)),
    reason,
    ...(knownReason && { knownReason }),
    attribute: stepDetail(event.steps, 'propertyname'),
    clauses,
    said: numberedReasons(event),
  };
}

/** Gates that are closed for a cause by itself, whatever the steps leave out, and where the cause stands. */
const closedBy: readonly { cause: string; gate: GateId; field: string }[] = [
  { cause: 'ImportSkipped', gate: 'imported', field: 'errorCode' },
  { cause: 'RedundantExport', gate: 'changeNeeded', field: 'SkipReason' },
  { cause: 'AttributeValidationFailed', gate: 'exported', field: 'SkipReason' },
  { cause: 'StagedDelete', gate: 'exported', field: 'provisioningAction' },
];

function closeGate(gates: readonly Gate[], cause: string | undefined): readonly Gate[] {
  const closer = closedBy.find((candidate) => candidate.cause === cause);
  if (closer === undefined) return gates;
  const at = gates.findIndex(({ id }) => id === closer.gate);
  return gates.map((gate, index) => {
    if (index > at && gate.state === 'unknown') return { ...gate, state: 'notReached' };
    if (index !== at) return gate;
    const state = gate.state === 'open' && gate.id === 'exported' ? 'contradictory' : 'closed';
    return { ...gate, state, evidence: [...gate.evidence, { name: closer.field, value: closer.cause }] };
  });
}

/**
 * Cloud sync logs an object that the agent filtered with nothing but its ID in the source
 * (https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/how-to-troubleshoot#skipped-objects).
 */
function isFilteredByAgent({ jobId, sourceIdentity, targetIdentity }: SkippedEvent, gates: readonly Gate[]): boolean {
  return (
    /^AD2AADProvisioning\./i.test(jobId) &&
    sourceIdentity.id !== '' &&
    [sourceIdentity.displayName, targetIdentity.id, targetIdentity.displayName].every((text) => text === '') &&
    gates.every(({ state }) => state !== 'closed' && state !== 'contradictory')
  );
}

const filteredByAgent: Pick<SkipVerdict, 'judgement' | 'sentence'> = {
  judgement: 'normal',
  sentence:
    'The log holds nothing of the object but its ID in the source, so the agent of cloud sync probably filtered it as out of scope. Critical system objects of Active Directory are left out by default.',
};

type Judged = Pick<SkipVerdict, 'judgement' | 'sentence'> & { closed?: GateId };

function judge(gates: readonly Gate[], cause: string | undefined): Judged {
  const first = gates.find(({ state }) => state === 'closed' || state === 'contradictory');
  const scope = gates.filter(({ id }) => ['active', 'assigned', 'role', 'filter'].includes(id));
  if (first?.state === 'contradictory') {
    return {
      judgement: 'worthALook',
      sentence: `The log contradicts itself: it holds both answers to "${first.title}".`,
    };
  }
  if (cause === 'RedundantExport' && first !== undefined && first.id !== 'changeNeeded') {
    return {
      closed: first.id,
      judgement: 'worthALook',
      sentence: `The log contradicts itself: the skip reason says that source and target agree, but "${first.title}" is answered with no.`,
    };
  }
  if (cause === 'NotEffectivelyEntitled' && !scope.some(({ state }) => state === 'closed')) {
    return scope.every(({ state }) => state === 'open')
      ? {
          judgement: 'worthALook',
          sentence:
            'The log contradicts itself: the skip reason says that the object is out of scope, but every condition is met. Remove the assignment and add it again.',
        }
      : {
          judgement: 'unknown',
          sentence: 'The object is out of scope, but the log does not say which condition is not met.',
        };
  }
  if (cause === 'StagedDelete' && first?.id === 'exported') return { closed: first.id, ...heldBack };
  if (first !== undefined) return { closed: first.id, ...verdicts[first.id] };
  return { judgement: 'unknown', sentence: 'The log does not hold enough to know why this was skipped.' };
}

const heldBack: Pick<SkipVerdict, 'judgement' | 'sentence'> = {
  judgement: 'worthALook',
  sentence:
    'Accidental deletion prevention holds the delete back; an administrator has to allow it or correct the scope.',
};

/** Why an object was skipped, by the gate that was closed: a part of a sentence. */
export const closedWords: Readonly<Record<GateId, string>> = {
  imported: 'it could not be read for evaluation',
  active: 'it is not active in the source',
  assigned: 'it is not assigned',
  role: 'it does not hold the required role',
  filter: 'a scoping filter keeps it out',
  matched: 'it could not be looked up in the target',
  changeNeeded: 'there was nothing to change',
  exported: 'the target was not written to',
};

const verdicts: Readonly<Record<GateId, Pick<SkipVerdict, 'judgement' | 'sentence'>>> = {
  imported: {
    judgement: 'worthALook',
    sentence:
      'The object could not be read for evaluation; usually its matching attribute is empty. Whether it is in scope is not known.',
  },
  active: {
    judgement: 'normal',
    sentence: 'The object is not active in the source, so it is out of scope. Normal, unless it should be active.',
  },
  assigned: {
    judgement: 'normal',
    sentence: 'The object is not assigned, so it is out of scope by design. Normal, unless you expected an assignment.',
  },
  role: {
    judgement: 'worthALook',
    sentence:
      'The object does not hold the role that provisioning requires. Check which role its assignment gives: some applications, Salesforce among them, do not provision the role Default Access.',
  },
  filter: {
    judgement: 'normal',
    sentence:
      'A scoping filter keeps the object out. Normal, unless you expected it to pass: then look at the clauses.',
  },
  matched: {
    judgement: 'worthALook',
    sentence: 'The object could not be looked up in the target, so nothing was done. Check the matching attribute.',
  },
  changeNeeded: {
    judgement: 'normal',
    sentence: 'Source and target already agree, so there was nothing to change. Normal.',
  },
  exported: {
    judgement: 'worthALook',
    sentence:
      'The target was not written to: a value that it needs is missing or not valid, or the write did not go through.',
  },
};

function codeIs(spelled: string | undefined, code: string): boolean {
  if (spelled === undefined) return false;
  const found = lookUpCode(spelled);
  return found.isKnown && found.matched === code;
}

/** A description may hold several reasons: `1) … 2) … 3) …`. */
function numberedReasons({ steps }: Pick<ProvisioningEvent, 'steps'>): readonly string[] {
  const step =
    steps.find(({ name }) => /^EntrySynchronizationSkip$/i.test(name)) ?? steps.find((s) => s.status === 'skipped');
  return (step?.description ?? '')
    .split(/(?:^|\s)(?=\d{1,2}\)\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
