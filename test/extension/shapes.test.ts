import * as vscode from 'vscode';
import { formats } from '../../src/core/formats/formats';
import type { EventSummary } from '../../src/core/model';
import type { OpenLog, ProvisioningLogApi } from '../../src/extension/api';
import { CodeCatalogue } from '../../src/extension/codeCatalogue';
import { VIRTUAL_SCHEME, readVirtualUri } from '../../src/extension/documents/virtualUri';
import { loadEvent } from '../../src/extension/panel/loadEvent';
import { LogTree } from '../../src/extension/tree/logTree';
import type { TreeElement } from '../../src/extension/tree/treeElement';
import { tripleFiles } from '../generator/csvTriple';
import type { GraphRecord, Shape } from '../generator/shapes/shape';
import { shapes } from '../generator/shapes/shapes';
import * as assert from '../support/assert';
import { buildLog } from '../support/buildLog';
import { hostPlatform } from '../support/hostPlatform';
import { closeEditors, logsOfTest } from './support/window';
import { until, writeFile } from './support/workspaceFiles';

const CODE = 'BoxEntryConflict';
const MEANING = /The target already has a conflicting object/;
const EVENTS = 3;
const drawing = `job Box: ok@anna FAIL(${CODE})@{Zoë Müller} skip(RedundantExport)@chris`;

interface OpenShape {
  readonly files: readonly vscode.Uri[];
  readonly log: OpenLog;
  /** In file order; the second one has failed. */
  readonly events: readonly EventSummary[];
}

describe('every shape of a log', function () {
  this.timeout(60_000);
  let opened: OpenLog[] = [];

  afterEach(async () => {
    for (const log of opened) {
      log.close();
      await vscode.commands.executeCommand('provisioningLog.close', log.files.map(String));
    }
    opened = [];
    await closeEditors();
  });

  it('is written by one of the shapes that are tried here', () => {
    const written = new Set(shapes.flatMap(({ format, otherFormats = [] }) => [format, ...otherFormats]));
    assert.deepEqual(
      formats.map(({ id }) => id).filter((id) => !written.has(id)),
      [],
    );
  });

  for (const [number, shape] of shapes.entries()) {
    it(`opens, is explained, found and prettified: ${shape.id}`, async () => {
      const open = await analyze(shape, number);
      await holdsItsEvents(shape, open);
      await showsTree(open);
      await showsEvent(open);
      await revealsEvents(open);
      await explainsCode(shape, open);
      await prettifies(shape, open);
    });
  }

  /** Opens the first file in an editor and analyzes its tab. */
  async function analyze(shape: Shape, number: number): Promise<OpenShape> {
    const files: vscode.Uri[] = [];
    const texts = shape.write(recordsOf(number));
    for (const [index, text] of texts.entries()) {
      const name = shape.format.endsWith('csv') ? Object.values(tripleFiles)[index]! : 'download.json';
      files.push(await writeFile(`shapes/${number}/${name}`, text));
    }
    await vscode.window.showTextDocument(files[0]!);
    const count = await vscode.commands.executeCommand<number>('provisioningLog.analyze');
    assert.equal(count, EVENTS);
    const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
    const log = await (await extension!.activate()).open(files);
    opened.push(log);
    const { events } = await log.find();
    return { files, log, events };
  }
});

/** Other changes for every shape: a file with the same events as an open log would join it. */
function recordsOf(number: number): readonly GraphRecord[] {
  const { text } = buildLog(drawing);
  return JSON.parse(text.replaceAll(/"(event|change)-/g, `"shape-${number}-$1-`)) as GraphRecord[];
}

async function holdsItsEvents(shape: Shape, { log, events }: OpenShape): Promise<void> {
  const title = formats.find(({ id }) => id === shape.format)?.title ?? '';
  assert.ok(log.format.includes(title), log.format);
  assert.deepEqual(log.problems, []);
  assert.deepEqual(
    events.map(({ identity, status }) => [identity, status]),
    [
      ['anna', 'success'],
      ['Zoë Müller', 'failure'],
      ['chris', 'skipped'],
    ],
  );
  const { jobs } = await log.summary();
  assert.deepEqual(
    jobs.map(({ name, events: count }) => [name, count]),
    [['Box', EVENTS]],
  );
}

/** From the log's row down to a step of each event. */
async function showsTree({ files }: OpenShape): Promise<void> {
  const window = logsOfTest(hostPlatform());
  const tree = new LogTree(window.logs, window.report);
  const codes = new CodeCatalogue(window.report);
  try {
    const log = await window.logs.open(files);
    const rows: string[] = [];
    const events = new Set<number | undefined>();
    const visit = async (element: TreeElement): Promise<void> => {
      const { label, description } = tree.getTreeItem(element);
      rows.push(`${typeof label === 'string' ? label : (label?.label ?? '')} ${String(description)}`);
      if (element.kind === 'node' && element.node.kind === 'change') events.add(element.node.row);
      for (const child of await tree.getChildren(element)) await visit(child);
    };
    await visit(tree.elementOf(log));
    for (const part of [/^Box /, /^anna/, /^Zoë Müller/, /^chris/, /^EntryExportUpdate|^Export/]) {
      assert.ok(
        rows.some((row) => part.test(row)),
        `${part} in\n${rows.join('\n')}`,
      );
    }
    assert.ok(!rows.some((row) => /undefined|\[object|NaN/.test(row)), rows.join('\n'));
    assert.deepEqual([...events].sort(), [0, 1, 2], 'a failure stands in two places');
    const { state, event } = await loadEvent(log, 1, codes.index);
    assert.equal(event.identity, 'Zoë Müller');
    assert.equal(state.notice, undefined);
    assert.ok(!/undefined|\[object |NaN/.test(JSON.stringify(state)), JSON.stringify(state));
  } finally {
    codes.dispose();
    tree.dispose();
    window.dispose();
  }
}

/** What the panel shows is what commands without an argument are about. */
async function showsEvent({ log, events }: OpenShape): Promise<void> {
  const { key } = events[1]!;
  await vscode.commands.executeCommand('provisioningLog.showEvent', { log: log.files.map(String), key });
  assert.ok(
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Event Details')),
    'the panel is open',
  );
  await vscode.commands.executeCommand('provisioningLog.openEventAsText');
  await until('the event is shown', () => shownDocument()?.uri.scheme === VIRTUAL_SCHEME);
  const address = readVirtualUri(shownDocument()!.uri);
  assert.equal(address?.kind === 'event' ? address.key : undefined, key);
}

async function revealsEvents({ log, files, events }: OpenShape): Promise<void> {
  for (const { key, changeId, file } of events) {
    await vscode.commands.executeCommand('provisioningLog.revealInFile', { log: log.files.map(String), key });
    const address = files[file]!.toString();
    await until('the file is shown', () => shownDocument()?.uri.toString() === address);
    const { document, selection } = vscode.window.activeTextEditor!;
    const selected = document.getText(selection);
    const others = events.filter((other) => other.changeId !== changeId);
    assert.ok(selected.includes(changeId), selected);
    assert.ok(!others.some((other) => selected.includes(other.changeId)), selected);
    const raw = (await log.event(key))?.raw.split(/\r?\n\r?\n/)[0] ?? '';
    assert.equal(selected.replaceAll('\r\n', '\n'), raw.replaceAll('\r\n', '\n'));
  }
}

async function explainsCode(shape: Shape, { files, events }: OpenShape): Promise<void> {
  const { errorCode, file } = events[1]!;
  const document = await vscode.workspace.openTextDocument(files[file]!);
  const offset = document.getText().indexOf(CODE);
  // What is cut deeply has lost its codes.
  assert.equal(offset >= 0, errorCode === CODE, shape.id);
  if (offset < 0) return;
  const shown = await hoverAt(document, offset + 2);
  assert.match(shown, MEANING);
  assert.match(shown, /In this log: 1 event/);
}

async function prettifies(shape: Shape, { files }: OpenShape): Promise<void> {
  const window = vscode.window as { showErrorMessage: (message: string) => Thenable<undefined> };
  const { showErrorMessage } = window;
  const messages: string[] = [];
  window.showErrorMessage = (message) => Promise.resolve(void messages.push(message));
  try {
    await vscode.window.showTextDocument(files[0]!);
    await vscode.commands.executeCommand('provisioningLog.prettify', files[0]);
  } finally {
    window.showErrorMessage = showErrorMessage;
  }
  if (shape.format.endsWith('csv')) {
    assert.match(messages.join(), /is a table, not JSON: there is nothing to prettify/);
    return;
  }
  assert.deepEqual(messages, []);
  await until('the pretty log is shown', () => shownDocument()?.uri.scheme === VIRTUAL_SCHEME);
  const pretty = shownDocument()!;
  const original = await vscode.workspace.openTextDocument(files[0]!);
  assert.equal(withoutSpaces(pretty.getText()), withoutSpaces(original.getText()));
  assert.ok(pretty.lineCount > 3 * EVENTS, `${pretty.lineCount} lines`);
  const offset = pretty.getText().indexOf(CODE);
  if (offset >= 0) assert.match(await hoverAt(pretty, offset + 2), MEANING);
}

async function hoverAt(document: vscode.TextDocument, offset: number): Promise<string> {
  const position = document.positionAt(offset);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (part as vscode.MarkdownString).value).join('\n');
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/[\s\uFEFF]/g, '');
}

function shownDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}
