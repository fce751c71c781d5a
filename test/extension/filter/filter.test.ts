import * as assert from '../../support/assert';
import { keepFilters } from '../../../src/extension/filter/keepFilters';
import { LogMemory } from '../../../src/extension/filter/logMemory';
import { SavedFilters } from '../../../src/extension/filter/savedFilters';
import { UserError } from '../../../src/extension/report';
import { LogTree } from '../../../src/extension/tree/logTree';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { expectedCounts, sampleFile } from '../support/workspaceFiles';

describe('the filter of a log', () => {
  let window: LogsOfTest;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
  });

  afterEach(() => window.dispose());

  it('leaves the tree with the events that match, and gives all of them back', async () => {
    const log = await window.logs.open([sampleFile()]);
    const tree = new LogTree(window.logs, window.report);
    const events = async () => {
      const rows = await tree.getChildren(tree.elementOf(log));
      return rows.reduce((sum, row) => sum + (row.kind === 'node' ? (row.node.events ?? 0) : 0), 0);
    };
    const expected = await expectedCounts();
    assert.equal(await events(), expected.events);
    log.setFilter(' status:failure ');
    assert.equal(log.filter, 'status:failure');
    assert.equal(await events(), log.info.byStatus.failure);
    log.setFilter('');
    assert.equal(await events(), expected.events);
    tree.dispose();
  });

  it('stays what it was when a query is broken, and says where the fault is', async () => {
    const log = await window.logs.open([sampleFile()]);
    log.setFilter('status:failure');
    assert.deepEqual(
      placeOfFault(() => log.setFilter('statsu:failure')),
      [0, 6],
    );
    assert.equal(log.filter, 'status:failure');
  });

  it('is there again when the log is opened in another window', async () => {
    const memory = new LogMemory(memento());
    const kept = keepFilters(window.logs, memory);
    const log = await window.logs.open([sampleFile()]);
    assert.equal(log.filter, '');
    log.setFilter('status:failure');
    kept.dispose();

    const later = logsOfTest(hostPlatform());
    const keptLater = keepFilters(later.logs, memory);
    const again = await later.logs.open([sampleFile()]);
    assert.equal(again.filter, 'status:failure');
    keptLater.dispose();
    later.dispose();
  });

  it('that no version understands any more is left out', async () => {
    const memory = new LogMemory(memento());
    memory.keep([sampleFile()], 'filter', 'gone:field');
    const kept = keepFilters(window.logs, memory);
    assert.equal((await window.logs.open([sampleFile()])).filter, '');
    kept.dispose();
  });
});

describe('saved filters', () => {
  it('are kept by name, in order, and replaced, renamed and deleted', async () => {
    const kept = memento();
    const filters = new SavedFilters(kept);
    await filters.save({ name: 'b', query: 'status:skipped' }, { name: 'a', query: 'status:failure' });
    await filters.save({ name: 'b', query: 'status:warning' });
    assert.deepEqual(new SavedFilters(kept).all, [
      { name: 'a', query: 'status:failure' },
      { name: 'b', query: 'status:warning' },
    ]);
    await filters.rename({ name: 'a', query: 'status:failure' }, 'b');
    assert.deepEqual(filters.all, [{ name: 'b', query: 'status:failure' }]);
    await filters.delete({ name: 'b', query: '' });
    assert.deepEqual(filters.all, []);
  });

  it('are none where something else was kept', () => {
    assert.deepEqual(new SavedFilters({ ...memento(), get: () => [{ name: 1 }, 'x'] }).all, []);
  });
});

function placeOfFault(task: () => void): unknown {
  try {
    task();
  } catch (error) {
    return error instanceof UserError ? [error.start, error.end] : error;
  }
  return 'no fault';
}

function memento() {
  const kept = new Map<string, unknown>();
  return {
    get: (key: string) => kept.get(key),
    update: (key: string, value: unknown) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}
