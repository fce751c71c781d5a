/** A small log made from a drawing, and where everything in it stands. */
export interface BuiltLog {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly events: readonly BuiltEvent[];
}

/** One event of a {@link BuiltLog}. */
export interface BuiltEvent {
  /** `event-1`, `event-2` … in file order. */
  readonly id: string;
  /** `change-1` … unless the drawing names it. */
  readonly changeId: string;
  readonly jobId: string;
  readonly cycleId: string;
  /** A minute after the event before, from 2026-01-01T00:00:00Z on. */
  readonly time: string;
  readonly action: string;
  readonly status: string;
  readonly errorCode: string | undefined;
  readonly identity: string;
  /** The record's exact text. */
  readonly text: string;
  /** Where the record stands in `bytes`. */
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** How the records stand in the file. */
export interface BuildLogOptions {
  /** A bare array, one page of a Graph response, or one record a line. */
  readonly wrapper?: 'array' | 'graph' | 'lines';
  /** Stands before the first byte, for example a byte order mark. */
  readonly before?: string;
}

type Draft = Omit<BuiltEvent, 'text' | 'byteOffset' | 'byteLength'> & { readonly skipReason: string | undefined };

const WORD =
  /^(?:(?<action>create|update|delete|disable|stageddelete|other):)?(?<word>ok|FAIL|skip|warn)(?:\((?<argument>[^)]*)\))?(?:@(?:\{(?<quoted>[^}]*)\}|(?<who>[^\s#]+)))?(?:#(?<change>\S+))?$/;

/**
 * Draws a log. Each line is a job and its events in file order:
 *
 *     job Box: ok create:ok@anna FAIL(BoxEntryConflict)@{Zoë Müller}#c1 | skip(RedundantExport) warn again
 *
 * `action:` says what was done (update unless told), `@` to whom, `#` in which change; `|` begins the job's next cycle;
 * `again` repeats the record before, byte for byte. Throws on what it does not understand: that is a mistake in a test.
 */
export function buildLog(drawing: string, options: BuildLogOptions = {}): BuiltLog {
  const drafts = readDrawing(drawing);
  const [head, between, tail] = {
    array: ['[', ',', ']'],
    graph: [
      '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning","value":[',
      ',',
      ']}',
    ],
    lines: ['', '\n', '\n'],
  }[options.wrapper ?? 'array'] as [string, string, string];

  const encoder = new TextEncoder();
  let text = (options.before ?? '') + head;
  let byteOffset = encoder.encode(text).length;
  const events = drafts.map(({ skipReason, ...draft }, index) => {
    const record = JSON.stringify(recordOf({ ...draft, skipReason }));
    if (index > 0) {
      text += between;
      byteOffset += between.length;
    }
    const event: BuiltEvent = { ...draft, text: record, byteOffset, byteLength: encoder.encode(record).length };
    text += record;
    byteOffset += event.byteLength;
    return event;
  });
  text += tail;
  return { text, bytes: encoder.encode(text), events };
}

function readDrawing(drawing: string): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const line of drawing.split('\n').filter((each) => each.trim() !== '')) {
    const [, job, words] = /^\s*job ([^:]+):(.*)$/.exec(line) ?? [];
    if (job === undefined || words === undefined) throw new Error(`A drawn line begins with "job <name>:": ${line}`);
    let cycle = 1;
    for (const word of words.match(/(?:\([^)]*\)|\{[^}]*\}|\S)+/g) ?? []) {
      const previous = drafts.at(-1);
      if (word === '|') cycle++;
      else if (word === 'again' && previous !== undefined) drafts.push(previous);
      else drafts.push(readWord(word, job, cycle, drafts.length));
    }
  }
  return drafts;
}

function readWord(text: string, job: string, cycle: number, index: number): Draft {
  const { action, word, argument, quoted, who, change } = WORD.exec(text)?.groups ?? {};
  if (word === undefined) throw new Error(`"${text}" is no event that can be drawn.`);
  return {
    id: `event-${index + 1}`,
    changeId: change ?? `change-${index + 1}`,
    jobId: `${job}.0123456789abcdef0123456789abcdef`,
    cycleId: `${job}-cycle-${cycle}`,
    time: `${new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString().slice(0, 19)}Z`,
    action: action ?? (word === 'skip' ? 'other' : 'update'),
    status: { ok: 'success', FAIL: 'failure', skip: 'skipped', warn: 'warning' }[word]!,
    errorCode: word === 'FAIL' ? (argument ?? 'InternalError') : undefined,
    skipReason: word === 'skip' ? (argument ?? 'RedundantExport') : undefined,
    identity: quoted ?? who ?? `person-${index + 1}`,
  };
}

function recordOf(draft: Draft): object {
  const [job = ''] = draft.jobId.split('.');
  return {
    id: draft.id,
    activityDateTime: draft.time,
    jobId: draft.jobId,
    cycleId: draft.cycleId,
    changeId: draft.changeId,
    provisioningAction: draft.action,
    durationInMilliseconds: 100,
    servicePrincipal: { id: `${job}-id`, displayName: job },
    sourceSystem: { id: 'source', displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: { id: 'target', displayName: job, details: {} },
    sourceIdentity: { id: `${draft.identity}-id`, displayName: draft.identity, identityType: 'User', details: {} },
    targetIdentity: { id: '', displayName: '', identityType: 'User', details: {} },
    provisioningStatusInfo: {
      status: draft.status,
      errorInformation:
        draft.errorCode === undefined
          ? null
          : {
              errorCode: draft.errorCode,
              reason: `Message: ${draft.errorCode}`,
              additionalDetails: null,
              errorCategory: 'failure',
              recommendedAction: null,
            },
    },
    provisioningSteps: [
      {
        name: draft.skipReason === undefined ? 'EntryExportUpdate' : 'EntrySynchronizationSkip',
        provisioningStepType: 'export',
        status: draft.status,
        description: draft.identity,
        details: draft.skipReason === undefined ? {} : { SkipReason: draft.skipReason },
      },
    ],
    modifiedProperties: [],
  };
}
