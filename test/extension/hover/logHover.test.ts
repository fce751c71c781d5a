import * as vscode from 'vscode';
import type { ProvisioningLogApi } from '../../../src/extension/api';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { closeEditors } from '../support/window';
import { until, writeFile } from '../support/workspaceFiles';

const extensionId = 'provlog.provisioning-log-analyzer';

describe('hover over a value of a log', function () {
  this.timeout(60_000);

  afterEach(closeEditors);

  /** The Markdown that all hovers over the first occurrence of `word` show, once the log is open. */
  async function hover(document: vscode.TextDocument, word: string): Promise<string> {
    const position = document.positionAt(document.getText().indexOf(word) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content as vscode.MarkdownString).value)
      .join('\n');
  }

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    await vscode.extensions.getExtension<ProvisioningLogApi>(extensionId)!.activate();
    const document = await vscode.workspace.openTextDocument(await writeFile(name, text));
    await vscode.window.showTextDocument(document);
    await until('the log is counted', async () => (await hover(document, 'BoxEntryConflict')).includes('In this log'));
    return document;
  }

  it('explains a code, counts it and links to the documentation and to the events', async () => {
    const { text } = buildLog('job Box: FAIL(BoxEntryConflict)@anna FAIL(boxentryconflict)@bert ok');
    const shown = await hover(await open('HoverProvisioningLog.json', text), 'BoxEntryConflict');
    assert.match(shown, /2 events/);
    assert.match(shown, /\[Documentation\]\(https:\/\/learn\.microsoft\.com\//);
    assert.match(shown, /\[Show events\]\(command:provisioningLog\.showEvents\?/);
    assert.ok(shown.split('\n\n').length <= 12);
  });

  it('says that an unknown code is unknown', async () => {
    const { text } = buildLog('job Box: FAIL(BoxEntryConflict) FAIL(BoxSomethingNobodyKnows)');
    const shown = await hover(await open('UnknownProvisioningLog.json', text), 'BoxSomethingNobodyKnows');
    assert.match(shown, /not in the catalogue/);
  });

  it('finds the code at the document’s own offset behind wide characters, and in a dirty document', async () => {
    const { text } = buildLog('job Box: ok@{Zoë 😀 Müller} ok@{日本語} FAIL(BoxEntryConflict)', { before: '\uFEFF' });
    const document = await open('WideProvisioningLog.json', text);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    assert.match(await hover(document, 'BoxEntryConflict'), /EntryConflict/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('finds the code in a record that is broken, and nothing else there', async () => {
    const { text } = buildLog('job Box: FAIL(BoxEntryConflict)@anna FAIL(BoxTeapot)@bert ok');
    const broken = text.replace(/"cycleId":"(?=[^{]*\{[^[]*BoxTeapot)/, '"cycleId":');
    assert.equal(broken.length, text.length - 1);
    const document = await open('BrokenProvisioningLog.json', broken);
    const shown = await hover(document, 'BoxTeapot');
    assert.match(shown, /not in the catalogue/);
    assert.match(shown, /In no event of this log that can be read\./);
    assert.equal(await hover(document, '"reason":"Message: BoxTeapot'), '');
    assert.equal(await hover(document, 'Message: BoxTeapot'), '');
  });

  it('lets no hostile code become a link or markup', async () => {
    const hostile = '[x](command:workbench.action.quit)`` https://evil.example/x <img src=x>';
    const { text } = buildLog('job Box: FAIL(BoxEntryConflict) FAIL(Marker)');
    const document = await open('HostileProvisioningLog.json', text.replaceAll('"Marker"', JSON.stringify(hostile)));
    const shown = await hover(document, '[x](command');
    assert.ok(shown.includes('``'));
    const withoutSpans = shown.replace(/(`+)[^`](?:[\s\S]*?[^`])?\1(?!`)/g, '');
    assert.ok(!withoutSpans.includes('evil.example'), withoutSpans);
    assert.ok(!withoutSpans.includes('workbench.action'), withoutSpans);
  });
});
