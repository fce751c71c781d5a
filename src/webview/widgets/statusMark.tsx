import type { Status } from '../../core/model';
import { Icon, type IconName } from './icon';

const marks: Readonly<Record<Status, { icon: IconName; word: string }>> = {
  success: { icon: 'pass', word: 'Success' },
  failure: { icon: 'error', word: 'Failure' },
  skipped: { icon: 'debugStepOver', word: 'Skipped' },
  warning: { icon: 'warning', word: 'Warning' },
  unknown: { icon: 'question', word: 'Unknown' },
};

/** A status as icon and word; the colour only repeats what they say. */
export function StatusMark({ status, isChip = false }: { status: Status; isChip?: boolean }) {
  return (
    <span class={isChip ? `status chip status-${status}` : `status status-${status}`}>
      <Icon name={marks[status].icon} className="status-icon" />
      {marks[status].word}
    </span>
  );
}

/** The status as a word. */
export function statusWord(status: Status): string {
  return marks[status].word;
}
