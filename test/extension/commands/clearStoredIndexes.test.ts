import * as vscode from 'vscode';
import { clearStoredIndexes } from '../../../src/extension/commands/clearStoredIndexes';
import type { Services } from '../../../src/extension/commands/command';
import { indexFolderOf } from '../../../src/extension/indexFolder';
import { valueOf } from '../../../src/extension/report';
import { largeLogInMemory } from '../../generator/largeLog';
import * as assert from '../../support/assert';
import { hostPlatform, storageFolder } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { writeFile } from '../support/workspaceFiles';

/** Long enough to be stored. */
const BYTES = 5_000_000;

describe('"Clear Stored Indexes"', () => {
  let window: LogsOfTest;

  beforeEach(() => (window = logsOfTest(hostPlatform())));
  afterEach(() => window.dispose());

  const clear = () => clearStoredIndexes.run({ storageUri: storageFolder() } as Services);

  /** Reads a file as a log that nobody has open, and says what became of its index. */
  async function read(file: vscode.Uri): Promise<string> {
    const log = await window.logs.open([file]);
    const { kind } = valueOf(await log.api.stored());
    window.logs.close(log);
    return kind;
  }

  it('lets a log be read anew that would have been opened from its index [node]', async () => {
    const file = await writeFile('stored.json', largeLogInMemory({ bytes: BYTES }).bytes);
    await clear();
    assert.equal(await read(file), 'stored');
    assert.equal(await read(file), 'restored');
    await clear();
    await assert.rejects(vscode.workspace.fs.stat(indexFolderOf(storageFolder())));
    assert.equal(await read(file), 'stored');
  });

  it('leaves a log that is open as it is [node]', async () => {
    const file = await writeFile('stored-open.json', largeLogInMemory({ bytes: BYTES, seed: 2 }).bytes);
    const log = await window.logs.open([file]);
    assert.equal(valueOf(await log.api.stored()).kind, 'stored');
    await clear();
    assert.ok(valueOf(await log.api.find('status:failure', { offset: 0, limit: 1 })).total > 0);
  });

  it('does nothing where nothing is stored', async () => {
    await clear();
    await clear();
  });

  it('finds that a browser stores nothing [web]', async () => {
    const file = await writeFile('not-stored.json', largeLogInMemory({ bytes: BYTES }).bytes);
    assert.equal(await read(file), 'notStored');
  });
});
