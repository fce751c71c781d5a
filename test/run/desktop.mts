// `npm run test:desktop`: the suites of the Node host in the desktop editor, which comes from Microsoft's download server.
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from './build.mts';
import { quietSettings } from './editorServer.mts';
import type { HostRequest } from './hostReport.mts';
import { type HostRun, hostRuns } from './hostRuns.mts';
import { describeTally, type Tally } from './tally.mts';
import { prepareWorkspace } from './testWorkspace.mts';
import { extensionFolder, temporaryFolder } from './workplace.mts';

/** The desktop editors that correspond to those from npm. */
const desktopVersions = { newest: 'stable', oldest: '1.96.4' } as const;

await build('--tests');
const tallies: Tally[] = [];
for (const run of hostRuns.filter(({ host }) => host === 'node')) tallies.push(await runOnDesktop(run));
for (const tally of tallies) console.log(describeTally(tally));
const failed = tallies.filter(({ failures }) => failures.length > 0).length;
console.log(`${tallies.length - failed} runs passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** One run counts as one: the suite itself tells of each test, and fails when none ran. */
async function runOnDesktop(run: HostRun): Promise<Tally> {
  const version = desktopVersions[run.version];
  console.log(`\n== ${run.id}, desktop ${version}`);
  let executable: string;
  try {
    executable = await downloadAndUnzipVSCode(version);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`VS Code ${version} could not be downloaded: ${reason}`);
    console.log('No test ran on the desktop. `npm test` runs the same suites in the editor that npm provides.');
    return { suite: run.id, passed: 0, failures: ['the download'] };
  }
  const workspace = await prepareWorkspace(run);
  const data = await temporaryFolder('desktop');
  try {
    await fs.mkdir(path.join(data, 'User'));
    await fs.writeFile(path.join(data, 'User', 'settings.json'), JSON.stringify(settingsOf(run)));
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensionFolder,
      extensionTestsPath: path.join(extensionFolder, 'dist', 'test', 'extension.node.js'),
      launchArgs: [workspace.folder, '--user-data-dir', data, '--disable-extensions', '--skip-welcome'],
    });
    return { suite: run.id, passed: 1, failures: [] };
  } catch (error) {
    return { suite: run.id, passed: 0, failures: [error instanceof Error ? error.message : String(error)] };
  } finally {
    await fs.rm(data, { recursive: true, force: true, maxRetries: 5 });
    await workspace.remove();
  }
}

function settingsOf({ settings, tags, only }: HostRun): object {
  const request: HostRequest = { host: 'node', tags, ...(only !== undefined && { only }) };
  return { ...quietSettings, ...settings, 'provlogTests.run': request };
}
