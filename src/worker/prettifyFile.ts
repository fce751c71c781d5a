import { ReadAhead } from '../core/index/readAhead';
import { PrettyPrinter } from '../core/prettify/prettyPrinter';
import { sliceSource, type ByteSource } from '../core/scan/byteSource';
import { joinBytes } from '../core/scan/joinBytes';
import type { PrettifyJob, PrettifyResult } from '../protocol/logApi';
import type { Watch } from './logFiles';
import { Pace } from './pace';
import type { FileSink, WorkerPlatform } from './workerPlatform';

const CHUNK_BYTES = 256 * 1024;

/**
 * Formats a file, or one range of it, chunk by chunk; to a file in constant memory. While one chunk is formatted, the next
 * one is read and the last one written. Undefined when the run was ended:
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
  let writing: Promise<void> = Promise.resolve();
  const writeBlocks = async (): Promise<void> => {
    await writing;
    const written = blocks.splice(0);
    writing = (async () => {
      for (const block of written) {
        await write(block);
        if (recycles) printer.recycle(block);
      }
    })();
    // A failure is told to whoever waits for the blocks; until then it is nobody's.
    writing.catch(() => undefined);
  };
  const { byteOffset = 0, byteLength: size = source.size } = job.range ?? {};
  const ahead = new ReadAhead(sliceSource(source, byteOffset, size), CHUNK_BYTES);
  const pace = new Pace(watch, size);
  try {
    for (let done = 0; ;) {
      const piece = await ahead.next();
      if (piece.length === 0) break;
      done += piece.length;
      const goesOn = printer.push(piece);
      await writeBlocks();
      if (!goesOn) break;
      if (!(await pace.goesOn(done))) return undefined;
    }
    const { byteLength, lineCount, isTooLarge } = printer.end();
    await writeBlocks();
    await writing;
    return { byteLength, lineCount, isTooLarge };
  } finally {
    // Nobody may close the file under a block that is being written.
    await writing.catch(() => undefined);
  }
}
