import { recordFields } from '../record/fieldNames';
import { type JsonMember, type JsonNode, nodeText, valuesByName } from '../record/jsonNode';
import { parseJson } from '../record/parseJson';
import { graphFieldPaths, type EventField, type FieldPath } from './eventFields';
import { onDemandKeys } from './eventKeys';
import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import type { LogFormat } from './logFormat';
import { inLines, inList, memberAt, type Place } from './places';
import { spanMs } from './spanDurations';

/** What the answer's `key` says, where the event in `value` says nothing. */
const inKey: readonly { readonly field: EventField; readonly path: string; readonly name: string }[] = [
  { field: 'status', path: 'key.result', name: 'resultType' },
  { field: 'errorCode', path: 'key.details.errorcode', name: 'resultSignature' },
  { field: 'reason', path: 'key.details.errormessage', name: 'resultDescription' },
];

const DURATION = 'durationInMilliseconds';

const fields: readonly FieldPath[] = [
  ...graphFieldPaths.map((each) => ({ ...each, path: `value.${each.path}` })),
  ...inKey.map(({ field, path }) => ({ field, path, isOwnKey: false })),
];

/**
 * The answer to provisionOnDemand: a pair of texts that hold JSON. It says when the run began and ended (`startTime`,
 * `endTime`), and not how long it took: that is the difference, see the example of an answer on this page.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
 */
function onDemand(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title,
    matches: (head) => head.root === root && isAnswer(head, path),
    container,
    fields,
    markers: onDemandKeys,
    embedded: ['key', 'value'],
    span: { start: 'value.starttime', end: 'value.endtime' },
    content: onDemandContent,
  });
}

/** One answer, or one after the other. */
export const onDemandLines = onDemand('on-demand', 'Provision on demand response', inLines, 'object');

/** Several answers in a list. */
export const onDemandList = onDemand('on-demand-list', 'Provision on demand responses', inList, 'list');

/**
 * What `value` of such answers holds, saved without them, as `ConvertFrom-Json` takes it out. In it no event says how long it
 * took either.
 */
function onDemandValue(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title,
    matches: (head) => head.root === root && head.areEvents(path) && hasSpan(head.keysAt(path)),
    container,
    span: { start: 'starttime', end: 'endtime' },
    content: valueContent,
  });
}

/** The event of one answer, or of one after the other. */
export const onDemandValueLines = onDemandValue(
  'on-demand-value',
  'Value of a provision on demand response',
  inLines,
  'object',
);

/** The events of several answers in a list. */
export const onDemandValueList = onDemandValue(
  'on-demand-value-list',
  'Values of provision on demand responses',
  inList,
  'list',
);

function hasSpan(keys: ReadonlySet<string>): boolean {
  return keys.has('starttime') && keys.has('endtime') && !recordFields.duration.some((name) => keys.has(name));
}

function isAnswer(head: FileHead, path: string): boolean {
  const [key, value] = ['key', 'value'].map((name) => head.textAt(memberAt(path, name)));
  return (
    /^\s*\{/.test(key!) && /^\s*\{/.test(value!) && /provisioningSteps|changeId|reportableIdentifier/i.test(value!)
  );
}

/** The event in `value`, with what `key` says behind the names that Azure Monitor has for it, and its duration. */
function onDemandContent(record: Uint8Array): Uint8Array {
  const answer = valuesByName(parseJson(record).root);
  const value = answer.get('value');
  if (value?.kind !== 'object') return record;
  const own = valuesByName(value);
  const members = [
    ...value.members.map((member) => memberText(record, member)),
    ...inKey.flatMap(({ path, name }) => {
      const node = nodeAt(answer.get('key'), path.split('.').slice(1));
      return node === undefined || own.has(name.toLowerCase())
        ? []
        : [`${JSON.stringify(name)}:${nodeJson(record, node)}`];
    }),
    ...durationOf(record, own),
  ];
  return new TextEncoder().encode(`{${members.join(',')}}`);
}

/** The event with its duration. */
function valueContent(record: Uint8Array): Uint8Array {
  const { root } = parseJson(record);
  const [duration] = durationOf(record, valuesByName(root));
  if (root?.kind !== 'object' || duration === undefined) return record;
  const members = [...root.members.map((member) => memberText(record, member)), duration];
  return new TextEncoder().encode(`{${members.join(',')}}`);
}

/** The member that says how long an event took, where it says only when it began and ended. */
function durationOf(record: Uint8Array, own: ReadonlyMap<string, JsonNode>): readonly string[] {
  if (recordFields.duration.some((name) => own.has(name))) return [];
  const span = spanMs(timeOf(record, own.get('starttime')), timeOf(record, own.get('endtime')));
  return span === undefined ? [] : [`"${DURATION}":${span}`];
}

function timeOf(record: Uint8Array, node: JsonNode | undefined): string {
  return node?.kind === 'string' ? nodeText(record, node) : '';
}

function nodeAt(node: JsonNode | undefined, [name, ...rest]: readonly string[]): JsonNode | undefined {
  return name === undefined ? node : nodeAt(valuesByName(node).get(name), rest);
}

function memberText(record: Uint8Array, { keyStart, value }: JsonMember): string {
  return decoder.decode(record.subarray(keyStart, value.end));
}

function nodeJson(record: Uint8Array, { start, end }: JsonNode): string {
  return decoder.decode(record.subarray(start, end));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
