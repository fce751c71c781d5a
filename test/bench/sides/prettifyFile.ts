import { createFileSink } from '../../../src/platform/node/fileSink';
import { openFileSource } from '../../../src/platform/node/fileSource';
import { prettifyFile as prettifyInWorker } from '../../../src/worker/prettifyFile';

/** Formats a file into another with two spaces a level, as a log's worker does. */
export async function prettifyFile(from: string, to: string): Promise<void> {
  const source = await openFileSource(from);
  const watch = { signal: { aborted: false }, onProgress: () => undefined };
  const job = { file: 0, indent: '  ', eol: '\n', to: { kind: 'file', path: to } } as const;
  await prettifyInWorker(source, job, { createSink: (path) => createFileSink(path) }, watch);
  await source.close();
}
