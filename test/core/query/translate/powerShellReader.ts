import { type Question, type Read, readJoined, type Row, textOf, type Value, Words } from './reader';

const word = /'(?:[^'‘-‛]|['‘-‛]{2})*'|\$\w+|\[\w+\](?:::\w+)?|0x[0-9a-f]+|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|-[a-z]+|@\(/i;

/** The test of a script, as far as translations write it, with the meaning that PowerShell's operators have. */
export function readPowerShell(script: string): Question {
  const condition = /\n {4}(\S.*)\n\}\n$/.exec(script)?.[1];
  if (condition === undefined) return () => true;
  const words = new Words(condition, word);
  const read = readValue(words);
  words.expectEnd();
  return (row) => isTrue(read(row));
}

function readValue(words: Words): Read {
  if (words.takes('(')) return readBracket(words);
  if (words.takes('[bool]')) {
    const inside = readValue(words);
    return (row) => isTrue(inside(row));
  }
  if (words.takes('[datetime]::Parse')) {
    words.expect('(');
    const time = readValue(words);
    words.expect(',', '[cultureinfo]::InvariantCulture', ',', "'AdjustToUniversal'", ')');
    return (row) => Date.parse(textOf(time(row)));
  }
  if (words.takes('[char]')) {
    const unit = Number(words.take());
    return () => String.fromCharCode(unit);
  }
  if (words.takes('@(')) {
    const listed: Read[] = [];
    while (!words.takes(')')) {
      listed.push(readValue(words));
      words.takes(',');
    }
    return (row) => listed.map((each) => each(row));
  }
  return readWord(words.take());
}

function readWord(taken: string): Read {
  if (taken.startsWith("'")) return () => taken.slice(1, -1).replace(/(['‘-‛])\1/g, '$1');
  if (/^-?\d/.test(taken)) return () => Number(taken);
  if (taken === '$true' || taken === '$false') return () => taken === '$true';
  if (!/^\$\w+$/.test(taken)) throw new Error(`“${taken}” is no value`);
  return (row) => row[taken] ?? null;
}

function readBracket(words: Words): Read {
  if (words.takes('-not')) {
    const inside = readValue(words);
    words.expect(')');
    return (row) => !isTrue(inside(row));
  }
  const first = readValue(words);
  const read = /^-(?:and|or)$/.test(words.next)
    ? joinedTo(first, words)
    : words.next === '+'
      ? sumFrom(first, words)
      : comparedTo(first, words);
  words.expect(')');
  return read;
}

function joinedTo(first: Read, words: Words): Read {
  let isFirst = true;
  const part = (): Read => (isFirst ? ((isFirst = false), first) : readValue(words));
  return readJoined(words, '-and', '-or', part, isTrue);
}

function sumFrom(first: Read, words: Words): Read {
  const parts = [first];
  while (words.takes('+')) parts.push(readValue(words));
  return (row) => parts.map((part) => textOf(part(row))).join('');
}

function comparedTo(left: Read, words: Words): Read {
  const operator = words.take();
  const right = readValue(words);
  const test = operators[operator];
  if (test === undefined) throw new Error(`${operator} is no operator`);
  return (row: Row) => {
    const [one, other] = [left(row), right(row)];
    // What compares lists gives what it lets through.
    const isFilter = Array.isArray(one) && (operator === '-eq' || operator === '-like');
    return isFilter ? (one as readonly Value[]).filter((each) => test(each, other)) : test(one, other);
  };
}

function isTrue(value: Value): boolean {
  if (!Array.isArray(value)) return Boolean(value);
  const list = value as readonly Value[];
  return list.length === 1 ? isTrue(list[0]!) : list.length > 1;
}

const small = (value: Value): string => textOf(value).toLowerCase();
const equal = (one: Value, other: Value): boolean =>
  one === null || other === null ? one === other : small(one) === small(other);

const operators: Readonly<Record<string, (one: Value, other: Value) => boolean>> = {
  '-eq': equal,
  '-ne': (one, other) => !equal(one, other),
  '-gt': (one, other) => Number(one) > Number(other),
  '-ge': (one, other) => Number(one) >= Number(other),
  '-lt': (one, other) => Number(one) < Number(other),
  '-le': (one, other) => Number(one) <= Number(other),
  '-in': (one, other) => (other as readonly Value[]).some((each) => equal(one, each)),
  '-notin': (one, other) => !(other as readonly Value[]).some((each) => equal(one, each)),
  '-like': (one, other) => likePattern(small(other)).test(small(one)),
};

/** `*` and `?` as elsewhere; a backtick takes the meaning of what follows. */
function likePattern(pattern: string): RegExp {
  const pieces = pattern.match(/`.|[*?]|[^`*?]/gsu) ?? [];
  const source = pieces.map((piece) =>
    piece === '*' ? '.*' : piece === '?' ? '.' : piece.replace(/^`/, '').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 'su');
}

/** What a script's variable is worked out from, as far as translations write it: an event's objects are its row. */
export function readVariable(definition: string): Read {
  const [, first] = /^@\((.*)\) \| Where-Object \{ \$_ \} \| Select-Object -First 1$/.exec(definition) ?? [];
  if (first !== undefined) {
    const parts = first.split('; ').map(valuesOf);
    return (row) => parts.flatMap((part) => part(row)).find(isTrue) ?? null;
  }
  const [, property, from = '', to = ''] = /^(\S+) -replace '\^(.*)\$', '(.*)'$/.exec(definition) ?? [];
  const values = valuesOf(property ?? definition);
  return (row) => {
    const [value = null] = values(row);
    return property !== undefined && equal(value, from) ? to : value;
  };
}

/** Every value of a property: of a list, those of all its members. */
function valuesOf(written: string): (row: Row) => readonly Value[] {
  const [, split] = /^\((\S+) -split '\\\.'\)\[0\]$/.exec(written) ?? [];
  const [start, ...names] = (split ?? written).split('.');
  if (start !== '$e') throw new Error(`“${written}” is no property of an event`);
  return (row) => {
    const values = names.reduce<readonly Value[]>(
      (found, name) => found.flatMap((each) => memberOf(each, name)),
      [row],
    );
    return split === undefined ? values : values.map((value) => textOf(value).split('.')[0]!);
  };
}

function memberOf(of: Value, name: string): readonly Value[] {
  if (of === null || typeof of !== 'object') return [];
  if (Array.isArray(of)) return (of as readonly Value[]).flatMap((each) => memberOf(each, name));
  const value = Object.hasOwn(of, name) ? (of as Row)[name]! : null;
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
