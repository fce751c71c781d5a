import type { FoundRows } from '../core/analysis/foundRows';
import type { ExportFormat, RecordExport } from '../core/export/exportFormat';
import { exportFormatOf } from '../core/export/exportFormats';
import { redactedClusters } from '../core/export/redactedClusters';
import { redactReport } from '../core/export/redactReport';
import { makeReport, type Report } from '../core/export/report';
import { letMessagesIn } from '../core/scan/letMessagesIn';
import type { RowSet } from '../core/query/rowSet';
import { redactEvent } from '../core/redact/redactEvent';
import type { Redactor } from '../core/redact/redactor';
import type { ExportJob, ExportOrigin, ExportResult } from '../protocol/exportApi';
import { cancelled, failed, ok, type Reply } from '../protocol/reply';
import type { Watch } from './logFiles';
import type { LogRecord, OpenedLog } from './openedLog';
import { Outputs } from './outputs';
import { Pace } from './pace';
import { readNames } from './redaction';
import type { WorkerPlatform } from './workerPlatform';

const OPEN_BRACE = 0x7b;

/**
 * Writes the events that a query finds. Nothing is left behind when the run is ended or fails. Rejects with a sentence
 * when reading or writing fails.
 */
export async function exportEvents(
  log: OpenedLog,
  job: ExportJob,
  platform: WorkerPlatform,
  watch: Watch,
): Promise<Reply<ExportResult>> {
  const format = exportFormatOf(job.format);
  if (format === undefined) return failed('There is no such form to export to.');
  const found = foundRows(log, job.query);
  if (!found.ok) return found;
  const fileCount = format.kind === 'records' ? format.files.length : 1;
  const outputs = job.to.kind === 'files' ? await Outputs.toFiles(job.to.paths, platform) : Outputs.inMemory(fileCount);
  try {
    const reply = await run(log, found.value, format, job, outputs, platform, watch);
    if (!reply.ok || reply.value.isTooLarge) {
      await outputs.discard();
      return reply;
    }
    if (await isEnded(watch)) {
      await outputs.discard();
      return cancelled;
    }
    const files = await outputs.commit();
    const result = { ...reply.value, byteLength: outputs.byteLength };
    return ok(job.to.kind === 'memory' ? { ...result, files } : result);
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}

/** Whether the run was ended, asked before anything gets its name: a short run may not have heard of it. */
export async function isEnded({ signal }: Watch): Promise<boolean> {
  await letMessagesIn();
  return signal.aborted;
}

/** The rows of a query; a broken one fails with the place of the fault. */
export function foundRows(log: OpenedLog, query: string): Reply<FoundRows> {
  const result = log.analysis.run(query);
  if ('found' in result) return ok(result.found);
  const { message, start, end } = result.fault;
  return failed(message, { start, end });
}

/** The report about what was found, as the log has it. Reads some records for its findings. */
export async function reportOf(
  log: OpenedLog,
  found: FoundRows,
  origin: ExportOrigin,
  { fileNames }: Pick<WorkerPlatform, 'fileNames'>,
  watch: Watch,
): Promise<Reply<Report>> {
  const { notices } = log.info;
  const findings = await log.findings(watch);
  if (!findings.ok) return findings;
  return ok(
    makeReport(log.analysis, found, findings.value, {
      ...origin,
      files: fileNames,
      query: found.query,
      notices,
      isRedacted: false,
    }),
  );
}

/** The report with pseudonyms; undefined when the run was ended. */
export async function redacted(
  log: OpenedLog,
  report: Report,
  redactor: Redactor,
  goesOn: () => Promise<boolean>,
): Promise<Report | undefined> {
  const clusters = await redactedClusters(log.analysis.store, redactor, goesOn);
  return clusters && redactReport(report, redactor, clusters);
}

/** Every row: the findings of a report name whom the filter does not let through, too. */
export function rowsNamedIn(log: OpenedLog): RowSet {
  const result = log.analysis.run('');
  if (!('found' in result)) throw new Error('The empty query is a good query.');
  return result.found.set;
}

async function run(
  log: OpenedLog,
  found: FoundRows,
  format: ExportFormat,
  job: ExportJob,
  outputs: Outputs,
  platform: WorkerPlatform,
  watch: Watch,
): Promise<Reply<ExportResult>> {
  const named = format.kind === 'records' ? found.set : rowsNamedIn(log);
  const total = (job.secret === undefined ? 0 : named.count) + (format.kind === 'records' ? found.count : 0);
  const pace = new Pace(watch, total);
  const redactor = job.secret && (await readNames(log, named, job.secret, pace));
  if (job.secret !== undefined && redactor === undefined) return cancelled;
  const maxBytes = job.to.kind === 'memory' ? job.to.maxBytes : Infinity;
  if (format.kind === 'report') {
    // With pseudonyms, reading the names was the long part.
    const looking = redactor ? { ...watch, onProgress: () => undefined } : watch;
    const report = await reportOf(log, found, job.origin, platform, looking);
    if (!report.ok) return report;
    const written = redactor ? await redacted(log, report.value, redactor, () => pace.goesOn(total)) : report.value;
    if (written === undefined) return cancelled;
    await outputs.write([[format.write(written)]]);
    return ok({ events: found.count, byteLength: 0, isTooLarge: outputs.byteLength > maxBytes });
  }
  const isWhole = await writeRecords(log, found, format, redactor, outputs, pace, maxBytes);
  if (isWhole === undefined) return cancelled;
  return ok({ events: found.count, byteLength: 0, isTooLarge: !isWhole });
}

/** False when the files would become too large, undefined when the run was ended. */
async function writeRecords(
  log: OpenedLog,
  found: FoundRows,
  format: RecordExport,
  redactor: Redactor | undefined,
  outputs: Outputs,
  pace: Pace,
  maxBytes: number,
): Promise<boolean | undefined> {
  const writer = format.begin();
  let done = redactor ? found.count : 0;
  await outputs.write(writer.head());
  for await (const record of log.records(found.set.page(0, found.count))) {
    await outputs.write(
      redactor
        ? writer.event(() => redactEvent(record.event(), redactor), undefined)
        : writer.event(() => record.event(), jsonOf(record)),
    );
    if (outputs.byteLength > maxBytes) return false;
    if (!(await pace.goesOn(++done))) return undefined;
  }
  await outputs.write(writer.tail());
  return true;
}

/** The record where it is JSON itself, else what it says in JSON; undefined when neither is an object. */
function jsonOf({ bytes, content }: LogRecord): Uint8Array | undefined {
  return [bytes, content].find((text) => text[0] === OPEN_BRACE);
}
