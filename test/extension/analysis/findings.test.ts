import * as vscode from 'vscode';
import { valueOf } from '../../../src/extension/report';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest } from '../support/window';
import { writeFile } from '../support/workspaceFiles';

// Another number of events than in any other log of the suite: files with the same events would join its log.
const drawn = buildLog(`job Box: ${'FAIL(BoxEntryConflict)@anna '.repeat(3)} ${'ok '.repeat(74)}`);

describe('looking for findings', () => {
  it('ends when it is cancelled, and tells how far it is', async function () {
    this.timeout(60_000);
    const window = logsOfTest(hostPlatform());
    try {
      const log = await window.logs.open([await writeFile('FindingsProvisioningLog.json', drawn.text)]);
      const source = new vscode.CancellationTokenSource();
      const ended = log.findings({ token: source.token });
      source.cancel();
      const reply = await ended.catch((error: unknown) => error);
      const isCancelled = reply instanceof vscode.CancellationError || isCancelledReply(reply);
      assert.equal(isCancelled, true);
      let steps = 0;
      const { findings } = valueOf(await log.findings({ onProgress: () => steps++ }));
      assert.ok(findings.length > 0);
      assert.ok(steps > 0);
    } finally {
      window.dispose();
    }
  });
});

function isCancelledReply(reply: unknown): boolean {
  const { ok, error } = reply as { readonly ok: boolean; readonly error?: { readonly isCancelled?: boolean } };
  return !ok && error?.isCancelled === true;
}
