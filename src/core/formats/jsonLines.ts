import { jsonFormat } from './jsonFormat';
import { inLines } from './places';

/** Records of the Graph API one after the other, one a line or pretty; or only one, as PowerShell and log viewers save it. */
export const jsonLines = jsonFormat({
  id: 'json-lines',
  title: 'Provisioning log (JSON Lines)',
  matches: (head) => head.root === 'object' && head.areEvents(inLines.path),
  container: inLines.container,
});
