import * as assert from 'node:assert/strict';
import { summarise } from '../../../src/core/analysis/summary';
import { drawStore } from '../../support/drawStore';

const noAction = { create: 0, update: 0, delete: 0, disable: 0, stageddelete: 0, other: 0, unknown: 0 };
const noStatus = { success: 0, failure: 0, skipped: 0, warning: 0, unknown: 0 };

describe('summarise', () => {
  it('counts by job, status, action and error code', () => {
    const store = drawStore([
      { jobId: 'scim.1', job: 'ServiceNow', status: 'failure', action: 'create', code: 'BoxConflict' },
      { jobId: 'box.2', job: 'Box', status: 'success', action: 'create' },
      { jobId: 'SCIM.1', job: 'ServiceNow', status: 'FAILURE', action: 'StagedDelete', code: 'boxconflict' },
      { job: 'Box', status: 'paused', action: 'EntryExportUpdate' },
      {},
    ]);
    assert.deepEqual(summarise(store), {
      events: 5,
      jobs: [
        { jobId: 'scim.1', name: 'ServiceNow', events: 2, byStatus: { ...noStatus, failure: 2 } },
        { jobId: 'box.2', name: 'Box', events: 1, byStatus: { ...noStatus, success: 1 } },
        { jobId: '', name: 'Box', events: 1, byStatus: { ...noStatus, unknown: 1 } },
        { jobId: '', name: 'No job', events: 1, byStatus: { ...noStatus, unknown: 1 } },
      ],
      byStatus: { ...noStatus, failure: 2, success: 1, unknown: 2 },
      byAction: { ...noAction, create: 2, stageddelete: 1, unknown: 2 },
      byErrorCode: { BoxConflict: 1, boxconflict: 1 },
    });
  });

  it('counts nothing in an empty log', () => {
    const empty = { events: 0, jobs: [], byStatus: noStatus, byAction: noAction, byErrorCode: {} };
    assert.deepEqual(summarise(drawStore([])), empty);
  });

  it('counts codes that are named like what every object has', () => {
    const { byErrorCode } = summarise(
      drawStore([{ code: '__proto__' }, { code: 'constructor' }, { code: '__proto__' }]),
    );
    assert.deepEqual(Object.entries(byErrorCode), [
      ['__proto__', 2],
      ['constructor', 1],
    ]);
  });
});
