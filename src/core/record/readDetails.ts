import type { Detail, Identity, System } from '../model';
import { partyFields } from './fieldNames';
import { type JsonNode, listOf, nodeText, nodeValue, pick, pickText, valuesByName } from './jsonNode';

/** An object's members as names and texts, in file order, repeats included. Anything else is one nameless detail. */
export function readDetails(bytes: Uint8Array, node: JsonNode | undefined): readonly Detail[] {
  if (node?.kind === 'object') {
    const details: Detail[] = [];
    for (const { key, value } of node.members) {
      // PowerShell's objects keep what they have no property for one level lower.
      if (key === 'AdditionalProperties' && value.kind === 'object') {
        for (const detail of readDetails(bytes, value)) details.push(detail);
      } else details.push({ name: key, value: nodeValue(bytes, value) });
    }
    return details;
  }
  const text = nodeText(bytes, node);
  return text === '' ? [] : [{ name: '', value: text }];
}

/** The first text that a detail of this lower-case name has; `""` without one. */
export function detailText(details: readonly Detail[], lowerCaseName: string): string {
  return details.find(({ name, value }) => value && name.toLowerCase() === lowerCaseName)?.value ?? '';
}

/** A service principal or system: an object, or an array whose first element counts. */
export function readSystem(bytes: Uint8Array, node: JsonNode | undefined): System {
  const { id, displayName, details } = readIdentity(bytes, node);
  return { id, displayName, details };
}

/** An identity or initiator: an object, or an array whose first element counts. A bare text is its name. */
export function readIdentity(bytes: Uint8Array, node: JsonNode | undefined): Identity {
  const first = listOf(node)[0];
  if (first?.kind !== 'object') return { id: '', displayName: nodeText(bytes, first), type: '', details: [] };
  const values = valuesByName(first);
  const text = (names: readonly string[]): string => pickText(bytes, values, names);
  return {
    id: text(partyFields.id),
    displayName: text(partyFields.displayName),
    type: text(partyFields.type),
    details: readDetails(bytes, pick(values, partyFields.details)),
  };
}
