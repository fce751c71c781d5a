import { zipSync, strToU8 } from 'fflate';
import * as vscode from 'vscode';
import { ReadingDiagnostics } from '../../../src/extension/outline/readingDiagnostics';
import * as assert from '../../support/assert';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { until, writeFile } from '../support/workspaceFiles';

const table =
  'ID,Date (UTC),Job ID,Change ID,Action,Status\r\ne1,2026-03-24T07:00:00Z,Box,c1,create,success\r\ne2,2026-03-24T07:01:00Z,Box,c2\r\n';

describe('what could not be read, in the Problems view', function () {
  this.timeout(60_000);
  let window: LogsOfTest;
  let diagnostics: ReadingDiagnostics;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
    diagnostics = new ReadingDiagnostics(window.logs, window.report);
  });
  afterEach(async () => {
    diagnostics.dispose();
    window.dispose();
    await configure(undefined);
  });

  const found = (file: vscode.Uri) =>
    vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'Provisioning Log');

  it('stands at its line when it is switched on, and goes with the log', async () => {
    const file = await writeFile('short row.csv', table);
    const log = await window.logs.open([file]);
    assert.equal(log.info.problemCount, 1);
    assert.deepEqual(found(file), []);
    await configure(true);
    await until('the problem is there', () => found(file).length === 1);
    const [{ message, range, code, severity }] = found(file) as [vscode.Diagnostic];
    assert.match(message, /^Event 2, line 3, byte \d+: This row has 4 cells, the first row has 6/);
    assert.deepEqual([range.start.line, range.end.line, code], [2, 2, 'shortRow']);
    assert.equal(severity, vscode.DiagnosticSeverity.Warning);
    await vscode.workspace.fs.writeFile(file, strToU8(table.replace('c2', 'c2,update,failure')));
    await log.reload();
    await until('the repaired row is no problem', () => found(file).length === 0);
    await vscode.workspace.fs.writeFile(file, strToU8(table));
    await log.reload();
    await until('the problem is there again', () => found(file).length === 1);
    window.logs.close(log);
    await until('it has gone with the log', () => found(file).length === 0);
  });

  it('is left out where it stands in an archive, which no editor shows', async () => {
    await configure(true);
    const file = await writeFile('short row.zip', zipSync({ 'log.csv': strToU8(table.replaceAll('c2', 'c3')) }));
    const plain = await writeFile('short row beside.csv', table.replaceAll('c2', 'c4'));
    const log = await window.logs.open([file, plain]);
    assert.ok(log.info.problemCount >= 2);
    await until('the problem of the other file is there', () => found(plain).length > 0);
    assert.deepEqual(found(file), []);
  });
});

async function configure(value: boolean | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('provisioningLog');
  await configuration.update('diagnostics', value, vscode.ConfigurationTarget.Global);
}
