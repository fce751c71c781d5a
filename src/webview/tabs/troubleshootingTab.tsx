import type { Troubleshooting } from '../../core/text/eventView';
import { Button } from '../widgets/button';
import { LogText } from '../widgets/logText';
import type { Tab, TabActions } from './tab';
import { formatCounted } from '../../core/text/formatValue';

/** Why the event did not succeed and what to do: first what is known of the code, then the log's own words. */
export const troubleshootingTab: Tab = {
  id: 'troubleshooting',
  title: 'Troubleshooting & Recommendations',
  Content: ({ event, actions }) => (
    <>
      {event.troubleshooting.code !== '' && <CodeLine of={event.troubleshooting} actions={actions} />}
      {event.troubleshooting.notice !== '' && <p class="plain-notice">{event.troubleshooting.notice}</p>}
      <Known of={event.troubleshooting} actions={actions} />
      <LogWords of={event.troubleshooting} />
    </>
  ),
};

interface Part {
  readonly of: Troubleshooting;
  readonly actions: TabActions;
}

function CodeLine({ of, actions }: Part) {
  return (
    <p class="code-line">
      <code>
        <LogText text={of.code} />
      </code>
      <span class="quiet">{`${formatCounted(of.count, 'time')} in this log`}</span>
      <Button look="link" onPress={() => actions.showSameCode()}>
        Show all events with this code
      </Button>
    </p>
  );
}

function Known({ of, actions }: Part) {
  if (of.known === undefined) return null;
  return (
    <>
      <h2>{of.known.title}</h2>
      <h3>Cause</h3>
      <p>{of.known.cause}</p>
      <h3>What to do</h3>
      <ol class="what-to-do">
        {of.known.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>Is it tried again?</h3>
      <p>{of.known.retry}</p>
      {of.known.documentation !== '' && (
        <p>
          <Button look="link" icon="book" onPress={() => actions.openDocumentation()}>
            Open the documentation
          </Button>
        </p>
      )}
    </>
  );
}

function LogWords({ of }: { of: Troubleshooting }) {
  const words = [
    { title: 'Reason', text: of.reason },
    { title: 'Details', text: of.details },
    { title: 'Category', text: of.category },
    { title: 'Recommended action', text: of.recommendedAction },
  ].filter(({ text }) => text !== '');
  if (words.length === 0) return null;
  return (
    <>
      <h2>What the log says</h2>
      {words.map(({ title, text }) => (
        <section key={title}>
          <h3>{title}</h3>
          <p class="quotation">
            <LogText text={text} />
          </p>
        </section>
      ))}
    </>
  );
}
