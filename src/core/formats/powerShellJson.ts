import { graphFieldPaths, type FieldPath } from './eventFields';
import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import type { LogFormat } from './logFormat';
import { inLines, inList, inPages, type Place } from './places';

/** Details may stand one level lower than in Graph's own records. */
const fields: readonly FieldPath[] = [
  ...graphFieldPaths,
  ...graphFieldPaths
    .filter(({ path }) => path.includes('.details.'))
    .map((each) => ({ ...each, path: each.path.replace('.details.', '.details.additionalproperties.') })),
];

/** What `Get-MgAuditLogProvisioning | ConvertTo-Json -Depth 10` gives: Graph's names, with capitals. */
function powerShell(id: string, title: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title,
    matches: (head) =>
      head.root === root &&
      head.areEvents(path) &&
      /"(?:ActivityDateTime|ChangeId|CycleId|JobId|ProvisioningSteps)"/.test(head.text),
    container,
    fields,
  });
}

/** Several events. */
export const powerShellList = powerShell('powershell-list', 'PowerShell export (JSON)', inList, 'list');

/** Several events as Windows PowerShell writes some lists: `{"value": […], "Count": 2}`. */
export const powerShellPages = powerShell('powershell-pages', 'PowerShell export (JSON)', inPages('value'), 'object');

/** Only one event, or one after the other. */
export const powerShellLines = powerShell('powershell-lines', 'PowerShell export (one event)', inLines, 'object');
