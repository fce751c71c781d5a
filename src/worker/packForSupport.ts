import type { FoundRows } from '../core/analysis/foundRows';
import { htmlReport } from '../core/export/htmlReport';
import { idTableHead, idTableRow } from '../core/export/idTable';
import { jsonExport } from '../core/export/jsonExport';
import { markdownReport } from '../core/export/markdownReport';
import { MAX_PACK_EVENTS, supportPack } from '../core/export/supportPack';
import { redactEvent } from '../core/redact/redactEvent';
import type { Redactor } from '../core/redact/redactor';
import type { SupportPackJob, SupportPackResult } from '../protocol/exportApi';
import { cancelled, ok, type Reply } from '../protocol/reply';
import { foundRows, isEnded, redacted, reportOf, rowsNamedIn } from './exportEvents';
import type { Watch } from './logFiles';
import type { OpenedLog } from './openedLog';
import { Outputs } from './outputs';
import { Pace } from './pace';
import { readNames } from './redaction';
import type { WorkerPlatform } from './workerPlatform';

/** Puts a support pack together, in memory: it holds few events. Rejects with a sentence when reading or writing fails. */
export async function packForSupport(
  log: OpenedLog,
  job: SupportPackJob,
  platform: WorkerPlatform,
  watch: Watch,
): Promise<Reply<SupportPackResult>> {
  const found = foundRows(log, job.query);
  if (!found.ok) return found;
  const rows = packedRows(log, found.value);
  const named = rowsNamedIn(log);
  const pace = new Pace(watch, named.count + rows.length);
  const redactor = await readNames(log, named, job.secret, pace);
  if (redactor === undefined) return cancelled;
  const written = await writeEvents(log, rows, redactor, pace, named.count);
  if (written === undefined) return cancelled;
  const told = await reportOf(log, found.value, job.origin, platform, { ...watch, onProgress: () => undefined });
  if (!told.ok) return told;
  const report = await redacted(log, told.value, redactor, () => pace.goesOn(named.count + rows.length));
  if (report === undefined) return cancelled;
  const bytes = supportPack({
    ...written,
    madeAtMs: job.origin.madeAtMs,
    markdown: markdownReport.write(report),
    html: htmlReport.write(report),
    eventCount: rows.length,
    allEventCount: found.value.count,
    environment: job.environment,
  });
  if (await isEnded(watch)) return cancelled;
  const result = { byteLength: bytes.length, events: rows.length, allEvents: found.value.count };
  if (job.to.kind === 'memory') return ok({ ...result, bytes });
  const outputs = await Outputs.toFiles([job.to.path], platform);
  try {
    await outputs.write([[bytes]]);
    await outputs.commit();
  } catch (error) {
    await outputs.discard();
    throw error;
  }
  return ok(result);
}

/** All rows, or where they are too many the failures and then others, in file order. */
function packedRows(log: OpenedLog, found: FoundRows): readonly number[] {
  const all = [...found.set.page(0, found.count)];
  if (all.length <= MAX_PACK_EVENTS) return all;
  const isFailure = (row: number): boolean => log.index.status(row) === 'failure';
  const chosen = [...all.filter(isFailure), ...all.filter((row) => !isFailure(row))].slice(0, MAX_PACK_EVENTS);
  return chosen.sort((one, other) => one - other);
}

async function writeEvents(
  log: OpenedLog,
  rows: readonly number[],
  redactor: Redactor,
  pace: Pace,
  before: number,
): Promise<{ events: Uint8Array; ids: string } | undefined> {
  const outputs = Outputs.inMemory(1);
  const writer = jsonExport.begin();
  let ids = idTableHead;
  let done = before;
  await outputs.write(writer.head());
  for await (const record of log.records(rows)) {
    const event = redactEvent(record.event(), redactor);
    await outputs.write(writer.event(() => event, undefined));
    ids += idTableRow(log.index.summary(record.row), event.changeId);
    if (!(await pace.goesOn(++done))) return undefined;
  }
  await outputs.write(writer.tail());
  const [events = new Uint8Array(0)] = await outputs.commit();
  return { events, ids };
}
