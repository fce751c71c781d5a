import type { WhatChanged } from '../../core/explain/whatChanged';
import { ChangedRows } from './changedRows';
import type { Tab } from './tab';

/** Which attributes were changed, from what to what. */
export const modifiedPropertiesTab: Tab = {
  id: 'modifiedProperties',
  title: 'Modified Properties',
  count: (event) => event.changes.properties.length,
  Content: ({ event: { changes, key } }) =>
    changes.properties.length === 0 ? (
      <NoProperties changes={changes} />
    ) : (
      <>
        <p>{changes.sentence}</p>
        {changes.properties.some(({ recovered }) => recovered) && (
          <p class="quiet">
            “Recovered” marks an old value that the log gives as null here and that was found in one of the event’s
            steps.
          </p>
        )}
        <table class="changes">
          <caption class="unseen">Modified properties</caption>
          <thead>
            <tr>
              <th scope="col">Property</th>
              <th scope="col">Old value</th>
              <th scope="col">New value</th>
            </tr>
          </thead>
          {changes.properties.map((property, position) => (
            <ChangedRows key={`${key} ${position}`} property={property} />
          ))}
        </table>
      </>
    ),
};

function NoProperties({ changes: { outcome, sentence } }: { changes: WhatChanged }) {
  return (
    <>
      <p>The log lists no modified properties for this event.</p>
      {/* What was attempted is said to stand below, and nothing does. */}
      {outcome !== 'attempted' && <p>{sentence}</p>}
    </>
  );
}
