import { GraphFilter } from './graphFilter';
import { commentLines, Notes, questionOf } from './notes';
import type { Translation } from './translation';

const paging = 'The answer is a page of the events; the next one is behind its @odata.nextLink.';

/** A request to Microsoft Graph, in the form that REST clients run. */
export const graph: Translation = {
  id: 'graph',
  title: 'Microsoft Graph request',
  use: 'For Graph Explorer or a REST client; needs AuditLog.Read.All and Directory.Read.All.',
  translate(tree, query, cloud) {
    const notes = new Notes();
    const writer = new GraphFilter(notes);
    const filter = writer.of(tree);
    const isBeta = writer.isBeta && filter !== undefined;
    if (isBeta) {
      notes.add('The documentation names a filter in it for the beta endpoint only: that is what is asked.');
    }
    if (!cloud.hasProvisioningLogs) {
      notes.add(`Microsoft Graph hands out no provisioning logs in this cloud (${cloud.title}).`);
    }
    const version = isBeta ? 'beta' : 'v1.0';
    const address = `${cloud.graph}/${version}/auditLogs/provisioning`;
    const request = filter === undefined ? address : `${address}?$filter=${encodeURIComponent(filter)}`;
    return {
      text: `${commentLines('#', [questionOf(query), ...notes.all, paging])}GET ${request}\n`,
      notes: notes.all,
    };
  },
};
