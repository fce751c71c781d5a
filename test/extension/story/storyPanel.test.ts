import * as vscode from 'vscode';
import * as assert from '../../support/assert';
import { findItems } from '../../../src/extension/story/pickObject';
import { readStory } from '../../../src/extension/story/readStory';
import { valueOf } from '../../../src/extension/report';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest, type LogsOfTest } from '../support/window';
import { sampleFile } from '../support/workspaceFiles';

describe('the history of an object', () => {
  let window: LogsOfTest;

  beforeEach(() => {
    window = logsOfTest(hostPlatform());
  });

  afterEach(() => window.dispose());

  it('is found by name, and told with a sentence for each event', async () => {
    const log = await window.logs.open([sampleFile()]);
    const [first] = await findItems([log], '');
    assert.ok(first?.alwaysShow === true);
    const [again] = await findItems([log], first.label);
    assert.equal(again?.label, first.label);

    const ids = valueOf(await log.api.idsOf(first.row));
    const { token } = new vscode.CancellationTokenSource();
    const { state, events } = await readStory([log], ids, token);
    assert.equal(state.events.length, events.length);
    assert.equal(state.total, events.length);
    assert.ok(events.some(({ row }) => row === first.row));
    for (const { sentence, log: name } of state.events) {
      assert.match(sentence, /\.$/);
      assert.equal(name, undefined);
    }
    const times = state.events.map(({ time }) => time);
    assert.deepEqual(times, [...times].sort());
  });
});
