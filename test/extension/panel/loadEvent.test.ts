import { CodeCatalogue } from '../../../src/extension/codeCatalogue';
import { loadEvent, type LoadedEvent } from '../../../src/extension/panel/loadEvent';
import * as assert from '../../support/assert';
import { buildLog } from '../../support/buildLog';
import { hostPlatform } from '../../support/hostPlatform';
import { logsOfTest } from '../support/window';
import { writeFile } from '../support/workspaceFiles';

/** More than a worker reads before it tells of a part. */
const EVENTS = 7_000;

describe('an event of a log that is still being read', () => {
  it('says so until all is read', async () => {
    const window = logsOfTest(hostPlatform());
    const codes = new CodeCatalogue(window.report);
    const one = buildLog('job Box: FAIL(BoxEntryConflict)@anna').text.slice(1, -1);
    const records = Array.from({ length: EVENTS }, (_, index) => one.replace('event-1', `event-${index}`));
    const file = await writeFile('event-of-a-part.json', `[${records.join(',')}]`);
    let ofPart: Promise<LoadedEvent> | undefined;
    const log = await window.logs.open([file], {
      onPartial: (part) => {
        ofPart = loadEvent(part, 0, codes.index);
      },
    });
    assert.match((await ofPart)?.state.notice ?? '', /^The log is still being read: counts/);
    const { state } = await loadEvent(log, 0, codes.index);
    assert.equal(state.notice, undefined);
    assert.equal(state.sameObject?.total, EVENTS);
    codes.dispose();
    window.dispose();
  });
});
