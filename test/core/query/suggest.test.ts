import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { evaluateQuery } from '../../../src/core/query/evaluateQuery';
import { parseQuery } from '../../../src/core/query/parseQuery';
import { suggest } from '../../../src/core/query/suggest';
import { drawStore } from '../../support/drawStore';

const store = drawStore([
  { status: 'failure', code: 'Box Conflict', identity: 'Ann', attribute: ['mail', 'active'] },
  { status: 'failure', code: 'Timeout', identity: 'ann', attribute: ['active'] },
  { status: 'success', identity: 'Bo "B" (2)', code: 'timeout' },
]);

/** The cursor is drawn as `|`, and what would be replaced stands before the arrow. */
function show(drawn: string): string {
  const cursor = drawn.indexOf('|');
  const query = drawn.replace('|', '');
  const { start, end, items } = suggest(query, cursor, store, { limit: 3 });
  const shown = items.map(({ text, count }) => (count === undefined ? text : `${text} ${count}`));
  return `${query.slice(start, end)} → ${shown.join(', ')}`;
}

describe('suggest', () => {
  const cases: readonly [drawn: string, suggestions: string][] = [
    ['|', ' → time:, status:, action:'],
    ['stat|', 'stat → status:'],
    ['a -STA|', 'STA → status:'],
    ['(err|', 'err → code:'],
    ['sys|', 'sys → source:, target:'],
    ['status:|', ' → failure 2, success 1'],
    ['status:s|uccess a', 'success → success 1'],
    ['status:f|', 'f → failure 2'],
    ['code:|', ' → Timeout 2, "Box Conflict" 1'],
    ['code:con|', 'con → "Box Conflict" 1'],
    ['identity:an|', 'an → "Ann" 2'],
    ['identity:"an|', '"an → "Ann" 2'],
    ['identity:bo|', 'bo → "Bo \\"B\\" (2)" 1'],
    ['attribute:(mail OR |', ' → "active" 2, "mail" 1'],
    ['attribute:(mail OR ac|) x', 'ac → "active" 2'],
    ['attribute:(mail) |', ' → time:, status:, action:'],
    ['duration:|', ' → '],
    ['nope:|', ' → '],
    ['"ann|', ' → '],
    ['duration:>|', ' → '],
  ];
  for (const [drawn, suggestions] of cases) {
    it(`at ${drawn}`, () => assert.equal(show(drawn), suggestions));
  }

  it('counts only the rows that it is told to', () => {
    const within = evaluateQuery(parseQuery('identity:ann').tree, store);
    const { items } = suggest('code:', 5, store, { within });
    assert.deepEqual(
      items.map(({ label, count }) => [label, count]),
      [
        ['Box Conflict', 1],
        ['Timeout', 1],
      ],
    );
  });

  it('suggests values that find what was counted, whatever they hold', () => {
    const value = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('-a', '>5', '"', '\\', 'a*', 'AND', '(', 'a b', '\\"', 'x:y'),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const drawn = drawStore(values.map((text) => ({ code: text, identity: text })));
        for (const field of ['code:', 'identity:', 'code:(', 'identity:(']) {
          for (const { text, count } of suggest(field, field.length, drawn).items) {
            const { tree, errors } = parseQuery(field + text + (field.endsWith('(') ? ')' : ''));
            assert.deepEqual(errors, [], text);
            assert.equal(evaluateQuery(tree, drawn).count, count, text);
          }
        }
      }),
    );
  });

  it('never throws, wherever the cursor stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', 'status:', '"', '(', ')', '[', ']', '-', '>', '*') }),
        fc.nat(20),
        (query, cursor) => {
          const { start, end } = suggest(query, Math.min(cursor, query.length), store);
          assert.ok(start <= cursor && start <= end && end <= query.length);
        },
      ),
    );
  });
});
