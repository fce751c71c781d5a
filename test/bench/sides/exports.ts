import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { byteOrderMark, csvRow } from '../../../src/core/export/csvCell';
import { exportEvents } from '../../../src/worker/exportEvents';
import type { WireRecord } from '../../generator/wireRecord';
import type { Side } from '../side';
import { contentHash } from './contentHash';
import { openedLog, unwatched } from './openedLog';
import { plainCells, plainTitles } from './plainCells';

const secret = 'a secret of the bench';

/** Writes all records of a log that is open, as they stand in it. */
export const exportJson = exportSide('exportJson', 'json', contentHash);

/** Parses the file and writes the records, each turned into text again. */
export const plainJson = plainSide('plainJson', recordsText, contentHash);

/** Writes a row for each event of a log that is open. */
export const exportCsv = exportSide('exportCsv', 'csv', contentHash);

/** Parses the file and writes the same rows. */
export const plainCsv = plainSide(
  'plainCsv',
  (records) => `${byteOrderMark}${csvRow(plainTitles)}${records.map((record) => csvRow(plainCells(record))).join('')}`,
  contentHash,
);

/** Writes all events of a log that is open with pseudonyms in fields and texts. */
export const exportRedacted = exportSide('exportRedacted', 'json', redactedAnswer, secret);

/** Parses the file and writes the records with other names and IDs of the object; texts and everything else stay. */
export const plainRedacted = plainSide('plainRedacted', (records) => recordsText(records.map(renamed)), redactedAnswer);

function exportSide(id: string, format: string, answerOf: (file: string) => Promise<string>, key?: string): Side {
  return {
    id,
    async run({ file, scratch }) {
      const opened = await openedLog(file);
      const { log, platform } = opened;
      const output = path.join(scratch, `${id}.out`);
      const start = performance.now();
      const reply = await exportEvents(
        log,
        {
          format,
          query: '',
          ...(key !== undefined && { secret: new TextEncoder().encode(key) }),
          origin: { madeAtMs: 0, version: '1' },
          to: { kind: 'files', paths: [output] },
        },
        platform,
        unwatched,
      );
      const value = performance.now() - start;
      await opened.close();
      if (!reply.ok) throw new Error(reply.error.message);
      return { value, answer: await answerOf(output) };
    },
  };
}

function plainSide(
  id: string,
  textOf: (records: readonly WireRecord[]) => string,
  answerOf: (file: string) => Promise<string>,
): Side {
  return {
    id,
    async run({ file, scratch }) {
      const output = path.join(scratch, `${id}.out`);
      const start = performance.now();
      await writeFile(output, textOf(JSON.parse(await readFile(file, 'utf8')) as readonly WireRecord[]));
      const value = performance.now() - start;
      return { value, answer: await answerOf(output) };
    },
  };
}

function recordsText(records: readonly WireRecord[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

const names = new Map<string, string>();

function renamed(record: WireRecord): WireRecord {
  const { sourceIdentity } = record;
  return {
    ...record,
    id: nameFor(record.id),
    changeId: nameFor(record.changeId),
    sourceIdentity: {
      ...sourceIdentity,
      id: nameFor(sourceIdentity.id),
      displayName: nameFor(sourceIdentity.displayName),
    },
  };
}

function nameFor(name: string): string {
  let other = names.get(name);
  if (other === undefined) {
    other = name === '' ? '' : createHmac('sha256', secret).update(name).digest('hex');
    names.set(name, other);
  }
  return other;
}

/** What must be the same whatever the pseudonyms are. */
async function redactedAnswer(file: string): Promise<string> {
  const records = JSON.parse(await readFile(file, 'utf8')) as readonly WireRecord[];
  const failures = records.filter(({ provisioningStatusInfo }) => provisioningStatusInfo.status === 'failure').length;
  const durationMs = records.reduce((sum, { durationInMilliseconds }) => sum + durationInMilliseconds, 0);
  const persons = new Set(records.map(({ sourceIdentity }) => sourceIdentity.id)).size;
  return `${records.length} events, ${failures} failures, ${durationMs} ms, ${persons} persons`;
}
