import type { EventError } from '../model';
import { errorFields, recordFields, statusFields } from './fieldNames';
import { type JsonNode, pick, pickText, valuesByName } from './jsonNode';

type Values = ReadonlyMap<string, JsonNode>;

/**
 * What a record says of why it did not succeed: `errorInformation`, else the beta's flat `statusInfo`, else the result
 * columns of Azure Monitor, each text from the first place that has it. Undefined when none of them says anything.
 */
export function readError(bytes: Uint8Array, record: Values): EventError | undefined {
  const info = valuesByName(pick(record, recordFields.statusInfo));
  const legacy = valuesByName(pick(record, recordFields.legacyStatusInfo));
  const places = [valuesByName(pick(info, statusFields.error)), valuesByName(pick(legacy, statusFields.error)), legacy];
  const text = (names: readonly string[]): string => {
    const place = places.find((values) => pickText(bytes, values, names) !== '');
    return place ? pickText(bytes, place, names) : '';
  };
  const error = {
    code: text(errorFields.code) || pickText(bytes, record, recordFields.resultSignature),
    reason: text(errorFields.reason) || pickText(bytes, record, recordFields.resultDescription),
    details: text(errorFields.details),
    category: text(errorFields.category),
    recommendedAction: text(errorFields.recommendedAction),
  };
  return Object.values(error).some((value) => value !== '') ? error : undefined;
}
