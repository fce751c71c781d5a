import { type Question, type Read, readGroup, textOf, type Value, Words } from './reader';

const word = /'(?:[^']|'')*'|\d{4}-\d\d-\d\dT[\d:.]+Z|-?\d+|[A-Za-z]+(?:\/[A-Za-z]+)?/;

/** The `$filter` of a request, as far as translations write it. Case makes no difference here: a note says that it does there. */
export function readOData(request: string): Question {
  const at = request.indexOf('$filter=');
  if (at < 0) return () => true;
  const words = new Words(decodeURIComponent(request.slice(at + '$filter='.length).trimEnd()), word);
  const read = readUnit(words);
  words.expectEnd();
  return (row) => read(row) === true;
}

function readUnit(words: Words): Read {
  if (words.takes('(')) return readGroup(words, () => readUnit(words));
  if (words.takes('contains')) {
    words.expect('(');
    const property = readProperty(words);
    words.expect(',');
    const part = readLiteral(words.take());
    words.expect(')');
    return (row) => same(property(row)).includes(same(part));
  }
  const property = readProperty(words);
  const operator = words.take();
  const literal = readLiteral(words.take());
  return (row) => {
    const value = property(row);
    if (value === null) return false;
    if (operator === 'eq') return same(value) === same(literal);
    if (operator !== 'gt' && operator !== 'lt') throw new Error(`${operator} is not documented`);
    return operator === 'gt' ? Number(value) > Number(literal) : Number(value) < Number(literal);
  };
}

function readProperty(words: Words): Read {
  const name = words.take();
  if (name !== 'tolower') return (row) => row[name] ?? null;
  words.expect('(');
  const inside = words.take();
  words.expect(')');
  return (row) => row[inside] ?? null;
}

function readLiteral(written: string): Value {
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  return written.includes('T') ? Date.parse(written) : Number(written);
}

function same(value: Value): string {
  return textOf(value).toLowerCase();
}
