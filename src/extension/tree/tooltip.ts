import { plainLabel } from '../../core/text/escape';
import type { TreeElement } from './treeElement';

/** So much of a reason fits into a tooltip. */
const MAX_REASON_LENGTH = 500;

/** So many contents of archives are listed. */
const MAX_CONTENTS = 20;

/** What is said of a row when somebody points at it: plain text, so that nothing in it is a link or a command. */
export async function tooltipOf(element: TreeElement): Promise<string> {
  if (element.kind === 'log') {
    const { log } = element;
    const folders = log.files.map((file) => plainLabel(file.fsPath));
    const unpacked = log.info.files.filter(({ form }) => form === 'unpacked').slice(0, MAX_CONTENTS);
    return [
      ...folders,
      ...unpacked.map(({ name }) => plainLabel(name)),
      log.info.format,
      ...log.info.notices.map((notice) => plainLabel(notice)),
      plainLabel(log.staleness?.message ?? ''),
    ]
      .filter((line) => line !== '')
      .join('\n');
  }
  const { node, log } = element;
  const lines = [plainLabel(node.sentence)];
  if (node.row !== undefined && node.kind !== 'step') {
    const reply = await log.event(node.row);
    if (!reply.ok) return [...lines, plainLabel(reply.error.message)].join('\n');
    const { error, changeId, id } = reply.value;
    const reason = error?.reason.slice(0, MAX_REASON_LENGTH) ?? '';
    if (reason !== '') lines.push(...reason.split(/\r\n|\r|\n/).map((line) => plainLabel(line)));
    if (changeId !== '') lines.push(`Change ID: ${plainLabel(changeId)}`);
    if (id !== '') lines.push(`Event ID: ${plainLabel(id)}`);
  }
  return lines.join('\n');
}
