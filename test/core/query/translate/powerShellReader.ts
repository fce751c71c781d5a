import { type Question, type Read, readJoined, type Row, textOf, type Value, Words } from './reader';

const word = /'(?:[^'‘-‛]|['‘-‛]{2})*'|\$\w+|\[\w+\](?:::\w+)?|0x[0-9a-f]+|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|-[a-z]+|@\(/i;

/** The test of a script, as far as translations write it, with the meaning that PowerShell's operators have. */
export function readPowerShell(script: string): Question {
  const condition = /\n {4}(\S.*)\n\}\n$/.exec(script)?.[1];
  if (condition === undefined) return () => true;
  const words = new Words(condition, word);
  const read = readValue(words);
  if (!words.isAtEnd) throw new Error(`“${words.next}” is too much`);
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
