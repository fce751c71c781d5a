import type { EventError } from '../model';
import { errorFields, recordFields, statusFields } from './fieldNames';
import { type JsonNode, nodeText, pick, valuesByName } from './jsonNode';

type Values = ReadonlyMap<string, JsonNode>;

/**
 * What a record says of why it did not succeed: `errorInformation`, else the beta's flat `statusInfo`, else the result
 * columns of Azure Monitor. Undefined when none of them says anything.
 */
export function readError(bytes: Uint8Array, record: Values): EventError | undefined {
  const info = valuesByName(pick(record, recordFields.statusInfo));
  const legacy = valuesByName(pick(record, recordFields.legacyStatusInfo));
  const places = [valuesByName(pick(info, statusFields.error)), valuesByName(pick(legacy, statusFields.error)), legacy];
  for (const place of places) {
    const error = readErrorObject(bytes, place);
    if (Object.values(error).some((text) => text !== '')) return error;
  }
  const code = nodeText(bytes, pick(record, recordFields.resultSignature));
  const reason = nodeText(bytes, pick(record, recordFields.resultDescription));
  const isSaid = code !== '' || reason !== '';
  return isSaid ? { code, reason, details: '', category: '', recommendedAction: '' } : undefined;
}

function readErrorObject(bytes: Uint8Array, values: Values): EventError {
  const text = (names: readonly string[]): string => nodeText(bytes, pick(values, names));
  return {
    code: text(errorFields.code),
    reason: text(errorFields.reason),
    details: text(errorFields.details),
    category: text(errorFields.category),
    recommendedAction: text(errorFields.recommendedAction),
  };
}
