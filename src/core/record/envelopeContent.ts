import { byteOf } from './jsonBytes';
import { type JsonMember, nodeText, valuesByName } from './jsonNode';
import { parseJson } from './parseJson';

/**
 * A record of Azure Monitor as one object: the members of its `properties`, and those of the envelope that `properties` does
 * not have, or has without a value. Anything without such `properties` is its own content.
 */
export function envelopeContent(record: Uint8Array): Uint8Array {
  const { root } = parseJson(record);
  if (root?.kind !== 'object') return record;
  const properties = valuesByName(root).get('properties');
  if (properties?.kind !== 'object') return record;
  // Of repeated keys the last one counts: what an event says itself comes behind what its envelope says.
  const members = [
    ...root.members.filter(({ value }) => value !== properties),
    ...properties.members.filter(({ value }) => nodeText(record, value).trim() !== ''),
  ];
  return objectOf(record, members);
}

function objectOf(record: Uint8Array, members: readonly JsonMember[]): Uint8Array {
  const length = members.reduce((sum, { keyStart, value }) => sum + value.end - keyStart + 1, 0);
  const content = new Uint8Array(Math.max(2, length + 1));
  content[0] = byteOf.openObject;
  let at = 1;
  for (const { keyStart, value } of members) {
    if (at > 1) content[at++] = byteOf.comma;
    content.set(record.subarray(keyStart, value.end), at);
    at += value.end - keyStart;
  }
  content[at] = byteOf.closeObject;
  return content;
}
