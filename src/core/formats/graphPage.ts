import { jsonFormat } from './jsonFormat';
import { areEventKeys } from './logFormat';

/**
 * A saved answer of `GET /auditLogs/provisioning`:
 * https://learn.microsoft.com/graph/api/provisioningobjectsummary-list
 */
export const graphPage = jsonFormat({
  id: 'graph-page',
  title: 'Microsoft Graph response',
  matches: ({ root, memberElementKeys, context }) => {
    if (root !== 'object') return false;
    const keys = memberElementKeys.get('value');
    return keys !== undefined && (areEventKeys(keys) || (keys.size === 0 && /auditlogs\/provisioning/i.test(context)));
  },
  container: { kind: 'member', key: 'value' },
  notice: (member, value) =>
    member.toLowerCase() === '@odata.nextlink' && value !== ''
      ? 'This file is one page of a longer answer of Microsoft Graph (it ends with @odata.nextLink): events of the other pages are missing here.'
      : undefined,
});
