import { elementsOf, membersOf, textOf, without, type GraphRecord, type NormalEvent, type Shape } from './shape';

/** An object of the Graph SDK: capitals, and what has no property of its own in `AdditionalProperties`. */
function sdkObject(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sdkObject);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.charAt(0).toUpperCase() + key.slice(1),
      key === 'details' ? { AdditionalProperties: member as unknown } : sdkObject(member),
    ]),
  );
}

/** JSON as Windows PowerShell 5.1 spells it: ticks for times, and four characters escaped. */
function windowsJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(/[<>&']/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
    .replace(/\/Date\((\d+)\)\//g, '\\/Date($1)\\/');
}

function withTicks(record: GraphRecord): GraphRecord {
  const { activityDateTime } = record;
  const ms = typeof activityDateTime === 'string' ? Date.parse(activityDateTime) : NaN;
  return Number.isNaN(ms) ? record : { ...record, activityDateTime: `/Date(${ms})/` };
}

function sdkRecord(record: GraphRecord): unknown {
  return sdkObject(withTicks(record));
}

/** What is below the second level, as text. */
function cutOf(record: GraphRecord): GraphRecord {
  const cut = (value: unknown): unknown => (typeof value === 'object' && value !== null ? psText(value) : value);
  return Object.fromEntries(
    Object.entries(record).map(([key, member]) => [
      key,
      Array.isArray(member)
        ? member.map(cut)
        : typeof member === 'object' && member !== null
          ? Object.fromEntries(Object.entries(member).map(([inner, value]) => [inner, cut(value)]))
          : member,
    ]),
  );
}

/** As {@link cutOf}, for a record one level lower: lists become the texts of their elements, with spaces between. */
function cutDeeply(record: GraphRecord): GraphRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, member]) => [
      key,
      Array.isArray(member)
        ? member.map((each) => psText(membersOf(each))).join(' ')
        : typeof member === 'object' && member !== null
          ? psText(member)
          : member,
    ]),
  );
}

/** `@{name=value; other=}`: what is nested in it is gone. */
function psText(value: object): string {
  return `@{${Object.entries(value)
    .map(([key, member]) => `${key}=${textOf(member)}`)
    .join('; ')}}`;
}

/** Without what stood below the steps; of a value that was empty or null nobody knows which. */
function keptByCut(event: NormalEvent): NormalEvent {
  const emptied = (value: string | null): string | null => (value === '' ? null : value);
  const details = ({
    name,
    value,
  }: {
    name: string;
    value: string | null;
  }): { name: string; value: string | null } => ({
    name,
    value: emptied(value),
  });
  const { sourceIdentity, steps } = event;
  const fromSteps = steps.flatMap((step) => step.details.map(({ value }) => value));
  const wasNamedBySteps = fromSteps.includes(event.identity) && sourceIdentity.displayName.trim() === '';
  const upn = sourceIdentity.details.find(({ name, value }) => value && name.toLowerCase() === 'userprincipalname');
  const identity = [sourceIdentity.displayName, upn?.value ?? '', sourceIdentity.id, event.targetIdentity.id];
  return {
    ...event,
    identity: wasNamedBySteps ? (identity.find((text) => text.trim() !== '') ?? '') : event.identity,
    steps: steps.map((step) => ({ ...step, details: [] })),
    modifiedProperties: event.modifiedProperties.map(({ name, oldValue, newValue, recovered }) => ({
      name,
      oldValue: recovered ? null : emptied(oldValue),
      newValue: emptied(newValue),
      recovered: false,
    })),
    source: { ...event.source, details: event.source.details.map(details) },
    target: { ...event.target, details: event.target.details.map(details) },
    sourceIdentity: { ...sourceIdentity, details: sourceIdentity.details.map(details) },
    targetIdentity: { ...event.targetIdentity, details: event.targetIdentity.details.map(details) },
  };
}

/** Without what stood below the systems, identities and results, too. */
function keptByDeepCut(event: NormalEvent): NormalEvent {
  const rest = without(keptByCut(event), 'errorCode', 'error');
  const { sourceIdentity, targetIdentity } = event;
  const names = [sourceIdentity.displayName, sourceIdentity.id, targetIdentity.id];
  return {
    ...rest,
    identity: names.find((name) => name.trim() !== '') ?? '',
    source: { ...rest.source, details: [] },
    target: { ...rest.target, details: [] },
    sourceIdentity: { ...sourceIdentity, details: [] },
    targetIdentity: { ...targetIdentity, details: [] },
  };
}

/** Whether no text holds what separates values in the text of an object. */
function isPlain(record: GraphRecord): boolean {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : [...elementsOf(value).entries(), ...Object.entries(membersOf(value))].flatMap(([key, member]) => [
          String(key),
          ...texts(member),
        ]);
  return texts(record).every((text) => !/[;=}]|@\{/.test(text));
}

/** Whether something in it is cut, so that the file can be seen to be. */
function isCut(record: GraphRecord): boolean {
  return elementsOf(record.provisioningSteps).length > 0;
}

/** The shapes that PowerShell makes. */
export const powerShellShapes: readonly Shape[] = [
  {
    id: 'PowerShell list',
    format: 'powershell-list',
    write: (records) => [windowsJson(records.map(sdkRecord), 4)],
  },
  {
    id: 'PowerShell list with a count',
    format: 'powershell-pages',
    write: (records) => [windowsJson({ value: records.map(sdkRecord), Count: records.length })],
  },
  {
    id: 'PowerShell objects one after the other',
    format: 'powershell-lines',
    write: (records) => [records.map((record) => windowsJson(sdkRecord(record), 2)).join('\r\n')],
  },
  {
    id: 'list cut by ConvertTo-Json',
    format: 'powershell-cut-list',
    write: (records) => [
      windowsJson(
        records.map((record) => cutOf(record)),
        4,
      ),
    ],
    keeps: keptByCut,
    canWrite: (record) => isPlain(record) && isCut(record),
  },
  {
    id: 'list with a count, cut by ConvertTo-Json',
    format: 'powershell-cut-pages',
    write: (records) => [windowsJson({ value: records.map(cutDeeply), Count: records.length }, 4)],
    keeps: keptByDeepCut,
    canWrite: isPlain,
  },
  {
    id: 'one event after the other, cut by ConvertTo-Json',
    format: 'powershell-cut-lines',
    write: (records) => [records.map((record) => windowsJson(cutOf(record), 4)).join('\r\n')],
    keeps: keptByCut,
    canWrite: (record) => isPlain(record) && isCut(record),
  },
];
