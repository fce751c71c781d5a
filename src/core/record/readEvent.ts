import type { ProvisioningEvent, Status, Step } from '../model';
import { recordFields, statusFields } from './fieldNames';
import { decodeRange, type JsonNode, nodeText, pick, pickText, valuesByName } from './jsonNode';
import { identityLabel, jobName } from './labels';
import { normaliseAction, resolveStatus } from './normalise';
import { parseJson } from './parseJson';
import { detailText, readDetails, readIdentity, readSystem } from './readDetails';
import { readError } from './readError';
import { readProperties } from './readProperties';
import { readSteps, stepDetail } from './readSteps';
import { readTime, timeText } from './readTime';

/** One record as it was found in a file. */
export interface EventRecord {
  /** The record's UTF-8, from its first to its last byte. */
  readonly bytes: Uint8Array;
  /** What it says as JSON with the names of `fieldNames.ts`, when that is not the record itself. */
  readonly content?: Uint8Array;
  /** The event's key in its log. */
  readonly key: string;
  /** Index into the log's files. */
  readonly file: number;
  /** Where the record begins in that file, in bytes. */
  readonly byteOffset: number;
  /** `raw` is `""`: decoding it takes as long as a third of the rest. */
  readonly isRawLeftOut?: boolean;
}

/**
 * One record as an event. Never throws: what is missing or of another kind than expected reads as absent, and a step
 * or property that is no object is shown as its text. Of a record longer than `MAX_TEXT_BYTES`, `raw` is the
 * beginning, and a single text longer than that ends with `…`.
 */
export function readEvent(record: EventRecord): ProvisioningEvent {
  const { key, file, byteOffset } = record;
  const bytes = record.content ?? record.bytes;
  const values = valuesByName(parseJson(bytes).root);
  const node = (names: readonly string[]): JsonNode | undefined => pick(values, names);
  const text = (names: readonly string[]): string => pickText(bytes, values, names);

  const steps = readSteps(bytes, node(recordFields.steps));
  const servicePrincipal = readSystem(bytes, node(recordFields.servicePrincipal));
  const source = readSystem(bytes, node(recordFields.sourceSystem));
  const target = readSystem(bytes, node(recordFields.targetSystem));
  const sourceIdentity = readIdentity(bytes, node(recordFields.sourceIdentity));
  const targetIdentity = readIdentity(bytes, node(recordFields.targetIdentity));
  const jobId = text(recordFields.jobId);
  const error = readError(bytes, values);
  const otherColumns = record.content ? readDetails(bytes, node(recordFields.otherColumns)) : [];
  const durationMs = readNumber(text(recordFields.duration));
  const raw = decodeRange(record.bytes, 0, record.isRawLeftOut === true ? 0 : record.bytes.length);
  return {
    key,
    id: text(recordFields.id),
    changeId: text(recordFields.changeId),
    jobId,
    cycleId: text(recordFields.cycleId),
    time: timeText(readTime(text(recordFields.time))),
    action: normaliseAction(text(recordFields.action)),
    status: readStatus(bytes, values, steps),
    ...(error && error.code !== '' ? { errorCode: error.code } : {}),
    sourceSystem: source.displayName,
    targetSystem: target.displayName,
    identity: identityLabel({
      sourceDisplayName: sourceIdentity.displayName,
      sourceUserPrincipalName: detailText(sourceIdentity.details, 'userprincipalname'),
      reportableIdentifier: stepDetail(steps, 'reportableidentifier') || text(recordFields.reportableIdentifier),
      stepUserName: stepDetail(steps, 'username') || stepDetail(steps, 'userprincipalname'),
      sourceId: sourceIdentity.id,
      targetId: targetIdentity.id,
    }),
    ...(durationMs === undefined ? {} : { durationMs }),
    file,
    byteOffset,
    byteLength: record.bytes.length,
    steps,
    modifiedProperties: readProperties(bytes, node(recordFields.modifiedProperties), steps),
    ...(error ? { error } : {}),
    jobName: jobName(servicePrincipal.displayName, target.displayName, jobId),
    servicePrincipal,
    source,
    target,
    sourceIdentity,
    targetIdentity,
    initiatedBy: readIdentity(bytes, node(recordFields.initiatedBy)),
    tenantId: text(recordFields.tenantId),
    raw: raw.text,
    rawIsCut: raw.isCut,
    ...(otherColumns.length > 0 && { otherColumns }),
  };
}

function readStatus(bytes: Uint8Array, values: ReadonlyMap<string, JsonNode>, steps: readonly Step[]): Status {
  const statusOf = (names: readonly string[]): string => {
    const info = pick(values, names);
    return info?.kind === 'object' ? pickText(bytes, valuesByName(info), statusFields.status) : nodeText(bytes, info);
  };
  return resolveStatus(
    {
      provisioningStatusInfo: statusOf(recordFields.statusInfo),
      statusInfo: statusOf(recordFields.legacyStatusInfo),
      resultType: pickText(bytes, values, recordFields.resultType),
    },
    steps.map((step) => step.status),
  );
}

/** A duration may be spelled as a number or as a text that holds one. */
function readNumber(text: string): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
