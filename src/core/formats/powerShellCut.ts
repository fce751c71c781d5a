import type { FileHead } from './fileHead';
import { jsonFormat } from './jsonFormat';
import type { LogFormat } from './logFormat';
import { inLines, inList, inPages, memberAt, type Place } from './places';
import { powerShellNotation } from './powerShellText';

/** What is below the second level of a record, and may have become text. */
const cutMembers = [
  'provisioningsteps',
  'provisioningsteps.details',
  'modifiedproperties',
  'provisioningstatusinfo',
  'provisioningstatusinfo.errorinformation',
  'statusinfo',
  'statusinfo.errorinformation',
  'serviceprincipal',
  'sourcesystem',
  'sourcesystem.details',
  'targetsystem',
  'targetsystem.details',
  'sourceidentity',
  'sourceidentity.details',
  'targetidentity',
  'targetidentity.details',
  'initiatedby',
];

/**
 * What `ConvertTo-Json` without `-Depth` leaves of a log: everything below the second level is text.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/convertto-json
 */
function cut(id: string, { container, path }: Place, root: FileHead['root']): LogFormat {
  return jsonFormat({
    id,
    title: 'Provisioning log, cut by PowerShell',
    caution:
      'PowerShell’s ConvertTo-Json has cut this file, because it ran without -Depth: details of steps, values and some error texts are lost. What is left is shown. Open the original download instead; “Prettify Provisioning Log” makes it readable without loss.',
    matches: (head) => head.root === root && head.areEvents(path) && isCut(head, path),
    container,
    embedded: cutMembers,
    notation: powerShellNotation,
  });
}

/** A list of records. */
export const cutList = cut('powershell-cut-list', inList, 'list');

/** Records in a page. */
export const cutPages = cut('powershell-cut-pages', inPages('value'), 'object');

/** One record, or one after the other. */
export const cutLines = cut('powershell-cut-lines', inLines, 'object');

/** What is said of a file of whose events nothing is left but their text; undefined for others. */
export function cutToNothing(head: FileHead): string | undefined {
  const paths = ['[]', 'value[]', '[].value[]', 'value', '[].value'];
  return paths.some((path) => isCutText(head.textAt(path)))
    ? 'PowerShell’s ConvertTo-Json has cut this file, because it ran without -Depth: its events have become text. Open the original download.'
    : undefined;
}

function isCut(head: FileHead, path: string): boolean {
  return cutMembers.some((member) => {
    const [own, ...inner] = member.split('.');
    const places = inner.length === 0 ? [own!, `${own}[]`] : [member, `${own}[].${inner.join('.')}`];
    return places.some((place) => isCutText(head.textAt(memberAt(path, place))));
  });
}

function isCutText(text: string): boolean {
  return /^(?:@\{.*\}|System\.Object\[\]|System\.Collections\.Hashtable)$/s.test(text);
}
