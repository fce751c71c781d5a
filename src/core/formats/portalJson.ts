import { graphFieldPaths } from './eventFields';
import { areEventKeys, mayBecomeEventKeys, type LogFormat } from './logFormat';

/** What "Download JSON" in the Entra admin center gives: a list of records, on one line. */
export const portalJson: LogFormat = {
  id: 'portal-json',
  title: 'Provisioning log (JSON)',
  matches: ({ root, elementKeys, isWhole, hasElement, hasWholeElement }) =>
    root === 'list' &&
    (areEventKeys(elementKeys) || !hasElement || (!isWhole && !hasWholeElement && mayBecomeEventKeys(elementKeys))),
  container: { kind: 'list' },
  fields: graphFieldPaths,
};
