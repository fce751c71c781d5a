import { plainLabel } from '../../core/text/escape';
import { Button } from '../widgets/button';
import { DetailTable } from '../widgets/detailTable';
import { ObjectTimeline } from './objectTimeline';
import type { Tab } from './tab';

/**
 * The event's facts in groups: what happened, the object in both systems, the IDs that support asks for,
 * and what else the log holds on the object.
 */
export const summaryTab: Tab = {
  id: 'summary',
  title: 'Summary',
  Content: ({ event, sameObject, actions }) => (
    <>
      {event.summary.map((group, groupPosition) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          <DetailTable
            caption={group.title}
            rows={group.rows}
            absent="not in the log"
            action={(row, position) =>
              row.value !== null &&
              row.value !== '' && (
                <Button
                  icon="copy"
                  label={`Copy ${plainLabel(row.name)}`}
                  onPress={() => actions.copySummaryValue(groupPosition, position, plainLabel(row.name))}
                />
              )
            }
          />
        </section>
      ))}
      {sameObject !== undefined && (
        <ObjectTimeline events={sameObject} shownRow={event.row} onShow={(row) => actions.showRow(row)} />
      )}
    </>
  ),
};
