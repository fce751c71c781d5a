import { jsonFormat } from './jsonFormat';
import { inList } from './places';

/** What "Download JSON" in the Entra admin center gives: a list of records, on one line. */
export const portalJson = jsonFormat({
  id: 'portal-json',
  title: 'Provisioning log (JSON)',
  matches: (head) => head.root === 'list' && (head.areEvents(inList.path) || !head.hasElement),
  container: inList.container,
});
