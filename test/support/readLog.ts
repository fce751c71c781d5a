import * as assert from 'node:assert/strict';
import { columns, type ColumnId } from '../../src/core/columns/columns';
import { readRow } from '../../src/core/index/readRow';
import type { ProvisioningEvent } from '../../src/core/model';
import { systemKey } from '../../src/core/record/labels';
import { skipReason } from '../../src/core/record/readSteps';
import { without, type NormalEvent } from '../generator/shapes/shape';
import type { IndexedLog } from './indexLog';

/** Every event of a log, read from its records as the product reads them. `files` are the log's files in UTF-8. */
export function eventsOf(log: IndexedLog, files: readonly Uint8Array[]): Promise<ProvisioningEvent[]> {
  const read = (file: number, byteOffset: number, byteLength: number): Promise<Uint8Array> =>
    Promise.resolve(files[file]!.subarray(byteOffset, byteOffset + byteLength));
  return Promise.all(Array.from({ length: log.index.rowCount }, (_, row) => readRow(log, row, read)));
}

/** What an event says, without what depends on the file it stands in. */
export function normalised(event: ProvisioningEvent): NormalEvent {
  return without(
    event,
    'key',
    'file',
    'byteOffset',
    'byteLength',
    'raw',
    'rawIsCut',
    'isTable',
    'joined',
    'otherColumns',
  );
}

/** What a column of the index must hold for an event; texts that are white space count as absent. */
const columnText: Readonly<Record<ColumnId, (event: ProvisioningEvent) => string>> = {
  time: ({ time }) => time,
  status: ({ status }) => status,
  action: ({ action }) => action,
  identity: ({ identity }) => identity,
  code: ({ errorCode = '' }) => errorCode,
  reason: ({ error }) => error?.reason ?? '',
  job: ({ jobName }) => jobName,
  jobId: ({ jobId }) => jobId,
  cycle: ({ cycleId }) => cycleId,
  change: ({ changeId }) => changeId,
  id: ({ id }) => id,
  source: ({ sourceSystem }) => systemKey(sourceSystem),
  target: ({ targetSystem }) => systemKey(targetSystem),
  sourceId: ({ sourceIdentity }) => sourceIdentity.id,
  targetId: ({ targetIdentity }) => targetIdentity.id,
  reportable: ({ steps, raw }) =>
    steps
      .flatMap(({ details }) => details)
      .find(({ name, value }) => name.toLowerCase() === 'reportableidentifier' && (value ?? '').trim() !== '')?.value ??
    // Provisioning on demand says it of the event, with a small letter.
    /reportableIdentifier\\*"\s*:\s*\\*"([^"\\]*)/.exec(raw)?.[1] ??
    '',
  type: ({ sourceIdentity, targetIdentity }) =>
    sourceIdentity.type.trim() === '' ? targetIdentity.type : sourceIdentity.type,
  duration: ({ durationMs }) => (durationMs === undefined ? '' : String(durationMs)),
  attribute: ({ modifiedProperties }) =>
    modifiedProperties
      .map(({ name }) => name.replaceAll('\n', ' '))
      .filter((name) => name.trim() !== '')
      .join('\n'),
  skip: ({ steps }) => skipReason(steps),
  initiator: ({ initiatedBy }) => initiatedBy.displayName,
};

/** Fails unless every column holds of every event what reading its record says. */
export function assertIndexed({ index }: IndexedLog, events: readonly ProvisioningEvent[]): void {
  assert.equal(index.rowCount, events.length);
  for (const { id } of columns) {
    const data = index.column(id);
    for (const [row, event] of events.entries()) {
      const wanted = columnText[id](event);
      let held: string;
      if (data.kind === 'id') held = data.text(row);
      else if (data.kind === 'dictionary') held = data.text(data.entries[row]!);
      else if (id === 'time') held = Number.isNaN(data.values[row]) ? '' : new Date(data.values[row]!).toISOString();
      else held = Number.isNaN(data.values[row]) ? '' : String(data.values[row]);
      if (id === 'source' || id === 'target') held = systemKey(held);
      assert.equal(held, wanted.trim() === '' ? '' : wanted, `${id} of row ${row}`);
    }
  }
}
