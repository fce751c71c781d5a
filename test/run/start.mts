// `npm start`: builds, opens a real VS Code with the extension and the shipped sample, or the files after `--`.
// `npm start -- --check`: the same without a display; looks whether the sample shows what it must, and ends.
import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { build } from './build.mts';
import { checkSample } from './checkSample.mts';
import { startServer } from './editorServer.mts';
import { developmentPayload } from './editorWindow.mts';
import { describeSum } from './tally.mts';
import { prepareWorkspace } from './testWorkspace.mts';
import { exists } from './workplace.mts';

const names = process.argv.slice(2).filter((argument) => argument !== '--check');
if (process.argv.includes('--check')) await check();
else await start(names.map((name) => path.resolve(name)));

async function check(): Promise<void> {
  await build();
  const tally = await checkSample();
  console.log(describeSum([tally]));
  process.exitCode = tally.failures.length > 0 ? 1 : 0;
}

async function start(files: readonly string[]): Promise<void> {
  for (const file of files) if (!(await exists(file))) throw new Error(`There is no file ${file}.`);
  await build();
  const sample = files.length === 0 ? await prepareWorkspace({}) : undefined;
  const first = sample === undefined ? files[0]! : path.join(sample.folder, 'ProvisioningLogs-sample.json');
  const server = await startServer({ version: 'newest' });
  const address = server.address(path.dirname(first), [
    ...developmentPayload(server, 'node'),
    ['openFile', server.remote(first)],
  ]);
  console.log(`\nVisual Studio Code with the extension, for this machine only:\n\n  ${address}\n`);
  for (const file of files.slice(1)) console.log(`Also there: ${path.relative(path.dirname(first), file)}`);
  console.log('Ctrl+C ends it.');
  openInBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([server.end(), sample?.remove()]).then(() => process.exit(0));
    });
  }
}

/** Shows an address in the default browser where there is a display; the address is printed in any case. */
function openInBrowser(address: string): void {
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
    darwin: ['open'],
    ...(hasDisplay && { linux: ['xdg-open'] }),
  };
  const [program, ...flags] = programs[process.platform] ?? [];
  if (program === undefined) return;
  spawn(program, [...flags, address], { stdio: 'ignore' }).on('error', () => {
    console.log('No browser could be started: open the address yourself.');
  });
}
