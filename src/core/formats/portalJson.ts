import { jsonFormat } from './jsonFormat';
import { areEventKeys, mayBecomeEventKeys } from './logFormat';

/** What "Download JSON" in the Entra admin center gives: a list of records, on one line. */
export const portalJson = jsonFormat({
  id: 'portal-json',
  title: 'Provisioning log (JSON)',
  matches: ({ root, elementKeys, isWhole, hasElement, hasWholeElement }) =>
    root === 'list' &&
    (areEventKeys(elementKeys) || !hasElement || (!isWhole && !hasWholeElement && mayBecomeEventKeys(elementKeys))),
  container: { kind: 'list' },
});
