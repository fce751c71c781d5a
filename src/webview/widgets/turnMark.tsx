import type { Turn } from '../../core/codes/errorCode';
import type { KnownWords } from '../../core/text/eventView';
import { Icon, type IconName } from './icon';

const icons: Readonly<Record<Turn, IconName>> = {
  wait: 'watch',
  sourceData: 'database',
  configuration: 'gear',
  targetOwner: 'organization',
  microsoftSupport: 'commentDiscussion',
};

/** Whose turn it is, as icon and words, with a sentence that says what that means. */
export function TurnMark({ turn }: { turn: KnownWords['turn'] }) {
  return (
    <p class="turn">
      <span class="mark">
        <Icon name={icons[turn.id]} />
        {`Whose turn: ${turn.title}`}
      </span>
      <span class="quiet">{turn.sentence}</span>
    </p>
  );
}
