import { documentation } from '../../codes/documentation';
import { formatCounted } from '../../text/formatValue';
import { type FindingKind, nothing, notKnown } from './finding';

/** Deletes that accidental deletion prevention holds back until an administrator decides. */
export const stagedDeletes: FindingKind = {
  id: 'stagedDeletes',
  title: 'Deletes that are held back',
  rank: 85,
  find(context) {
    let isActionKnown = false;
    for (let row = 0; row < context.rowCount && !isActionKnown; row++)
      isActionKnown = context.actionOf(row) !== 'unknown';
    if (!isActionKnown) return notKnown('No event says what it was to do.');
    const query = 'action:stageddelete';
    const { events, objects } = context.count(query);
    if (events === 0) return nothing;
    const what = objects === 0 ? formatCounted(events, 'delete') : `Deletes of ${formatCounted(objects, 'object')}`;
    return {
      findings: [
        context.finding({
          id: 'stagedDeletes',
          title: 'Deletes are held back',
          sentence: `${what} are held back by accidental deletion prevention. An administrator allows them on the Provisioning page, or corrects the scope.`,
          certainty: 'certain',
          why: 'The log names the action of each of them.',
          unseen: 'Whether an administrator has decided since, and which threshold is set.',
          query,
          documentation: documentation.accidentalDeletions,
        }),
      ],
    };
  },
};
