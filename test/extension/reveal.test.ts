import * as vscode from 'vscode';
import { eventPanelType } from '../../src/extension/eventPanel';
import type { LogDocuments } from '../../src/extension/logDocuments';
import { revealEvent } from '../../src/extension/reveal';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { hostPlatform } from '../support/hostPlatform';
import { closeEditors, logsOfTest, type LogsOfTest } from './support/window';
import { until, writeFile } from './support/workspaceFiles';

const drawing = 'job Box: ok@{Zoë 😀 Müller} FAIL(BoxEntryConflict)@anna skip(RedundantExport)';

describe('revealing an event in its file', () => {
  let window: LogsOfTest;
  let opened: number[];
  const documents: LogDocuments = {
    showEvent: (_, row) => {
      opened.push(row);
      return Promise.resolve();
    },
  };

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
    opened = [];
  });

  afterEach(async () => {
    window.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
  });

  async function revealed(name: string, content: string, row: number): Promise<string | undefined> {
    const file = await writeFile(name, content);
    await revealEvent(await window.logs.open([file]), row, documents);
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === file.toString() ? editor.document.getText(editor.selection) : undefined;
  }

  it('selects the exact text in a minified file', async () => {
    const { text, events } = buildLog(drawing);
    assert.equal(await revealed('reveal-short.json', text, 1), events[1]!.text);
    assert.deepEqual(opened, []);
  });

  it('selects the exact text after a byte order mark and characters of several bytes', async () => {
    const { text, events } = buildLog(drawing, { before: '\uFEFF' });
    assert.equal(await revealed('reveal-bom.json', text, 2), events[2]!.text);
  });

  it('selects all lines of a record in a prettified file', async () => {
    const text = JSON.stringify(JSON.parse(buildLog(drawing).text), null, 2).replaceAll('\n', '\r\n');
    const selected = await revealed('reveal-pretty.json', text, 1);
    assert.deepEqual(JSON.parse(selected ?? ''), (JSON.parse(text) as unknown[])[1]);
  });

  it('shows the file where it is open, and never over the event panel', async () => {
    const { text, events } = buildLog(drawing);
    const file = await writeFile('reveal-beside.json', text);
    const log = await window.logs.open([file]);
    const other = await vscode.workspace.openTextDocument({ content: 'notes' });
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    const panel = vscode.window.createWebviewPanel(eventPanelType, 'Event', vscode.ViewColumn.Two);
    await until(
      'the panel has the focus',
      () => vscode.window.tabGroups.activeTabGroup.viewColumn === vscode.ViewColumn.Two,
    );
    await revealEvent(log, 1, documents);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, 1);
    await vscode.window.showTextDocument(other, vscode.ViewColumn.Three);
    await revealEvent(log, 1, documents);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor.viewColumn, 1);
    assert.equal(editor.document.getText(editor.selection), events[1]!.text);
    panel.dispose();
  });

  it('opens the event as a document where VS Code does not draw its end', async () => {
    const far = Array.from({ length: 40 }, () => 'ok').join(' ');
    assert.equal(await revealed('reveal-far.json', buildLog(`job Box: ${far}`).text, 39), undefined);
    assert.deepEqual(opened, [39]);
  });

  it('finds the record in a document with unsaved changes', async () => {
    const { text, events } = buildLog(drawing);
    const file = await writeFile('reveal-dirty.json', text);
    const log = await window.logs.open([file]);
    const editor = await vscode.window.showTextDocument(file);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n   '));
    await revealEvent(log, 1, documents);
    assert.equal(editor.document.getText(vscode.window.activeTextEditor?.selection), events[1]!.text);
  });
});
