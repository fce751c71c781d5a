import type { FieldId } from '../../core/columns/derivedColumns';
import { actions, statuses, type Action, type Status } from '../../core/model';
import { plainLabel } from '../../core/text/escape';
import { formatDuration } from '../../core/text/formatDuration';
import { actionTitle, statusTitle } from '../../core/text/titles';
import { StatusMark } from '../widgets/statusMark';

/** One value of an event in one line. Log text stands in a text node of its own, what hides in it spelled out. */
export function Cell({ field, text }: { field: FieldId; text: string }) {
  if (text === '') return null;
  if (field === 'status' && isStatus(text)) return <StatusMark status={text} />;
  return <bdi>{cellText(field, text)}</bdi>;
}

/** One value as the table writes it. */
export function cellText(field: FieldId, text: string): string {
  switch (field) {
    case 'time':
      return text.slice(0, 19).replace('T', ' ');
    case 'duration':
      return formatDuration(Number(text));
    case 'status':
      return isStatus(text) ? statusTitle(text) : plainLabel(text);
    case 'action':
      return isAction(text) ? actionTitle(text) : plainLabel(text);
    case 'attribute':
      return plainLabel(text.replaceAll('\n', ', '));
    default:
      return plainLabel(text);
  }
}

function isStatus(text: string): text is Status {
  return (statuses as readonly string[]).includes(text);
}

function isAction(text: string): text is Action {
  return (actions as readonly string[]).includes(text);
}
