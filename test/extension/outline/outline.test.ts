import * as vscode from 'vscode';
import * as assert from '../../support/assert';
import { hostPlatform } from '../../support/hostPlatform';
import { closeEditors, logsOfTest } from '../support/window';
import { expectedCounts, sampleFile, until, writeFile } from '../support/workspaceFiles';

interface SampleRecord {
  readonly provisioningSteps: readonly { readonly name: string }[];
  readonly provisioningStatusInfo: { status: string; errorInformation: { errorCode: string } | null } | null;
}

describe('the outline of a pretty log', function () {
  this.timeout(60_000);
  let document: vscode.TextDocument;
  let records: readonly SampleRecord[];

  before(async () => {
    records = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleFile()))) as SampleRecord[];
    const file = await writeFile('Outline-ProvisioningLogs.json', JSON.stringify(records, null, 2));
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
  });

  afterEach(async () => {
    await configure('codeLens', undefined);
    await configure('diagnostics', undefined);
  });

  after(closeEditors);

  it('names every event and its steps', async () => {
    let symbols: vscode.DocumentSymbol[] = [];
    await until('the outline is there', async () => {
      symbols = await provided<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider');
      return symbols.length > 0;
    });
    assert.equal(symbols.length, (await expectedCounts()).events);
    assert.equal(symbols[0]?.name, 'Anna García · Create');
    assert.equal(symbols[0].detail, 'Failure · SalesforceLicenseLimitExceeded');
    for (const [index, { range, selectionRange, children }] of symbols.entries()) {
      assert.deepEqual(JSON.parse(document.getText(range)), records[index]);
      assert.ok(range.contains(selectionRange));
      assert.deepEqual(
        children.map(({ name }) => name),
        records[index]!.provisioningSteps.map(({ name }) => name),
      );
    }
  });

  it('folds every event and its list of steps', async () => {
    const ranges = await provided<vscode.FoldingRange>('vscode.executeFoldingRangeProvider');
    const firstLines = ranges.map(({ start }) => document.lineAt(start).text);
    assert.equal(firstLines.filter((line) => line === '  {').length, records.length);
    const withSteps = records.filter(({ provisioningSteps }) => provisioningSteps.length > 0);
    assert.equal(firstLines.filter((line) => line === '    "provisioningSteps": [').length, withSteps.length);
    assert.ok(ranges.length <= 5_000);
    assert.ok(ranges.every(({ end }) => /^\s*[}\]],?$/.test(document.lineAt(end + 1).text)));
  });

  it('folds 2,000 events with their lists of steps within what VS Code takes', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      ...records[index % records.length],
      id: `id-${index}`,
    }));
    const file = await writeFile('Many-ProvisioningLogs.json', JSON.stringify(many, null, 2));
    const long = await vscode.workspace.openTextDocument(file);
    const ranges = await provided<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', long);
    const firstLines = ranges.map(({ start }) => long.lineAt(start).text);
    assert.equal(firstLines.filter((line) => line === '  {').length, 2_000);
    assert.equal(firstLines.filter((line) => line === '    "provisioningSteps": [').length, 2_000);
    assert.equal(ranges.length, 5_000);
    const symbols = await provided<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', long);
    assert.equal(symbols.length, 2_000);
  });

  it('shows above each event what it came to, with the way to it', async () => {
    let lenses: vscode.CodeLens[] = [];
    await until('the lenses are there', async () => {
      lenses = await provided<vscode.CodeLens>('vscode.executeCodeLensProvider');
      return lenses.length > 0;
    });
    assert.equal(lenses.length, records.length);
    assert.equal(lenses[0]?.command?.title, 'Failure · SalesforceLicenseLimitExceeded · Show details');
    const window = logsOfTest(hostPlatform());
    const log = await window.logs.open([document.uri]);
    for (const [index, { command, range }] of lenses.entries()) {
      assert.equal(document.lineAt(range.start.line).text, '  {');
      assert.equal(command?.command, 'provisioningLog.showEvent');
      const [address] = command.arguments as [{ key: string }];
      if (index % 40 === 0) assert.deepEqual(await log.api.rowOf(address.key), { ok: true, value: index });
    }
    window.dispose();
    await configure('codeLens', false);
    assert.deepEqual(await provided<vscode.CodeLens>('vscode.executeCodeLensProvider'), []);
  });

  it('lists each error code once among the problems, when it is switched on', async () => {
    const found = () => vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(found(), []);
    await configure('diagnostics', true);
    const failures = records.filter(({ provisioningStatusInfo }) => provisioningStatusInfo?.status === 'failure');
    const codes = new Set(failures.map((record) => record.provisioningStatusInfo?.errorInformation?.errorCode ?? ''));
    await until('the problems are there', () => found().length > 0);
    assert.equal(found().length, codes.size);
    const known = found().find(({ range }) => document.getText(range) === '"SalesforceLicenseLimitExceeded"');
    assert.equal(known?.source, 'Provisioning Log');
    const { code } = known;
    assert.ok(typeof code === 'object' && code.target.scheme === 'https');
    await configure('diagnostics', undefined);
    await until('they are gone', () => found().length === 0);
  });

  it('marks the code of a failure where it stands in a text, too', async () => {
    const [first] = records.filter(
      ({ provisioningStatusInfo }) => provisioningStatusInfo?.errorInformation?.errorCode !== undefined,
    );
    const { id, changeId, activityDateTime } = first as unknown as Record<string, string>;
    const status = JSON.stringify(first!.provisioningStatusInfo);
    const row = { Id: id, ChangeId: changeId, TimeGenerated: activityDateTime, ProvisioningStatusInfo: status };
    const columns = Object.keys(row).map((name) => ({ name, type: 'string' }));
    const tables = [{ name: 'PrimaryResult', columns, rows: [Object.values(row)] }];
    const file = await writeFile('Marked-ProvisioningLogs.json', JSON.stringify({ tables }, null, 2));
    await configure('diagnostics', true);
    const result = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(result);
    const found = () => vscode.languages.getDiagnostics(file);
    await until('the problem is there', () => found().length > 0);
    const { errorCode } = first!.provisioningStatusInfo!.errorInformation!;
    assert.equal(result.getText(found()[0]!.range), `\\"${errorCode}\\"`);
  });

  async function provided<T>(command: string, of = document): Promise<T[]> {
    // Nothing is answered as long as no extension offers it: ours may still be starting.
    return (await vscode.commands.executeCommand<T[] | undefined>(command, of.uri)) ?? [];
  }
});

async function configure(name: string, value: boolean | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('provisioningLog').update(name, value, vscode.ConfigurationTarget.Workspace);
}
