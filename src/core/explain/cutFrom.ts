/**
 * How many values an attribute has, where the log shows only some of them: the service writes `X, 5, 0,  ... X400:C=US; (5)`
 * with their number in brackets. Undefined for a value that is whole.
 */
export function cutFrom(value: string | null): number | undefined {
  const match = value?.includes(' ... ') ? /\((\d{1,9})\)$/.exec(value.trimEnd()) : null;
  return match ? Number(match[1]) : undefined;
}
