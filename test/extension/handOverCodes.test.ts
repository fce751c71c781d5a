import * as vscode from 'vscode';
import * as assert from '../support/assert';
import { CodeCatalogue } from '../../src/extension/codeCatalogue';
import { handOverCodes } from '../../src/extension/handOverCodes';
import { valueOf } from '../../src/extension/report';
import { LogTree } from '../../src/extension/tree/logTree';
import { hostPlatform } from '../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from './support/window';
import { sampleFile } from './support/workspaceFiles';

const own = [
  { code: 'SalesforceLicenseLimitExceeded', title: 'No license', cause: 'Ask support.', turn: 'microsoftSupport' },
];

describe('the codes of the setting', () => {
  let window: LogsOfTest;
  let codes: CodeCatalogue;
  let subscription: vscode.Disposable;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
    codes = new CodeCatalogue(window.report);
    subscription = handOverCodes(window.logs, codes);
  });

  afterEach(async () => {
    await setOwnCodes(undefined);
    subscription.dispose();
    codes.dispose();
    window.dispose();
  });

  it('say at once whose turn it is, in the tree and to whoever counts', async () => {
    const log = await window.logs.open([sampleFile()]);
    log.setGrouping('turn');
    const tree = new LogTree(window.logs, window.report);
    const inTree = async () => {
      const rows = await tree.getChildren(tree.elementOf(log));
      const row = rows.find((each) => each.kind === 'node' && each.node.label === 'Microsoft support');
      return row?.kind === 'node' ? row.node.events : undefined;
    };
    const counted = async () => valueOf(await log.api.find('turn:microsoftSupport', { offset: 0, limit: 0 })).total;
    const before = await inTree();
    assert.equal(await counted(), before);
    const affected = valueOf(await log.api.find('code:SalesforceLicenseLimitExceeded', { offset: 0, limit: 0 })).total;
    assert.ok(affected > 0);

    for (const [value, events] of [
      [own, (before ?? 0) + affected],
      [undefined, before],
    ] as const) {
      const redrawn = new Promise<void>((resolve) => {
        const listener = tree.onDidChangeTreeData(() => {
          listener.dispose();
          resolve();
        });
      });
      const told = new Promise<void>((resolve) => {
        const listener = window.logs.onDidChangeCodes((changed) => {
          assert.equal(changed, log);
          listener.dispose();
          resolve();
        });
      });
      await setOwnCodes(value);
      await Promise.all([redrawn, told]);
      assert.equal(await inTree(), events);
      assert.equal(await counted(), events);
    }
    tree.dispose();
  });
});

async function setOwnCodes(value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('provisioningLog');
  await configuration.update('customErrorCodes', value, vscode.ConfigurationTarget.Workspace);
}
