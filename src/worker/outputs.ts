import type { Pieces } from '../core/export/exportFormat';
import { joinBytes } from '../core/scan/joinBytes';
import type { FileSink, WorkerPlatform } from './workerPlatform';

const BLOCK_BYTES = 256 * 1024;

/** Several files that are written side by side and appear together, or not at all. */
export class Outputs {
  private constructor(private readonly outputs: readonly Output[]) {}

  /** Begins files under these paths. Rejects with a sentence when one cannot be written; nothing is left then. */
  static async toFiles(paths: readonly string[], platform: Pick<WorkerPlatform, 'createSink'>): Promise<Outputs> {
    const sinks: FileSink[] = [];
    try {
      for (const path of paths) sinks.push(await platform.createSink(path));
    } catch (error) {
      for (const sink of sinks) await sink.discard();
      throw error;
    }
    return new Outputs(sinks.map((sink) => new Output(sink)));
  }

  /** Keeps `count` files in memory. */
  static inMemory(count: number): Outputs {
    return new Outputs(Array.from({ length: count }, () => new Output()));
  }

  /** Of all files together. */
  get byteLength(): number {
    return this.outputs.reduce((sum, output) => sum + output.byteLength, 0);
  }

  /** Writes what each file gets. */
  async write(files: readonly Pieces[]): Promise<void> {
    for (const [index, pieces] of files.entries()) {
      const output = this.outputs[index];
      for (const piece of pieces) await output?.write(piece);
    }
  }

  /** Gives the files their names; answers with the bytes of each that was kept in memory. */
  async commit(): Promise<readonly Uint8Array[]> {
    for (const output of this.outputs) await output.flush();
    for (const { sink } of this.outputs) await sink?.commit();
    return this.outputs.map((output) => (output.sink ? new Uint8Array(0) : output.take()));
  }

  async discard(): Promise<void> {
    for (const { sink } of this.outputs) await sink?.discard();
  }
}

/** One file; small pieces are put together before they are written. */
class Output {
  byteLength = 0;
  private readonly encoder = new TextEncoder();
  private readonly kept: Uint8Array[] = [];
  private block = new Uint8Array(BLOCK_BYTES);
  private filled = 0;

  constructor(readonly sink?: FileSink) {}

  async write(piece: string | Uint8Array): Promise<void> {
    const bytes = typeof piece === 'string' ? this.encoder.encode(piece) : piece;
    this.byteLength += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + BLOCK_BYTES - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === BLOCK_BYTES) await this.flush();
    }
  }

  async flush(): Promise<void> {
    const block = this.block.subarray(0, this.filled);
    this.filled = 0;
    if (this.sink) {
      await this.sink.write(block);
    } else {
      this.kept.push(block);
      this.block = new Uint8Array(BLOCK_BYTES);
    }
  }

  /** Everything that was kept; may be taken once. */
  take(): Uint8Array {
    return joinBytes(this.kept.splice(0));
  }
}
