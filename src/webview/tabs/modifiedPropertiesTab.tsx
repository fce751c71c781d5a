import { LogText, LogValue } from '../widgets/logText';
import type { Tab } from './tab';

/** Which attributes were changed, from what to what. */
export const modifiedPropertiesTab: Tab = {
  id: 'modifiedProperties',
  title: 'Modified Properties',
  count: (event) => event.modifiedProperties.length,
  Content: ({ event }) =>
    event.modifiedProperties.length === 0 ? (
      <p>The log lists no modified properties for this event.</p>
    ) : (
      <>
        {event.modifiedProperties.some(({ recovered }) => recovered) && (
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
          <tbody>
            {event.modifiedProperties.map((property, position) => (
              <tr key={position}>
                <th scope="row">
                  <LogText text={property.name} />
                </th>
                <td>
                  <LogValue value={property.oldValue} />
                  {property.recovered && (
                    <>
                      {' '}
                      <span class="tag">recovered</span>
                    </>
                  )}
                </td>
                <td>
                  <LogValue value={property.newValue} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ),
};
