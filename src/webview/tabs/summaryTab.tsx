import { plainLabel } from '../../core/text/escape';
import type { SummaryGroup } from '../../core/text/eventView';
import { Button } from '../widgets/button';
import { DetailTable } from '../widgets/detailTable';
import { ObjectTimeline } from './objectTimeline';
import type { Tab, TabActions } from './tab';

/**
 * The event's facts in groups: what happened, the object on both sides beside each other, the IDs that support asks
 * for, and what else the log holds on the object.
 */
export const summaryTab: Tab = {
  id: 'summary',
  title: 'Summary',
  Content: ({ event, sameObject, actions }) => {
    const groups = event.summary.map((group, position) => (
      <Group key={group.title} group={group} position={position} actions={actions} />
    ));
    const isSide = event.summary.map(({ side }) => side !== undefined);
    const first = isSide.includes(true) ? isSide.indexOf(true) : groups.length;
    const behind = isSide.includes(true) ? isSide.lastIndexOf(true) + 1 : groups.length;
    return (
      <>
        {groups.slice(0, first)}
        {first < behind && <div class="sides">{groups.slice(first, behind)}</div>}
        {groups.slice(behind)}
        {sameObject !== undefined && (
          <ObjectTimeline events={sameObject} shownRow={event.row} onShow={(row) => actions.showRow(row)} />
        )}
      </>
    );
  },
};

function Group({ group, position, actions }: { group: SummaryGroup; position: number; actions: TabActions }) {
  return (
    <section>
      <h2>{group.title}</h2>
      <DetailTable
        caption={group.title}
        rows={group.rows}
        absent="not in the log"
        action={(row, rowPosition) =>
          row.value !== null &&
          row.value !== '' && (
            <Button
              icon="copy"
              label={`Copy ${plainLabel(row.name)}`}
              onPress={() => actions.copySummaryValue(position, rowPosition, plainLabel(row.name))}
            />
          )
        }
      />
    </section>
  );
}
