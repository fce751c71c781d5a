import { letMessagesIn } from '../core/scan/letMessagesIn';
import { PrettyPrinter } from '../core/prettify/prettyPrinter';
import type { ByteSource } from '../core/scan/byteSource';
import { joinBytes } from '../core/scan/joinBytes';
import type { PrettifyJob, PrettifyResult } from '../protocol/logApi';
import type { Watch } from './logFiles';
import type { FileSink, WorkerPlatform } from './workerPlatform';

const CHUNK_BYTES = 256 * 1024;

/**
 * Formats a file, or one range of it, chunk by chunk; to a file in constant memory. Undefined when the run was ended:
 * nothing is left behind then. Rejects with a sentence when reading or writing fails, and leaves nothing either.
 */
export async function prettifyFile(
  source: ByteSource,
  job: PrettifyJob,
  platform: Pick<WorkerPlatform, 'createSink'>,
  watch: Watch,
): Promise<PrettifyResult | undefined> {
  if (job.to.kind === 'file') {
    const sink = await platform.createSink(job.to.path);
    return runInto(sink, source, job, watch);
  }
  const kept: Uint8Array[] = [];
  const { kind } = job.to;
  const write = (bytes: Uint8Array): Promise<void> => {
    if (kind === 'memory') kept.push(bytes);
    return Promise.resolve();
  };
  const result = await print(source, job, write, kind === 'measure', watch);
  if (result === undefined || kind === 'measure' || result.isTooLarge) return result;
  return { ...result, bytes: joinBytes(kept) };
}

async function runInto(
  sink: FileSink,
  source: ByteSource,
  job: PrettifyJob,
  watch: Watch,
): Promise<PrettifyResult | undefined> {
  try {
    const result = await print(source, job, (bytes) => sink.write(bytes), true, watch);
    if (result === undefined) await sink.discard();
    else await sink.commit();
    return result;
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

async function print(
  source: ByteSource,
  job: PrettifyJob,
  write: (bytes: Uint8Array) => Promise<void>,
  /** Whether a block's memory can be used again once it is written. */
  recycles: boolean,
  watch: Watch,
): Promise<PrettifyResult | undefined> {
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  const limits = job.to.kind === 'file' ? {} : { maxBytes: job.to.maxBytes, maxLines: job.to.maxLines };
  const printer = new PrettyPrinter({
    indent: job.indent,
    eol: job.eol,
    sink: (block) => blocks.push(block),
    ...limits,
  });
  const writeBlocks = async (): Promise<void> => {
    for (const block of blocks.splice(0)) {
      await write(block);
      if (recycles) printer.recycle(block);
    }
  };
  const start = job.range?.byteOffset ?? 0;
  const end = job.range ? start + job.range.byteLength : Infinity;
  const chunk = new Uint8Array(CHUNK_BYTES);
  let pausedMs = performance.now();
  for (let offset = start; offset < end;) {
    const count = await source.readInto(chunk.subarray(0, Math.min(CHUNK_BYTES, end - offset)), offset);
    if (count === 0) break;
    offset += count;
    const goesOn = printer.push(chunk.subarray(0, count));
    await writeBlocks();
    if (!goesOn) break;
    if (performance.now() - pausedMs > 40) {
      watch.onProgress(offset - start, (job.range ? end : source.size) - start);
      await letMessagesIn();
      if (watch.signal.aborted) return undefined;
      pausedMs = performance.now();
    }
  }
  const { byteLength, lineCount, isTooLarge } = printer.end();
  await writeBlocks();
  return { byteLength, lineCount, isTooLarge };
}
