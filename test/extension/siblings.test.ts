import { gzipSync } from 'fflate';
import * as vscode from 'vscode';
import type { ProvisioningLogApi } from '../../src/extension/api';
import { siblingsSentence, withSiblings } from '../../src/extension/siblings';
import { csvTriple, tripleFiles, type CsvTriple } from '../generator/csvTriple';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { workspaceFolder } from './support/workspaceFiles';

describe('files of one download', () => {
  const folder = vscode.Uri.joinPath(workspaceFolder(), 'downloads #1');
  const names = [
    'ProvisioningLogs (1).csv',
    'ProvisioningLogs_ProvisioningSteps (1).csv',
    'ProvisioningLogs_ModifiedProperties (1).csv',
    'ProvisioningLogs.csv',
    'notes.txt',
  ];
  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const labels = (files: readonly vscode.Uri[]) => files.map(({ path }) => path.split('/').pop());

  before(async () => {
    for (const name of names) await vscode.workspace.fs.writeFile(file(name), new Uint8Array(0));
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('are found by name beside any of them', async () => {
    for (const name of names.slice(0, 3)) {
      const found = await withSiblings([file(name)]);
      assert.deepEqual(labels(found), names.slice(0, 3), name);
      assert.ok(found.some((each) => each.toString() === file(name).toString()));
    }
    assert.deepEqual(labels(await withSiblings([file('ProvisioningLogs.csv')])), ['ProvisioningLogs.csv']);
  });

  it('are not looked for when several were named, nor beside anything else', async () => {
    const two = [file(names[0]!), file(names[1]!)];
    assert.deepEqual(await withSiblings(two), two);
    assert.deepEqual(labels(await withSiblings([file('notes.txt')])), ['notes.txt']);
    const elsewhere = vscode.Uri.parse('nowhere:/x/ProvisioningLogs.csv');
    assert.deepEqual(await withSiblings([elsewhere]), [elsewhere]);
  });

  for (const [ending, packed, others] of [
    ['', (bytes: Uint8Array) => bytes, 50],
    ['.gz', (bytes: Uint8Array) => gzipSync(bytes), 51],
  ] as const) {
    it(`are opened with the one that is named, as one log (.csv${ending})`, async function () {
      this.timeout(60_000);
      const { text } = buildLog(`job Box: FAIL(BoxEntryConflict)@anna ${'ok '.repeat(others)}`);
      const triple = csvTriple(JSON.parse(text) as object[]);
      const written = (name: string) => vscode.Uri.joinPath(folder, 'written', `${name}${ending}`);
      for (const [part, name] of Object.entries(tripleFiles)) {
        const content = new TextEncoder().encode(triple[part as keyof CsvTriple]);
        await vscode.workspace.fs.writeFile(written(name), packed(content));
      }
      const steps = written(tripleFiles.steps);
      assert.equal(await vscode.commands.executeCommand('provisioningLog.analyze', steps), others + 1);
      const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
      const files = Object.values(tripleFiles).map(written);
      const log = await (await extension!.activate()).open(files);
      const { events } = await log.find('status:failure');
      assert.equal((await log.event(events[0]!.key))?.steps.length, 1);
      log.close();
      await vscode.commands.executeCommand('provisioningLog.close', steps);
    });
  }

  it('are named to the user', () => {
    const [one, ...others] = names.slice(0, 3).map(file);
    assert.equal(
      siblingsSentence([one!], [one!, ...others]),
      'ProvisioningLogs (1).csv was opened together with ProvisioningLogs_ProvisioningSteps (1).csv and ProvisioningLogs_ModifiedProperties (1).csv: they are files of one download.',
    );
    assert.equal(siblingsSentence([one!], [one!]), undefined);
  });
});
