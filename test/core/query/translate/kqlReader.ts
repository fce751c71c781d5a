import { type Question, type Read, readGroup, textOf, type Value, Words } from './reader';

const word = /"(?:[^"\\]|\\.)*"|(?:datetime|real)\([^)]*\)|-?\d+(?:\.\d+)?|!in|\w+|=~|==|!=|>=|<=/;

/** The `where` of a query in KQL, as far as translations write it, with the meaning that Kusto's documentation gives it. */
export function readKql(text: string): Question {
  const condition = /^\| where (.*)$/m.exec(text)?.[1];
  if (condition === undefined) return () => true;
  const words = new Words(condition, word);
  const read = readUnit(words);
  words.expectEnd();
  return (row) => read(row) === true;
}

/** The columns that a query works out by `extend`, and what each is worked out from. */
export function readKqlColumns(text: string): ReadonlyMap<string, Read> {
  const functions: Record<string, (...given: readonly Value[]) => Value> = { ...known };
  for (const [, name = '', parameter = '', body = ''] of text.matchAll(
    /^let (\w+) = \((\w+): string\) \{ (.*) \};$/gm,
  )) {
    const read = readComparison(new Words(body, word), functions);
    functions[name] = (given) => read({ [parameter]: given! });
  }
  const columns = new Map<string, Read>();
  for (const [, name = '', definition = ''] of text.matchAll(/^\| extend (\w+) = (.*)$/gm)) {
    const column = definition.replace(/column_ifexists\("(\w+)", ""\)/g, '$1');
    columns.set(name, readComparison(new Words(column, word), functions));
  }
  return columns;
}

function readUnit(words: Words): Read {
  if (words.takes('(')) return readGroup(words, () => readUnit(words));
  if (words.takes('not')) {
    words.expect('(');
    const inside = readUnit(words);
    words.expect(')');
    return (row) => {
      const value = inside(row);
      return value === null ? null : value !== true;
    };
  }
  if (words.takes('true')) return () => true;
  if (words.takes('false')) return () => false;
  return readComparison(words);
}

function readComparison(words: Words, functions = known): Read {
  const left = readOperand(words, functions);
  const operator = words.next;
  if (operator === 'in' || operator === '!in') {
    words.take();
    words.expect('(');
    const listed = [readOperand(words)];
    while (words.takes(',')) listed.push(readOperand(words));
    words.expect(')');
    return (row) => listed.some((each) => each(row) === left(row)) === (operator === 'in');
  }
  const compare = operators[operator];
  if (compare === undefined) return left;
  words.take();
  if (operator === 'matches') words.expect('regex');
  const right = readOperand(words, functions);
  return (row) => {
    const [one, other] = [left(row), right(row)];
    return one === null || other === null ? null : compare(one, other);
  };
}

function readOperand(words: Words, functions = known): Read {
  let read = readPlain(words, functions);
  for (;;) {
    if (words.takes('.')) read = memberOf(read, words.take());
    else if (words.takes('[')) {
      read = memberOf(read, words.take());
      words.expect(']');
    } else return read;
  }
}

function memberOf(of: Read, name: string): Read {
  return (row) => {
    const value = of(row);
    if (value === null || typeof value !== 'object') return null;
    return Object.hasOwn(value, name) ? ((value as Readonly<Record<string, Value>>)[name] ?? null) : null;
  };
}

function readPlain(words: Words, functions: Functions): Read {
  const taken = words.take();
  if (taken.startsWith('"')) {
    const literal = JSON.parse(taken) as string;
    return () => literal;
  }
  const [, kind, inside = ''] = /^(datetime|real)\((.*)\)$/.exec(taken) ?? [];
  if (kind !== undefined) return () => (kind === 'real' ? Number(inside) : Date.parse(inside));
  if (/^-?\d/.test(taken)) return () => Number(taken);
  if (!words.takes('(')) return (row) => row[taken] ?? null;
  const given: Read[] = [];
  while (!words.takes(')')) {
    given.push(readComparison(words, functions));
    words.takes(',');
  }
  const call = functions[taken];
  if (call === undefined) throw new Error(`${taken} is no function`);
  return (row) => call(...given.map((each) => each(row)));
}

type Functions = Readonly<Record<string, (...given: readonly Value[]) => Value>>;

const known: Functions = {
  tolower: (value) => textOf(value).toLowerCase(),
  tostring: (value) => textOf(value),
  isempty: (value) => value === '' || value === null,
  isnotempty: (value) => value !== '' && value !== null,
  isnotnull: (value) => value !== null,
  gettype: (value) => (value !== null && typeof value === 'object' ? 'dictionary' : typeof value),
  strcat: (...values) => values.map(textOf).join(''),
  coalesce: (...values) => values.find((value) => value !== null && value !== '') ?? '',
  split: (value, by) => textOf(value).split(textOf(by)),
  iff: (test, one, other) => (test === true ? one! : other!),
  extract: (pattern, group, value) => expression(pattern).exec(textOf(value))?.[Number(group)] ?? '',
  parse_json: (value) => {
    try {
      return JSON.parse(textOf(value)) as Value;
    } catch {
      return value!;
    }
  },
};

/** Without regard to the case of the letters of ASCII, and of no others. */
const small = (value: Value): string => textOf(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const operators: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '=~': (one, other) => small(one) === small(other),
  '>': (one, other) => Number(one) > Number(other),
  '>=': (one, other) => Number(one) >= Number(other),
  '<': (one, other) => Number(one) < Number(other),
  '<=': (one, other) => Number(one) <= Number(other),
  contains: (one, other) => small(one).includes(small(other)),
  contains_cs: (one, other) => textOf(one).includes(textOf(other)),
  startswith: (one, other) => small(one).startsWith(small(other)),
  startswith_cs: (one, other) => textOf(one).startsWith(textOf(other)),
  endswith: (one, other) => small(one).endsWith(small(other)),
  endswith_cs: (one, other) => textOf(one).endsWith(textOf(other)),
  matches: (one, other) => expression(other).test(textOf(one)),
};

function expression(pattern: Value): RegExp {
  const [, flags = '', source = ''] = /^\(\?(\w+)\)(.*)$/s.exec(textOf(pattern)) ?? [];
  return new RegExp(source, `${flags}u`);
}
