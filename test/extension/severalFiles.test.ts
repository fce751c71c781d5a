import * as vscode from 'vscode';
import type { ProvisioningLogApi } from '../../src/extension/api';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { writeFile } from './support/workspaceFiles';

describe('several files as one log', function () {
  this.timeout(60_000);
  // The second page repeats the first event of the first, and says something else of the second.
  const pages = [buildLog('job A: ok FAIL(X) ok'), buildLog('job A: ok FAIL(Y) ok ok ok', { wrapper: 'graph' })];

  async function writePages(name: string): Promise<vscode.Uri[]> {
    const files: vscode.Uri[] = [];
    for (const [page, { text }] of pages.entries()) files.push(await writeFile(`${name} ${page + 1}.json`, text));
    return files;
  }

  async function activateApi(): Promise<ProvisioningLogApi> {
    const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
    return extension!.activate();
  }

  it('are what the explorer hands over when several are selected', async () => {
    const files = await writePages('selected page');
    const events = await vscode.commands.executeCommand('provisioningLog.analyze', files[0], files);
    assert.equal(events, 6);
    await vscode.commands.executeCommand('provisioningLog.close', files[0]);
  });

  it('count an event once, and name both files where two contradict each other', async () => {
    const files = await writePages('merged page');
    const log = await (await activateApi()).open(files);
    try {
      assert.deepEqual(log.files.map(String), files.map(String));
      const { events } = await log.find('');
      assert.deepEqual(
        events.map(({ key, file }) => [key, file]),
        [
          ['event-1', 0],
          ['event-2', 0],
          ['event-3', 0],
          ['event-2#2', 1],
          ['event-4', 1],
          ['event-5', 1],
        ],
      );
      assert.equal(log.problemCount, 1);
      assert.match(
        log.problems[0]!.message,
        /^merged page 2\.json, event 2, byte \d+: This record has the key of event 2 of merged page 1\.json \(byte \d+\) and says something else; both are kept\./,
      );
      assert.equal((await log.event('event-2#2'))?.errorCode, 'Y');
    } finally {
      log.close();
    }
  });
});
