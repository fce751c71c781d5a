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

/** Why an event was skipped; undefined for an event that was not. */
export function explainSkip(event: Pick<ProvisioningEvent, 'status' | 'errorCode' | 'steps'>): SkipVerdict | undefined {
  const reason = skipReason(event.steps);
  const isImportSkipped = codeIs(event.errorCode, 'ImportSkipped');
  if (event.status !== 'skipped' && reason === '' && !isImportSkipped) return undefined;
  const clauses = readScopeClauses(event.steps);
  const knownReason = lookUpSkipReason(reason);
  const code = knownReason?.codes[0];
  const gates = withReason(readGates(event.steps, clauses), isImportSkipped ? 'ImportSkipped' : code, reason);
  const attribute = stepDetail(event.steps, 'propertyname');
  return {
    gates,
    ...judge(gates, code),
    reason,
    ...(knownReason && { knownReason }),
    attribute,
    clauses,
    said: numberedReasons(event),
  };
}

/** Gates that a reason closes by itself, whatever the steps leave out. */
const closedByReason: Readonly<Record<string, GateId>> = {
  ImportSkipped: 'imported',
  RedundantExport: 'changeNeeded',
  AttributeValidationFailed: 'exported',
};

function withReason(gates: readonly Gate[], code: string | undefined, spelled: string): readonly Gate[] {
  const closed = code === undefined ? undefined : closedByReason[code];
  if (closed === undefined) return gates;
  const at = gates.findIndex(({ id }) => id === closed);
  return gates.map((gate, index) => {
    if (index > at && gate.state === 'unknown') return { ...gate, state: 'notReached' };
    if (index !== at) return gate;
    const state = gate.state === 'open' && closed === 'exported' ? 'contradictory' : 'closed';
    return { ...gate, state, evidence: [...gate.evidence, { name: 'SkipReason', value: spelled || (code ?? '') }] };
  });
}

type Judged = Pick<SkipVerdict, 'judgement' | 'sentence'> & { closed?: GateId };

function judge(gates: readonly Gate[], code: string | undefined): Judged {
  const first = gates.find(({ state }) => state === 'closed' || state === 'contradictory');
  const scope = gates.filter(({ id }) => ['active', 'assigned', 'role', 'filter'].includes(id));
  if (first?.state === 'contradictory') {
    return {
      judgement: 'worthALook',
      sentence: `The log contradicts itself: it holds both answers to "${first.title}".`,
    };
  }
  if (code === 'RedundantExport' && first !== undefined && first.id !== 'changeNeeded') {
    return {
      closed: first.id,
      judgement: 'worthALook',
      sentence: `The log contradicts itself: the skip reason says that source and target agree, but "${first.title}" is answered with no.`,
    };
  }
  if (code === 'NotEffectivelyEntitled' && !scope.some(({ state }) => state === 'closed')) {
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
  if (first !== undefined) return { closed: first.id, ...verdicts[first.id] };
  return { judgement: 'unknown', sentence: 'The log does not hold enough to know why this was skipped.' };
}

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
      'The object does not hold the role that provisioning requires. Check which role its assignment gives: the role Default Access does not count.',
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
    sentence: 'The object is in scope and a change was due, but it could not be written.',
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
