import * as vscode from 'vscode';
import { CodeCatalogue } from '../../../src/extension/codeCatalogue';
import { LogHover } from '../../../src/extension/hover/logHover';
import { TableHover } from '../../../src/extension/hover/tableHover';
import { WordHover } from '../../../src/extension/hover/wordHover';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { writeFile } from '../support/workspaceFiles';

const { text } = buildLog('job Box: FAIL(BoxEntryConflict)@anna#c1 ok#c1 FAIL(BoxEntryConflict)');
const { token } = new vscode.CancellationTokenSource();

describe('hover', () => {
  let window: LogsOfTest;
  let codes: CodeCatalogue;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
    codes = new CodeCatalogue(window.report);
  });
  afterEach(() => {
    codes.dispose();
    window.dispose();
  });

  /** Files as they were written last: writing one again would load its document anew, perhaps while it is looked at. */
  const written = new Map<string, { readonly content: string; readonly uri: vscode.Uri }>();

  async function hoverIn(file: string, content: string, word: string): Promise<string> {
    const known = written.get(file);
    const uri = known?.content === content ? known.uri : await writeFile(file, content);
    written.set(file, { content, uri });
    const document = await vscode.workspace.openTextDocument(uri);
    const Provider = file.endsWith('.csv') ? TableHover : WordHover;
    const hover = new Provider(window.logs, codes, window.report);
    return said(await hover.provideHover(document, document.positionAt(content.indexOf(word) + 1)));
  }

  async function logHover(document: vscode.TextDocument, word: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(word) + 1);
    return said(await new LogHover(window.logs, codes, window.report).provideHover(document, position, token));
  }

  it('says in JSON of an open log how often a value occurs, with a link to the events', async () => {
    const file = await writeFile('hover-download.json', text);
    const log = await window.logs.open([file]);
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'json');
    assert.match(await logHover(document, 'BoxEntryConflict'), /In this log: 2 events/);
    const change = await logHover(document, 'c1"');
    assert.match(change, /In this log: 2 events/);
    const [, address = ''] = /\(command:provisioningLog\.showEvents\?([^)]*)\)/.exec(change) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(address)), [log.files.map(String), 'change', 'c1']);
  });

  it('explains the values of a log that is opened as plain text, and says nothing twice', async () => {
    const file = await writeFile('hover-saved-as.txt', text);
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.languageId, 'plaintext');
    assert.equal(await logHover(document, 'BoxEntryConflict'), '');
    await window.logs.open([file]);
    assert.match(await logHover(document, 'BoxEntryConflict'), /In this log: 2 events/);
    assert.equal(await hoverIn('hover-saved-as.txt', text, 'BoxEntryConflict'), '');
  });

  it('leaves JSON alone that belongs to no log', async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile('hover-other.json', text));
    assert.equal(await logHover(document, 'BoxEntryConflict'), '');
  });

  it('explains the cells of a table by the names of its columns', async () => {
    const table = [
      'Date,Error code,Change ID,Reason,Steps,Note',
      '2026-01-01,"BoxEntryConflict",c1,"StatusCode: Conflict\r\nMessage: ""taken"", twice","[{""name"":""EntryImport"",""status"":0}]",see c7f1c0c8-1111-4a6e-9a51-aa0000000001 EntryConflict',
    ].join('\r\n');
    const name = 'hover-ProvisioningLogs.csv';
    assert.match(await hoverIn(name, table, 'BoxEntry'), /The target already has a conflicting object/);
    await window.logs.open([await writeFile('hover-table.json', text)]);
    assert.match(await hoverIn(name, table, 'BoxEntry'), /In this log: 2 events/);
    assert.match(await hoverIn(name, table, 'c1'), /In this log: 2 events/);
    assert.match(await hoverIn(name, table, '2026-'), /in your time zone/);
    assert.match(await hoverIn(name, table, 'taken'), /HTTP 409 Conflict/);
    assert.equal(await hoverIn(name, table, 'Error code'), '');
  });

  it('reads the names of steps in the table of steps', async () => {
    const steps = 'Change ID;Name;Type;Status\nc1;EntryExportAdd;export;failure\n';
    const name = 'ProvisioningLogs_ProvisioningSteps.csv';
    assert.match(await hoverIn(name, steps, 'EntryExportAdd'), /created in the target/);
    assert.match(await hoverIn(name, steps, 'export;'), /Export\./);
    assert.equal(await hoverIn('other.csv', steps, 'EntryExportAdd'), '');
  });

  it('leaves a table alone that is neither part of a log nor named like one', async () => {
    const table = 'Error code\nEntryConflict\n';
    assert.equal(await hoverIn('hover-shopping.csv', table, 'EntryConflict'), '');
  });

  it('explains only known error codes in notes, while a log is open', async () => {
    const notes = 'BoxEntryConflict again, since 2026-01-01T00:00:00Z. A Conflict. MadeUpThing.';
    assert.equal(await hoverIn('hover-notes.md', notes, 'BoxEntry'), '');
    await window.logs.open([await writeFile('hover-noted.json', text)]);
    assert.match(await hoverIn('hover-notes.md', notes, 'BoxEntry'), /In this log: 2 events/);
    assert.equal(await hoverIn('hover-notes.md', notes, '2026-'), '');
    assert.equal(await hoverIn('hover-notes.md', notes, 'Conflict.'), '');
    assert.equal(await hoverIn('hover-notes.md', notes, 'MadeUp'), '');
  });
});

function said(hover: vscode.Hover | undefined): string {
  return (hover?.contents ?? []).map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');
}
