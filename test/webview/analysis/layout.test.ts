import * as assert from 'node:assert/strict';
import { firstLayout, readLayout } from '../../../src/webview/analysis/layout';

describe('readLayout', () => {
  it('reads what was kept', () => {
    const layout = {
      ...firstLayout,
      columns: ['code', 'time'],
      widths: { code: 90 },
      timeline: 'table',
      showsFacets: false,
    };
    assert.deepEqual(readLayout(JSON.parse(JSON.stringify(layout))), { ...layout, sort: undefined });
  });

  it('takes of what another version kept what it understands', () => {
    const kept = {
      columns: ['gone', 'code', 'code', 7],
      widths: { code: 'wide', gone: 7, status: 80 },
      sort: { field: 'gone' },
      section: 7,
      timeline: 'sphere',
    };
    assert.deepEqual(readLayout(kept), {
      ...firstLayout,
      columns: ['code'],
      widths: { status: 80 },
      sort: undefined,
      showsFacets: undefined,
    });
    for (const nothing of [undefined, null, 'x', 7]) assert.deepEqual(readLayout(nothing), firstLayout);
  });
});
