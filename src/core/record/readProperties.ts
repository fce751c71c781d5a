import type { ModifiedProperty, Step } from '../model';
import { propertyFields } from './fieldNames';
import { type JsonNode, listOf, nodeText, nodeValue, pick, valuesByName } from './jsonNode';

/**
 * The modified properties of a record in file order. The service often logs a null old value although the target had
 * one; the target object that a matching step found then holds it, and the property says that it was recovered.
 */
export function readProperties(
  bytes: Uint8Array,
  node: JsonNode | undefined,
  steps: readonly Step[],
): readonly ModifiedProperty[] {
  const found = foundValues(steps);
  return listOf(node).map((property) => {
    const values = valuesByName(property);
    const isObject = property.kind === 'object';
    const name = nodeText(bytes, isObject ? pick(values, propertyFields.name) : property);
    const oldValue = nodeValue(bytes, pick(values, propertyFields.oldValue));
    const recovered = oldValue === null ? found.get(joinKey(name)) : undefined;
    return {
      name,
      oldValue: recovered ?? oldValue,
      newValue: nodeValue(bytes, pick(values, propertyFields.newValue)),
      recovered: recovered !== undefined,
    };
  });
}

/** What matching found in the target, by join key. Empty texts stand for attributes without a value. */
function foundValues(steps: readonly Step[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const step of steps) {
    if (step.type !== 'matching') continue;
    for (const { name, value } of step.details) {
      const key = joinKey(name);
      if (value && !found.has(key)) found.set(key, value);
    }
  }
  return found;
}

/** Steps drop dots and colons from attribute names, modified properties keep them. */
function joinKey(name: string): string {
  return name.replace(/[.:]/g, '');
}
