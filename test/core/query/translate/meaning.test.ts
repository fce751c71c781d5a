import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { LogAnalysis } from '../../../../src/core/analysis/logAnalysis';
import type { ColumnId } from '../../../../src/core/columns/columns';
import { cloudNamed } from '../../../../src/core/portal/clouds';
import { parseQuery } from '../../../../src/core/query/parseQuery';
import { type GraphField, graphFields } from '../../../../src/core/query/translate/graphFields';
import { graph } from '../../../../src/core/query/translate/graph';
import { type KqlField, kqlFields } from '../../../../src/core/query/translate/kqlFields';
import { kql } from '../../../../src/core/query/translate/kql';
import { type PowerShellField, powerShellFields } from '../../../../src/core/query/translate/powerShellFields';
import { powerShell } from '../../../../src/core/query/translate/powerShell';
import type { Translation } from '../../../../src/core/query/translate/translation';
import { indexLog } from '../../../support/indexLog';
import type { DrawnEvent } from '../../../support/drawStore';
import { drawnEvent, drawnQuery } from '../drawnQuery';
import type { DrawnQuery } from '../plainEvaluator';
import { readKql, readKqlColumns } from './kqlReader';
import { readOData } from './odataReader';
import { readPowerShell, readVariable } from './powerShellReader';
import { type Read, type Row, textOf, type Value } from './reader';

const globalCloud = cloudNamed('global');

function translated(translation: Translation, query: string): { text: string; notes: readonly string[] } {
  const { tree, errors } = parseQuery(query);
  assert.deepEqual(errors, [], query);
  return translation.translate(tree, query, globalCloud);
}

const text = (event: DrawnEvent, field: keyof DrawnEvent): string => (event[field] as string | undefined) ?? '';
const time = ({ time: iso }: DrawnEvent): number | null => (iso === undefined ? null : Date.parse(String(iso)));
const attributes = ({ attribute }: DrawnEvent): readonly string[] => (attribute as readonly string[] | undefined) ?? [];
/** Every event of a log has a status. */
const matches = (query: DrawnQuery, event: DrawnEvent): boolean => query.matches({ status: 'unknown', ...event });
const orNull = (found: string): Value => (found === '' ? null : found);

/** An event as the table has it. Strings are never null there. */
function tableRow(event: DrawnEvent): Row {
  const names = attributes(event);
  return {
    ...{ ObjectName: text(event, 'identity'), ErrorCode: text(event, 'code'), Id: text(event, 'id') },
    ...{ Reason: text(event, 'reason'), EventStatus: text(event, 'status'), ReportableId: '' },
    ModifiedProperties: JSON.stringify(
      names.map((displayName) => ({ displayName, oldValue: null, newValue: '"displayName":"a"' })),
    ),
    ...{ TimeGenerated: time(event), DurationMs: (event.duration as number | undefined) ?? null },
  };
}

/** An event as a request sees it. */
function graphRow(event: DrawnEvent): Row {
  return {
    ...{ 'sourceIdentity/displayName': text(event, 'identity'), id: text(event, 'id') },
    'provisioningStatusInfo/status': orNull(text(event, 'status')),
    ...{ activityDateTime: time(event), durationInMilliseconds: (event.duration as number | undefined) ?? null },
  };
}

/** An event as the variables of a script hold it. */
function scriptRow(event: DrawnEvent): Row {
  return {
    ...{ $identity: orNull(text(event, 'identity')), $code: orNull(text(event, 'code')), $id: text(event, 'id') },
    ...{ $reason: orNull(text(event, 'reason')), $status: orNull(text(event, 'status')), $reportable: null },
    ...{
      $attributes: attributes(event),
      $time: time(event),
      $duration: (event.duration as number | undefined) ?? null,
    },
    $null: null,
  };
}

/** The fixtures of a shape that is a list of objects. */
function logsIn(shape: string): readonly string[] {
  const folder = path.resolve('test/fixtures/logs', shape);
  const names = fs.readdirSync(folder).filter((name) => !name.includes('.expected.'));
  return names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

async function readsAsIndexed(file: string, readers: readonly (readonly [ColumnId, Read])[]): Promise<void> {
  const { store } = new LogAnalysis((await indexLog([file])).index);
  const rows = JSON.parse(file) as readonly Row[];
  assert.equal(rows.length, store.rowCount);
  rows.forEach((row, at) => {
    for (const [id, read] of readers) {
      const data = store.column(id);
      if (data.kind === 'number' || id === 'attribute') continue;
      const kept = data.kind === 'id' ? data.text(at) : data.text(data.entries[at]!);
      const found = textOf(read({ ...row, $e: row }));
      // What is none of the known words is unknown.
      if (kept !== 'unknown' || found === kept) assert.equal(found, kept, `${id} of row ${at}`);
    }
  });
}

describe('what a translation means', () => {
  it('as KQL is what the filter means', () => {
    fc.assert(
      fc.property(fc.array(drawnEvent, { maxLength: 20 }), drawnQuery, (events, query) => {
        const { text: written } = translated(kql, query.text);
        const letsThrough = readKql(written);
        for (const event of events) assert.equal(letsThrough(tableRow(event)), matches(query, event), written);
      }),
      { numRuns: 500 },
    );
  });

  it('as KQL reads every field of the table as the index does', async () => {
    const readers = (Object.entries(kqlFields) as [ColumnId, KqlField][]).map(([id, { name }]) => {
      const read = readKqlColumns(translated(kql, `${id}:*`).text).get(name);
      return [id, read ?? ((row: Row) => row[name] ?? null)] as const;
    });
    for (const file of logsIn('log-analytics-rows')) await readsAsIndexed(file, readers);
  });

  it('as PowerShell reads every property as the index does', async () => {
    const readers = (Object.entries(powerShellFields) as [ColumnId, PowerShellField][])
      .filter(([id]) => id !== 'time' && id !== 'attribute')
      .map(([id, { definition }]) => [id, readVariable(definition)] as const);
    for (const file of logsIn('powershell-list')) await readsAsIndexed(file, readers);
  });

  it('as a request to Microsoft Graph names properties that its answers have, with what the index keeps', async () => {
    const readers = (Object.entries(graphFields) as [ColumnId, GraphField][])
      .filter(([id]) => id !== 'time')
      .map(([id, { path: property }]) => [id, readVariable(`$e.${property.replace('/', '.')}`)] as const);
    for (const file of logsIn('portal-json').filter((each) => each.startsWith('[{"id"') && each.endsWith(']'))) {
      await readsAsIndexed(file, readers);
    }
  });

  it('as PowerShell is what the filter means', () => {
    fc.assert(
      fc.property(fc.array(drawnEvent, { maxLength: 20 }), drawnQuery, (events, query) => {
        const { text: written } = translated(powerShell, query.text);
        const letsThrough = readPowerShell(written);
        const [, filter] = / -Filter '(.*)'(?: \||\n)/.exec(written) ?? [];
        const isAsked = readOData(filter === undefined ? '' : `$filter=${encodeURIComponent(filter)}`);
        for (const event of events) {
          const found = isAsked(graphRow(event)) && letsThrough(scriptRow(event));
          assert.equal(found, matches(query, event), written);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('as a request to Microsoft Graph lets through what the filter does, but for events that a note names', () => {
    fc.assert(
      fc.property(fc.array(drawnEvent, { maxLength: 20 }), drawnQuery, (events, query) => {
        const { text: written, notes } = translated(graph, query.text);
        const letsThrough = readOData(written);
        const mayMiss = notes.some((note) => note.endsWith('they are not found.'));
        for (const event of events) {
          if (!matches(query, event) || (mayMiss && event.status === undefined)) continue;
          assert.ok(letsThrough(graphRow(event)), `${written}${JSON.stringify(event)}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
