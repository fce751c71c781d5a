import { open } from 'node:fs/promises';
import { PrettyPrinter } from '../../../src/core/prettify/prettyPrinter';

const CHUNK_BYTES = 1 << 20;

/** Formats a file into another with two spaces a level, piece by piece. */
export async function prettifyFile(from: string, to: string): Promise<void> {
  const source = await open(from, 'r');
  const target = await open(to, 'w');
  try {
    let blocks: Uint8Array<ArrayBuffer>[] = [];
    const printer = new PrettyPrinter({ indent: '  ', eol: '\n', sink: (block) => blocks.push(block) });
    const writeBlocks = async () => {
      if (blocks.length > 0) await target.writev(blocks);
      for (const block of blocks) printer.recycle(block);
      blocks = [];
    };
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await source.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead === 0) break;
      printer.push(chunk.subarray(0, bytesRead));
      await writeBlocks();
    }
    printer.end();
    await writeBlocks();
  } finally {
    await source.close();
    await target.close();
  }
}
