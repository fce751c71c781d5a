/**
 * Assertions for suites that also run in the browser's extension host, where Node's `assert` does not exist. Same names
 * and the same strictness as `node:assert/strict`.
 */

/** An assertion that did not hold. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Fails always. */
export function fail(message: string): never {
  throw new AssertionError(message);
}

/** Fails unless the value is truthy. */
export function ok(value: unknown, message = `expected something truthy, got ${show(value)}`): asserts value {
  if (!value) fail(message);
}

/** Fails unless both are the same value. */
export function equal<T>(actual: unknown, expected: T, message = 'not equal'): asserts actual is T {
  if (!Object.is(actual, expected)) fail(`${message}: got ${show(actual)}, expected ${show(expected)}`);
}

/** Fails when both are the same value. */
export function notEqual(actual: unknown, unwanted: unknown, message = 'equal'): void {
  if (Object.is(actual, unwanted)) fail(`${message}: ${show(actual)}`);
}

/** Fails unless both have the same content all the way down: objects, arrays, typed arrays, maps and sets. */
export function deepEqual(actual: unknown, expected: unknown, message = 'not deeply equal'): void {
  const place = firstDifference(actual, expected, '');
  if (place !== undefined) fail(`${message} at ${place}: got ${show(actual)}, expected ${show(expected)}`);
}

/** Fails unless the pattern is found in the text. */
export function match(text: string, pattern: RegExp, message = 'no match'): void {
  if (!pattern.test(text)) fail(`${message}: ${show(text)} against ${String(pattern)}`);
}

/** Fails when the pattern is found in the text. */
export function doesNotMatch(text: string, pattern: RegExp, message = 'match'): void {
  if (pattern.test(text)) fail(`${message}: ${show(text)} against ${String(pattern)}`);
}

/** Fails unless `action` throws something whose message matches. Returns what was thrown. */
export function throws(action: () => unknown, expected?: RegExp): unknown {
  try {
    action();
  } catch (error) {
    return checked(error, expected);
  }
  fail('nothing was thrown');
}

/** Fails unless the promise rejects with something whose message matches. Resolves to what it was rejected with. */
export async function rejects(
  promise: PromiseLike<unknown> | (() => Promise<unknown>),
  expected?: RegExp,
): Promise<unknown> {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (error) {
    return checked(error, expected);
  }
  fail('nothing was rejected');
}

function checked(error: unknown, expected: RegExp | undefined): unknown {
  if (expected !== undefined) match(error instanceof Error ? error.message : String(error), expected);
  return error;
}

function firstDifference(actual: unknown, expected: unknown, path: string): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  const here = path === '' ? 'the top' : path;
  if (!isObject(actual) || !isObject(expected)) return here;
  if (Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) return here;
  if (actual instanceof Date && expected instanceof Date) {
    return actual.getTime() === expected.getTime() ? undefined : here;
  }
  const [left, right] = [entries(actual), entries(expected)];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (!left.has(key) || !right.has(key)) return `${path}.${String(key)}`;
    const place = firstDifference(left.get(key), right.get(key), `${path}.${String(key)}`);
    if (place !== undefined) return place;
  }
  return undefined;
}

function entries(value: object): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value;
  if (value instanceof Set) return new Map([...value].map((item) => [item, true]));
  return new Map(Object.entries(value));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const plain = (_key: string, part: unknown): unknown => (typeof part === 'bigint' ? `${part}n` : part);
  const text = JSON.stringify(value, plain, 1) as string | undefined;
  return (text ?? typeof value).slice(0, 2_000);
}
