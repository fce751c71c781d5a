import * as vscode from 'vscode';
import type { OpenLog } from '../../../src/extension/openLog';
import { LogTree } from '../../../src/extension/tree/logTree';
import type { NodeElement, TreeElement } from '../../../src/extension/tree/treeElement';
import { hostPlatform } from '../../support/hostPlatform';
import { valueOf } from '../../../src/extension/report';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { expectedCounts, sampleFile, until, writeFile } from '../support/workspaceFiles';

describe('the tree', () => {
  let window: LogsOfTest;
  let tree: LogTree;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
    tree = new LogTree(window.logs, window.report);
  });

  afterEach(() => {
    tree.dispose();
    window.dispose();
  });

  it('lists the four jobs of the sample with the counts of the generator', async () => {
    await window.logs.open([sampleFile()]);
    const [log] = await tree.getChildren();
    const jobs = (await nodes(tree, log!)).filter(({ node }) => node.kind === 'job');
    const expected = await expectedCounts();
    const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);
    assert.deepEqual(
      jobs
        .map(({ node }) => ({ name: node.label, events: node.events, failures: node.failures }))
        .sort((left, right) => byName(left, right)),
      expected.jobs
        .map(({ name, events, byStatus }) => ({ name, events, failures: byStatus.failure }))
        .sort((left, right) => byName(left, right)),
    );
    const item = tree.getTreeItem(log!);
    assert.match(String(item.description), new RegExp(`${expected.events} events`));
  });

  it('says nothing of rows that are asked for while their log is closed', async () => {
    const log = await window.logs.open([sampleFile()]);
    const element = tree.elementOf(log);
    const messages: string[] = [];
    const shown = vscode.window as { showErrorMessage: (message: string) => Thenable<undefined> };
    const { showErrorMessage } = shown;
    shown.showErrorMessage = (message) => Promise.resolve(void messages.push(message));
    try {
      const asked = tree.getChildren(element);
      window.logs.close(log);
      assert.deepEqual(await asked, []);
      assert.deepEqual(await tree.getChildren(element), []);
    } finally {
      shown.showErrorMessage = showErrorMessage;
    }
    assert.deepEqual(messages, []);
    const reply = await log.api.children(undefined);
    assert.match(reply.ok ? '' : reply.error.message, /^The log was closed/);
  });

  it('is not listed again for a log that becomes the active one', async () => {
    const other = await writeFile('other.json', buildLog('job Box: ok').text);
    let changes = 0;
    tree.onDidChangeTreeData(() => changes++);
    const log = await window.logs.open([sampleFile()]);
    await window.logs.open([other]);
    window.logs.activate(log);
    assert.equal(changes, 2);
    window.logs.close(log);
    assert.equal(changes, 3);
  });

  it('goes down to the steps of every event, each row with an id, a sentence and an icon', async () => {
    await window.logs.open([sampleFile()]);
    const ids = new Set<string>();
    const kinds = new Set<string>();
    const visit = async (element: TreeElement): Promise<void> => {
      const item = tree.getTreeItem(element);
      assert.ok(item.id !== undefined && !ids.has(item.id), 'every row has an id of its own');
      ids.add(item.id);
      assert.ok((item.accessibilityInformation?.label ?? '').length > 0);
      assert.ok(item.iconPath instanceof vscode.ThemeIcon);
      assert.equal(item.tooltip, undefined, 'tooltips come later');
      if (element.kind === 'node') kinds.add(element.node.kind);
      for (const child of await tree.getChildren(element)) {
        assert.equal(tree.getParent(child), element);
        await visit(child);
      }
    };
    for (const root of await tree.getChildren()) await visit(root);
    for (const kind of ['job', 'bucket', 'change', 'step']) assert.ok(kinds.has(kind), `there is a ${kind}`);
  });

  it('shows the event of a change when it is selected', async () => {
    const log = await window.logs.open([
      await writeFile('select.json', buildLog('job Box: FAIL(BoxEntryConflict)@anna').text),
    ]);
    const change = await firstOfKind(tree, tree.elementOf(log), 'change');
    const item = tree.getTreeItem(change);
    assert.equal(item.command?.command, 'provisioningLog.showEvent');
    assert.equal(item.command.arguments?.[0], change);
    assert.equal(item.contextValue, 'event');
  });

  it('makes no icon, link or invisible character of names', async () => {
    const name = '$(sync~spin) [x](command:workbench.action.quit) \u202Egnp';
    const text = buildLog('job Box: FAIL(BoxEntryConflict)@anna').text.replaceAll('anna', name);
    const log = await window.logs.open([await writeFile('hostile.json', text)]);
    const change = await firstOfKind(tree, tree.elementOf(log), 'change');
    const item = tree.getTreeItem(change);
    const resolved = await tree.resolveTreeItem(item, change);
    for (const shown of [item.label, item.description, item.accessibilityInformation?.label, resolved.tooltip]) {
      assert.equal(typeof shown, 'string', 'only plain text');
      assert.doesNotMatch(shown as string, /\$\(|\u202E/);
    }
    assert.match(item.label as string, /\$ \(sync~spin\).*U\+202E/);
  });

  it('makes a tooltip when somebody points at a row', async () => {
    const log = await window.logs.open([
      await writeFile('tooltip.json', buildLog('job Box: FAIL(BoxEntryConflict)@anna#c7').text),
    ]);
    const change = await firstOfKind(tree, tree.elementOf(log), 'change');
    const { tooltip } = await tree.resolveTreeItem(tree.getTreeItem(change), change);
    assert.match(tooltip as string, /Change ID: c7/);
  });

  it('puts the next thousand in the place of the row that stands for them', async () => {
    // One minute: time cannot divide these, so that they come a thousand at a time.
    const one = JSON.stringify((JSON.parse(buildLog('job Box: ok').text) as unknown[])[0]);
    const events = Array.from({ length: 2_500 }, (_, index) =>
      one.replaceAll('event-1', `event-${index}`).replaceAll('change-1', `change-${index}`),
    );
    const log = await window.logs.open([await writeFile('many.json', `[${events.join(',')}]`)]);
    const more = await firstOfKind(tree, tree.elementOf(log), 'more');
    const before = (await nodes(tree, more.parent)).length;
    assert.ok(before <= 1_001);
    const first = await tree.showMore(more);
    const after = await nodes(tree, more.parent);
    assert.equal(after[before - 1], first);
    assert.equal(after.length, before + 1_000);
    const ids = after.map((element) => tree.getTreeItem(element).id);
    assert.equal(new Set(ids).size, ids.length);

    const last = valueOf(await log.api.find('', { offset: 2_499, limit: 1 })).events[0]!.row;
    const found = await tree.find(log, valueOf(await log.api.pathTo(last)));
    assert.equal(found?.kind === 'node' && found.node.row, last);
  });

  it('lists what could not be read', async () => {
    const { text } = buildLog('job Box: ok ok ok');
    const log = await window.logs.open([await writeFile('cut.json', text.slice(0, -40))]);
    const problems = await firstOfKind(tree, tree.elementOf(log), 'problems');
    const [problem] = await nodes(tree, problems);
    assert.ok(problem !== undefined);
    assert.equal(tree.getTreeItem(problem).command?.command, 'provisioningLog.showBytes');
  });

  it('says at the log that its file has changed, and asks again after a reload', async () => {
    const file = await writeFile('stale.json', buildLog('job Box: ok').text);
    const log = await window.logs.open([file]);
    const element = tree.elementOf(log);
    assert.equal((await nodes(tree, element))[0]?.node.events, 1);
    await writeFile('stale.json', buildLog('job Box: ok ok').text);
    await until('the log is stale', () => log.checkFiles());
    assert.match(String(tree.getTreeItem(element).description), /changed on disk/);
    await log.reload();
    assert.doesNotMatch(String(tree.getTreeItem(element).description), /changed/);
    assert.equal((await nodes(tree, element))[0]?.node.events, 2);
  });
});

async function nodes(tree: LogTree, element: TreeElement): Promise<readonly NodeElement[]> {
  return (await tree.getChildren(element)).filter((child): child is NodeElement => child.kind === 'node');
}

/** The first row of a kind, going down level by level. */
async function firstOfKind(
  tree: LogTree,
  from: TreeElement & { readonly log: OpenLog },
  kind: NodeElement['node']['kind'],
): Promise<NodeElement> {
  let level: readonly TreeElement[] = [from];
  while (level.length > 0) {
    const below = (await Promise.all(level.map((element) => nodes(tree, element)))).flat();
    const found = below.find(({ node }) => node.kind === kind);
    if (found !== undefined) return found;
    level = below;
  }
  return assert.fail(`The tree has no ${kind}.`);
}
