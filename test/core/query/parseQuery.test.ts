import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { MAX_QUERY_DEPTH, MAX_QUERY_LENGTH, parseQuery } from '../../../src/core/query/parseQuery';
import type { QueryNode } from '../../../src/core/query/queryNode';

describe('parseQuery', () => {
  const trees: readonly [query: string, tree: string][] = [
    ['', 'all'],
    [' \t\n ', 'all'],
    ['anna', 'plain anna'],
    ['anna smith', '(plain anna and plain smith)'],
    ['a OR b c OR d', '(plain a or (plain b and plain c) or plain d)'],
    ['a AND b OR c AND d', '((plain a and plain b) or (plain c and plain d))'],
    ['(a OR b) c', '((plain a or plain b) and plain c)'],
    ['a NOT b', '(plain a and not plain b)'],
    ['a AND NOT b', '(plain a and not plain b)'],
    ['-a', 'not plain a'],
    ['-(a OR b)', 'not (plain a or plain b)'],
    ['NOT -a', 'plain a'],
    ['NOT NOT NOT a', 'not plain a'],
    ['a-b', 'plain a-b'],
    ['STATUS:failure', 'status plain failure'],
    ['-errorcode:Box*', 'not code wildcard Box*'],
    ['name:a?b', 'identity wildcard a?b'],
    ['identity:"a* \\"b\\" \\\\ c:\\d"', 'identity exact a* "b" \\ c:\\d'],
    ['code:""', 'code exact '],
    ["user:O'Brien", "identity plain O'Brien"],
    ['identity:anna@x.org', 'identity plain anna@x.org'],
    ['attribute:urn:ietf:params', 'attribute plain urn:ietf:params'],
    ['attribute:(urn:ietf:params)', 'attribute plain urn:ietf:params'],
    ['urn:ietf:params', 'plain urn:ietf:params'],
    ['https://x.org', 'plain https://x.org'],
    ['12:30', 'plain 12:30'],
    ['identity:007', 'identity plain 007'],
    ['identity:a"b', 'identity plain a"b'],
    ['identity:or', 'identity plain or'],
    ['identity:OR', 'identity plain OR'],
    ['identity:-a', 'identity plain -a'],
    ['identity:CONTOSO\\*', 'identity wildcard CONTOSO\\*'],
    ['"and"', 'exact and'],
    ['action:(create OR update)', '(action plain create or action plain update)'],
    ['action:(create OR (update -"x"))', '(action plain create or (action plain update and not action exact x))'],
    ['duration:>5000', 'duration (5000, Infinity]'],
    ['duration:>=-.5', 'duration [-0.5, Infinity]'],
    ['duration:<1e3', 'duration [-Infinity, 1000)'],
    ['duration:<="7"', 'duration [-Infinity, 7]'],
    ['duration:(>1 <3 OR 7)', '((duration (1, Infinity] and duration [-Infinity, 3)) or duration [7, 7])'],
    ['duration:[1 TO 5]', 'duration [1, 5]'],
    ['duration:{1 TO 5}', 'duration (1, 5)'],
    ['duration:[-5 TO -1}', 'duration [-5, -1)'],
    ['duration:{* TO 5]', 'duration [-Infinity, 5]'],
    ['duration:*', 'duration [-Infinity, Infinity]'],
    ['duration:5', 'duration [5, 5]'],
    ['time:2026-01-02', 'time [2026-01-02T00:00:00.000Z, 2026-01-03T00:00:00.000Z)'],
    ['time:2026-02', 'time [2026-02-01T00:00:00.000Z, 2026-03-01T00:00:00.000Z)'],
    ['date:2024', 'time [2024-01-01T00:00:00.000Z, 2025-01-01T00:00:00.000Z)'],
    ['time:2026-12-31T23', 'time [2026-12-31T23:00:00.000Z, 2027-01-01T00:00:00.000Z)'],
    ['time:2026-01-02T10:30:15.1234567z', 'time [2026-01-02T10:30:15.123Z, 2026-01-02T10:30:15.124Z)'],
    ['time:"2026-01-02 10:30"', 'time [2026-01-02T10:30:00.000Z, 2026-01-02T10:31:00.000Z)'],
    ['time:2026-01-02T10:30+02:00', 'time [2026-01-02T08:30:00.000Z, 2026-01-02T08:31:00.000Z)'],
    ['time:<=2026-01-02', 'time [-Infinity, 2026-01-03T00:00:00.000Z)'],
    ['time:<2026-01-02', 'time [-Infinity, 2026-01-02T00:00:00.000Z)'],
    ['time:>2026-01-02', 'time [2026-01-03T00:00:00.000Z, Infinity]'],
    ['time:[2026-01-01 TO 2026-01-02]', 'time [2026-01-01T00:00:00.000Z, 2026-01-03T00:00:00.000Z)'],
    ['time:{2026-01-01 TO 2026-01-03}', 'time [2026-01-02T00:00:00.000Z, 2026-01-03T00:00:00.000Z)'],
    ['time:[2026-01-01T10:00 TO *]', 'time [2026-01-01T10:00:00.000Z, Infinity]'],
  ];
  for (const [query, tree] of trees) {
    it(`reads ${JSON.stringify(query)}`, () => {
      const parsed = parseQuery(query);
      assert.deepEqual(parsed.errors, []);
      assert.equal(write(parsed.tree), tree);
    });
  }

  /** The text under the carets is what the error is about. */
  const faults: readonly [query: string, place: string, message: RegExp][] = [
    ['a stauts:failure', '  ^^^^^^        ', /no field “stauts”\. Did you mean “status”\?/],
    ['a OR xyzzy:1', '     ^^^^^  ', /no field “xyzzy”\. There are: time, status, /],
    ['error:x', '^^^^^  ', /Did you mean “errorCode”\?/],
    [':x', '^ ', /field name is missing/],
    ['a status:', '  ^^^^^^^', /value is missing right behind “status:”/],
    ['status: failure', '^^^^^^^        ', /value is missing/],
    ['(status:)', ' ^^^^^^^ ', /value is missing/],
    ['a and b', '  ^^^  ', /Write AND in capitals/],
    ['a or b', '  ^^  ', /Write OR in capitals/],
    ['not b', '^^^  ', /Write NOT in capitals/],
    ['code:(a Or b)', '        ^^   ', /Write OR in capitals/],
    ['a AND', '  ^^^', /AND needs a condition behind it/],
    ['OR a', '^^  ', /OR needs a condition before it/],
    ['a OR AND b', '     ^^^  ', /AND needs a condition before it/],
    ['(a OR) b', '   ^^   ', /OR needs a condition behind it/],
    ['a NOT', '  ^^^', /NOT needs a condition behind it/],
    ['a - b', '  ^  ', /right behind this minus/],
    ['a -', '  ^', /right behind this minus/],
    ['a (b c', '  ^   ', /not closed/],
    ['((a)', '^   ', /not closed/],
    ['a)', ' ^', /closes nothing/],
    ['a () b', '  ^^  ', /Nothing stands between/],
    ['a "b c', '  ^^^^', /quote is not closed/],
    ['name:"b', '     ^^', /quote is not closed/],
    ['"a"b', '   ^', /space is missing/],
    ['job:Sales(prod)', '         ^      ', /Put the whole value in quotes/],
    ['a ] b', '  ^  ', /no range/],
    ['[1 TO 5]', '^      ^', /no range/],
    ['job:(a status:x)', '       ^^^^^^^^ ', /inside the brackets of a field/],
    ['duration:abc', '         ^^^', /“abc” is no number\. Write a number like/],
    ['duration:5*', '         ^^', /is no number/],
    ['duration:>', '         ^', /value is missing right behind >/],
    ['duration:>= 5', '         ^^  ', /value is missing right behind >=/],
    ['time:2026-02-30', '     ^^^^^^^^^^', /is no time\. Write a time in UTC/],
    ['time:>2026-01-02T24:00', '     ^^^^^^^^^^^^^^^^^', /is no time/],
    ['time:yesterday', '     ^^^^^^^^^', /is no time/],
    ['time:2026-01-02T10:00+99:00', '     ^^^^^^^^^^^^^^^^^^^^^^', /is no time/],
    ['status:>success', '       ^^^^^^^^', /Only numbers and times .* status is neither.* quotes if it begins with >/],
    ['name:<img', '     ^^^^', /quotes if it begins with </],
    ['name:[a TO b]', '     ^^^^^^^^', /Only numbers and times/],
    ['duration:[1 5]', '         ^^^^^', /Write a range like/],
    ['duration:[1 to 5]', '         ^^^^^^^^', /TO in capitals/],
    ['duration:[1 TO 5', '         ^^^^^^^', /range is not closed/],
    ['duration:[1 TO', '         ^^^^^', /range is not closed/],
    ['duration:[1 TO x]', '         ^^^^^^^^', /“x” is no number/],
    ['duration:[5 TO 1]', '         ^^^^^^^^', /ends before it begins/],
  ];
  for (const [query, carets, message] of faults) {
    it(`says where ${JSON.stringify(query)} is wrong`, () => {
      const { errors } = parseQuery(query);
      const isMarked = (at: number) => errors.some(({ start, end }) => start <= at && at < end);
      const marked = Array.from(query, (_, at) => (isMarked(at) ? '^' : ' ')).join('');
      assert.equal(marked.trimEnd(), carets.trimEnd());
      assert.match(errors[0]!.message, message);
    });
  }

  it('keeps what it understands beside what it does not', () => {
    assert.equal(write(parseQuery('a ) b OR c:1').tree), '(plain a and broken and (plain b or broken))');
  });

  it('reports all errors, in the order of the text', () => {
    const { errors } = parseQuery('(nope:1 AND and OR "x');
    assert.deepEqual(
      errors.map((error) => error.start),
      [0, 1, 12, 19],
    );
  });

  it('refuses more than 10,000 characters, and no fewer', () => {
    assert.deepEqual(parseQuery('a'.repeat(MAX_QUERY_LENGTH)).errors, []);
    const { tree, errors } = parseQuery('a'.repeat(MAX_QUERY_LENGTH + 1));
    assert.equal(tree.kind, 'broken');
    assert.match(errors[0]!.message, /10001 characters, and at most 10000 are read/);
  });

  it('bounds the depth of brackets', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    assert.deepEqual(parseQuery(nested(MAX_QUERY_DEPTH)).errors, []);
    const { errors } = parseQuery(nested(MAX_QUERY_DEPTH + 1));
    assert.deepEqual(
      errors.map(({ start, end }) => [start, end]),
      [[MAX_QUERY_DEPTH, MAX_QUERY_DEPTH + 1]],
    );
    assert.match(errors[0]!.message, /More than 100 brackets/);
  });

  it('never throws, and gives every node and error a place inside the text and its parent', () => {
    const piece = fc.constantFrom(
      ...['status:', 'time:', 'job:', 'x:', 'a', '2026-01-02', '"', '\\', '(', ')', '[', ']', '{', '}', '-', '>', '<='],
      ...[' ', ' ', 'AND', 'OR', 'NOT', 'and', 'TO', '*', '?', ':', '5', '\n', '😀', '\ud800'],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (query) => {
        const { tree, errors } = parseQuery(query);
        checkPlaces(tree, 0, query.length);
        for (const { message, start, end } of errors) {
          assert.ok(message.length > 0 && start >= 0 && start < end && end <= query.length);
        }
        assert.ok(errors.length > 0 || !hasBrokenPart(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('takes linear time on 10,000 hostile characters', () => {
    const hostile = [
      '(',
      ')',
      '"',
      '-',
      'a:',
      'status:',
      '[',
      'duration:[',
      'NOT ',
      'a OR ',
      '((a)',
      '\\"',
      '*',
      'a b ',
      'time:',
    ];
    for (const piece of hostile) {
      const query = piece.repeat(MAX_QUERY_LENGTH).slice(0, MAX_QUERY_LENGTH);
      const started = performance.now();
      const { errors } = parseQuery(query);
      assert.ok(errors.length <= 100);
      assert.ok(performance.now() - started < 1_000, `${JSON.stringify(piece)} took too long`);
    }
  });
});

/** A tree as one line of text. */
function write(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.parts.map(write).join(` ${node.kind} `)})`;
    case 'not':
      return `not ${write(node.part)}`;
    case 'term': {
      const field = node.field ? `${node.field.column.id} ` : '';
      if (node.test.kind === 'text') return `${field}${node.test.match} ${node.test.text}`;
      const { from, includesFrom, to, includesTo } = node.test;
      const show = (end: number) =>
        node.field?.column.type === 'time' && Number.isFinite(end) ? new Date(end).toISOString() : String(end);
      return `${field}${includesFrom ? '[' : '('}${show(from)}, ${show(to)}${includesTo ? ']' : ')'}`;
    }
    default:
      return node.kind;
  }
}

function hasBrokenPart(node: QueryNode): boolean {
  return node.kind === 'broken' || partsOf(node).some(hasBrokenPart);
}

function partsOf(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'not' ? [node.part] : node.kind === 'and' || node.kind === 'or' ? node.parts : [];
}

function checkPlaces(node: QueryNode, start: number, end: number): void {
  assert.ok(start <= node.start && node.start <= node.end && node.end <= end, JSON.stringify(node));
  for (const part of partsOf(node)) checkPlaces(part, node.start, node.end);
}
