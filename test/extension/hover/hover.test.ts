import * as vscode from 'vscode';
import { CodeCatalogue } from '../../../src/extension/codeCatalogue';
import { LogHover } from '../../../src/extension/hover/logHover';
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

  async function wordHover(file: string, content: string, word: string, codesOnly: boolean): Promise<string> {
    const document = await vscode.workspace.openTextDocument(await writeFile(file, content));
    const hover = new WordHover(window.logs, codes, window.report, codesOnly);
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

  it('leaves JSON alone that belongs to no log', async () => {
    const document = await vscode.workspace.openTextDocument(await writeFile('hover-other.json', text));
    assert.equal(await logHover(document, 'BoxEntryConflict'), '');
  });

  it('explains words of a table while a log is open', async () => {
    const table = 'Date,Error code,Change\n2026-01-01T00:00:00Z,"EntryConflict",c1\n';
    assert.equal(await wordHover('hover-ProvisioningLogs.csv', table, 'EntryConflict', false), '');
    await window.logs.open([await writeFile('hover-table.json', text)]);
    assert.match(await wordHover('hover-ProvisioningLogs.csv', table, 'EntryConflict', false), /Not in this log/);
    assert.match(await wordHover('hover-ProvisioningLogs.csv', table, '2026-', false), /in your time zone/);
  });

  it('explains only known error codes in notes, while a log is open', async () => {
    const notes = 'BoxEntryConflict again, since 2026-01-01T00:00:00Z. A Conflict. MadeUpThing.';
    assert.equal(await wordHover('hover-notes.md', notes, 'BoxEntry', true), '');
    await window.logs.open([await writeFile('hover-noted.json', text)]);
    assert.match(await wordHover('hover-notes.md', notes, 'BoxEntry', true), /In this log: 2 events/);
    assert.equal(await wordHover('hover-notes.md', notes, '2026-', true), '');
    assert.equal(await wordHover('hover-notes.md', notes, 'Conflict.', true), '');
    assert.equal(await wordHover('hover-notes.md', notes, 'MadeUp', true), '');
  });
});

function said(hover: vscode.Hover | undefined): string {
  return (hover?.contents ?? []).map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');
}
