import * as vscode from 'vscode';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { writeFile } from '../support/workspaceFiles';

// Another number of events than in any other log of the suite: files with the same events would join its log.
const { text, events } = buildLog(`job Box: FAIL FAIL ${'ok '.repeat(63)}\njob Workday: ok`);

describe('copying IDs', () => {
  let file: vscode.Uri;

  async function copied(command: string, query?: string): Promise<readonly string[]> {
    await vscode.commands.executeCommand(command, file, query);
    return (await vscode.env.clipboard.readText()).trim().split('\n').sort();
  }

  before(async () => {
    file = await writeFile('copied-ids-ProvisioningLog.json', text);
    await vscode.commands.executeCommand('provisioningLog.analyze', file);
  });

  after(() => vscode.commands.executeCommand('provisioningLog.close', file));

  it('copies those of the events that a query lets through, each once', async () => {
    const failed = events.filter(({ status }) => status === 'failure');
    assert.deepEqual(
      await copied('provisioningLog.copyChangeIds', 'status:failure'),
      failed.map(({ changeId }) => changeId).sort(),
    );
    assert.deepEqual(await copied('provisioningLog.copyJobIds', 'status:failure'), [failed[0]!.jobId]);
  });

  it('copies all of them while there is no filter', async () => {
    assert.deepEqual(await copied('provisioningLog.copyJobIds'), [...new Set(events.map(({ jobId }) => jobId))].sort());
    assert.equal((await copied('provisioningLog.copyChangeIds')).length, events.length);
  });
});
