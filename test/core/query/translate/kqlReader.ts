import { type Question, type Read, readJoined, type Value, Words } from './reader';

const word = /"(?:[^"\\]|\\.)*"|(?:datetime|real)\([^)]*\)|-?\d+(?:\.\d+)?|!in|\w+|=~|==|!=|>=|<=/;

/** The `where` of a query in KQL, as far as translations write it, with the meaning that Kusto's documentation gives it. */
export function readKql(text: string): Question {
  const condition = /^\| where (.*)$/m.exec(text)?.[1];
  if (condition === undefined) return () => true;
  const words = new Words(condition, word);
  const read = readUnit(words);
  if (!words.isAtEnd) throw new Error(`“${words.next}” is too much`);
  return (row) => read(row) === true;
}

function readUnit(words: Words): Read {
  if (words.takes('(')) {
    const inside = readJoined(
      words,
      'and',
      'or',
      () => readUnit(words),
      (value) => value === true,
    );
    words.expect(')');
    return inside;
  }
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

function readComparison(words: Words): Read {
  const left = readOperand(words);
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
  const right = readOperand(words);
  return (row) => {
    const [one, other] = [left(row), right(row)];
    return one === null || other === null ? null : compare(one, other);
  };
}

function readOperand(words: Words): Read {
  const taken = words.take();
  if (taken.startsWith('"')) {
    const literal = JSON.parse(taken) as string;
    return () => literal;
  }
  const [, kind, inside = ''] = /^(datetime|real)\((.*)\)$/.exec(taken) ?? [];
  if (kind !== undefined) return () => (kind === 'real' ? Number(inside) : Date.parse(inside));
  if (/^-?\d/.test(taken)) return () => Number(taken);
  const call = functions[taken];
  if (call === undefined) return (row) => row[taken] ?? null;
  words.expect('(');
  const argument = readOperand(words);
  words.expect(')');
  return (row) => call(argument(row));
}

const functions: Readonly<Record<string, (value: Value) => Value>> = {
  tolower: (value) => String(value).toLowerCase(),
  isempty: (value) => value === '' || value === null,
  isnotempty: (value) => value !== '' && value !== null,
  isnotnull: (value) => value !== null,
};

/** Without regard to the case of the letters of ASCII, and of no others. */
const small = (value: Value): string => String(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const operators: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '=~': (one, other) => small(one) === small(other),
  '>': (one, other) => Number(one) > Number(other),
  '>=': (one, other) => Number(one) >= Number(other),
  '<': (one, other) => Number(one) < Number(other),
  '<=': (one, other) => Number(one) <= Number(other),
  contains: (one, other) => small(one).includes(small(other)),
  contains_cs: (one, other) => String(one).includes(String(other)),
  startswith: (one, other) => small(one).startsWith(small(other)),
  startswith_cs: (one, other) => String(one).startsWith(String(other)),
  endswith: (one, other) => small(one).endsWith(small(other)),
  endswith_cs: (one, other) => String(one).endsWith(String(other)),
  matches: (one, other) => {
    const [, flags = '', pattern = ''] = /^\(\?(\w+)\)(.*)$/s.exec(String(other)) ?? [];
    return new RegExp(pattern, `${flags}u`).test(String(one));
  },
};
