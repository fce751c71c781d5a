import * as assert from '../../support/assert';
import { keepGroupings } from '../../../src/extension/filter/keepGroupings';
import { LogMemory } from '../../../src/extension/filter/logMemory';
import { LogTree } from '../../../src/extension/tree/logTree';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { sampleFile } from '../support/workspaceFiles';

describe('the grouping of a log', () => {
  let window: LogsOfTest;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
  });

  afterEach(() => window.dispose());

  it('is what the first level of the tree shows', async () => {
    const log = await window.logs.open([sampleFile()]);
    const tree = new LogTree(window.logs, window.report);
    const labels = async () =>
      (await tree.getChildren(tree.elementOf(log))).map((row) => (row.kind === 'node' ? row.node.label : ''));
    const jobs = await labels();
    log.setGrouping('turn');
    assert.equal(log.view.grouping, 'turn');
    assert.ok((await labels()).includes("Target application's owner"));
    log.setGrouping('nothing of the kind');
    assert.equal(log.view.grouping, 'turn');
    log.setGrouping('job');
    assert.deepEqual(await labels(), jobs);
    tree.dispose();
  });

  it('is there again when the log is opened in another window', async () => {
    const values = new Map<string, unknown>();
    const memory = new LogMemory({
      get: (key) => values.get(key),
      update: (key, value) => Promise.resolve(void values.set(key, value)),
    });
    const kept = keepGroupings(window.logs, memory);
    (await window.logs.open([sampleFile()])).setGrouping('code');
    kept.dispose();

    const later = logsOfTest(hostPlatform());
    const keptLater = keepGroupings(later.logs, memory);
    assert.equal((await later.logs.open([sampleFile()])).grouping.id, 'code');
    keptLater.dispose();
    later.dispose();
  });
});
