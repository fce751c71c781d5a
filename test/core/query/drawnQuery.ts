import * as fc from 'fast-check';
import type { DrawnEvent } from '../../support/drawStore';
import * as plain from './plainEvaluator';

/** Few letters, so that drawn words meet drawn values. */
const word = fc.array(fc.constantFrom('a', 'B', 'b', 'é', 'É', '-', "'", '.', ':', '😀'), {
  minLength: 1,
  maxLength: 4,
});
const pattern = fc.array(fc.constantFrom('a', 'b', 'B', '*', '?', '😀', '.'), { minLength: 1, maxLength: 5 });
const value = word.map((letters) => `a${letters.join('')}`);
const hour = Date.UTC(2026, 0, 1);
const timeMs = fc.integer({ min: 0, max: 96 }).map((hours) => hour + hours * 3_600_000);

/** An event of which some fields are absent. */
export const drawnEvent: fc.Arbitrary<DrawnEvent> = fc.record(
  {
    identity: value,
    code: value,
    reason: value,
    id: value,
    status: fc.constantFrom('success', 'failure', 'skipped'),
    attribute: fc.array(value, { maxLength: 3 }),
    duration: fc.integer({ min: -3, max: 3 }),
    time: timeMs.map((time) => new Date(time).toISOString()),
  },
  { requiredKeys: [] },
);

const namedField = fc.constantFrom('identity', 'code', 'reason', 'id', 'attribute', 'status');
const textField = fc.oneof(namedField, fc.constant(undefined));
const dayMs = 86_400_000;
const anyJoint = fc.constantFrom(' ' as const, ' AND ' as const, ' OR ' as const);
const anyWord = fc.oneof(
  value,
  pattern.map((letters) => letters.join('')),
);

const drawnTerm: fc.Arbitrary<plain.DrawnQuery> = fc.oneof(
  fc.tuple(namedField, anyWord).map(([field, text]) => plain.wordQuery(field, text)),
  anyWord.filter((text) => !text.includes(':')).map((text) => plain.wordQuery(undefined, text)),
  fc
    .tuple(namedField, fc.array(anyWord, { minLength: 1, maxLength: 3 }), anyJoint)
    .map(([field, texts, between]) => plain.groupQuery(field, texts, between)),
  fc
    .tuple(textField, fc.oneof(value, fc.constantFrom('', 'a"b', 'a\\', 'failure')))
    .map(([field, text]) => plain.quotedQuery(field, text)),
  fc
    .tuple(fc.constantFrom('>', '>=', '<', '<='), fc.integer({ min: -3, max: 3 }))
    .map(([operator, bound]) =>
      plain.orderedQuery('duration', operator + String(bound), (found) => compare(found, operator, bound)),
    ),
  fc
    .tuple(
      fc.constantFrom('[', '{'),
      fc.integer({ min: -3, max: 0 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(']', '}'),
    )
    .map(([open, from, to, close]) =>
      plain.orderedQuery(
        'duration',
        `${open}${from} TO ${to}${close}`,
        (found) => compare(found, open === '[' ? '>=' : '>', from) && compare(found, close === ']' ? '<=' : '<', to),
      ),
    ),
  fc.integer({ min: 0, max: 4 }).map((day) => {
    const start = hour + day * dayMs;
    return plain.orderedQuery('time', dayText(start), (found) => found >= start && found < start + dayMs);
  }),
  fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 4 })).map(([first, last]) => {
    const from = hour + first * dayMs;
    const to = hour + last * dayMs;
    return plain.orderedQuery(
      'time',
      `[${dayText(from)} TO ${dayText(to)}]`,
      (found) => found >= from && found < to + dayMs,
    );
  }),
);

const joint = fc.constantFrom(' ' as const, ' AND ' as const);
const all = fc.letrec<{ drawnQuery: plain.DrawnQuery; unit: plain.DrawnQuery }>((tie) => ({
  unit: fc.oneof(
    { maxDepth: 4 },
    drawnTerm,
    fc
      .tuple(tie('unit'), fc.constantFrom('-' as const, 'NOT ' as const))
      .map(([part, operator]) => plain.notQuery(part, operator)),
    fc
      .tuple(fc.array(tie('unit'), { minLength: 1, maxLength: 3 }), anyJoint)
      .map(([parts, between]) => plain.joinedQuery(parts, between)),
  ),
  drawnQuery: fc
    .tuple(fc.array(fc.array(tie('unit'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), joint)
    .map(([alternatives, between]) => plain.looseQuery(alternatives, between)),
}));

/** A query of any shape, with what it matches. */
export const { drawnQuery } = all;

function compare(value: number, operator: string, bound: number): boolean {
  return operator === '>'
    ? value > bound
    : operator === '>='
      ? value >= bound
      : operator === '<'
        ? value < bound
        : value <= bound;
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
