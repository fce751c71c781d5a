import type { JsonNode } from './jsonNode';
import { parseJson } from './parseJson';

/** The members of an event that several places may add to. */
const joinedKeys = ['provisioningsteps', 'modifiedproperties', 'othercolumns'];

/**
 * An event's object with what `others`, objects of the same event, add to its lists; everything else is the event's own.
 * All are UTF-8 of JSON objects.
 */
export function joinContents(event: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  if (others.length === 0) return event;
  const all = [event, ...others];
  const roots = all.map((bytes) => parseJson(bytes).root);
  const isJoined = (key: string): boolean => joinedKeys.includes(key.toLowerCase());
  const own = membersOf(roots[0]).filter(({ key }) => !isJoined(key));
  const decoder = new TextDecoder();
  const members = own.map(({ keyStart, value }) => decoder.decode(event.subarray(keyStart, value.end)));
  for (const key of joinedKeys) {
    const isObject = key === 'othercolumns';
    const found = roots.flatMap((root, index) =>
      membersOf(root)
        .filter((member) => member.key.toLowerCase() === key)
        .map(({ value }) => insideOf(all[index]!, value, isObject)),
    );
    const inside = found.filter((text) => text !== '').join(',');
    if (inside !== '') members.push(`"${key}":${isObject ? `{${inside}}` : `[${inside}]`}`);
  }
  return new TextEncoder().encode(`{${members.join(',')}}`);
}

function membersOf(root: JsonNode | undefined) {
  return root?.kind === 'object' ? root.members : [];
}

/** What stands between the brackets of a list, or of an object; any other value stands for itself. */
function insideOf(bytes: Uint8Array, value: JsonNode, isObject: boolean): string {
  const hasBrackets = value.kind === (isObject ? 'object' : 'array');
  const range = hasBrackets ? bytes.subarray(value.start + 1, value.end - 1) : bytes.subarray(value.start, value.end);
  return new TextDecoder().decode(range).trim();
}
