import { open, type FileHandle } from 'node:fs/promises';
import * as path from 'node:path';
import { csvTriple, tripleFiles, type CsvOptions, type CsvTriple } from './csvTriple';
import type { ExpectedCounts } from './expectedCounts';
import { largeLog, type LargeLogOptions } from './largeLog';

const parts = Object.keys(tripleFiles) as readonly (keyof CsvTriple)[];

/**
 * Writes a large log to a folder as the three files of a CSV download, some megabytes at a time. Sizes in the options are
 * those of the same log as JSON.
 */
export async function writeTriple(
  folder: string,
  options: LargeLogOptions & CsvOptions,
): Promise<{ readonly counts: ExpectedCounts; readonly byteLength: number }> {
  const files = await Promise.all(parts.map((part) => open(path.join(folder, tripleFiles[part]), 'w')));
  try {
    const log = largeLog(options);
    let byteLength = 0;
    let step = log.next();
    for (let isFirst = true; step.done !== true; step = log.next(), isFirst = false) {
      byteLength += await writeChunk(files, recordsIn(step.value), isFirst, options);
    }
    return { counts: step.value, byteLength };
  } finally {
    for (const file of files) await file.close();
  }
}

/** A chunk of a large log ends between two records. */
function recordsIn(chunk: Uint8Array): readonly object[] {
  const text = new TextDecoder().decode(chunk).replace(/^[[,]/, '').replace(/\]$/, '');
  return JSON.parse(`[${text}]`) as readonly object[];
}

async function writeChunk(
  files: readonly FileHandle[],
  records: readonly object[],
  isFirst: boolean,
  options: CsvOptions,
): Promise<number> {
  const triple = csvTriple(records, { ...options, byteOrderMark: isFirst && options.byteOrderMark === true });
  let byteLength = 0;
  for (const [index, part] of parts.entries()) {
    const text = triple[part];
    // Every chunk but the first goes on behind the rows of the one before.
    const bytes = new TextEncoder().encode(isFirst ? text : text.slice(text.indexOf('\n') + 1));
    await files[index]!.writeFile(bytes);
    byteLength += bytes.length;
  }
  return byteLength;
}
