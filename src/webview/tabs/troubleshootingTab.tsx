import { formatCounted } from '../../core/text/formatValue';
import { Button } from '../widgets/button';
import { LogText } from '../widgets/logText';
import { CatalogueWords } from './catalogueWords';
import { LogWords } from './logWords';
import { SkipAnswer } from './skipAnswer';
import type { Tab, TabContent } from './tab';

/** Why the event did not succeed, whose turn it is and what to do: first what is known, then the log's own words. */
export const troubleshootingTab: Tab = {
  id: 'troubleshooting',
  title: 'Troubleshooting & Recommendations',
  shortTitle: 'Troubleshooting',
  Content: ({ event, actions }) => {
    const { code, notice, known, marks } = event.troubleshooting;
    return (
      // Another event begins with everything folded as at first.
      <div key={event.key}>
        {code !== '' && <CodeLine event={event} actions={actions} />}
        {notice !== '' && <p class="plain-notice">{notice}</p>}
        {event.skip !== undefined && <SkipAnswer skip={event.skip} />}
        {known !== undefined && <CatalogueWords of={known} onOpen={() => actions.openDocumentation()} />}
        {marks.map((mark, position) => (
          <CatalogueWords
            key={mark.title}
            of={mark}
            after={marks[position - 1] ?? known}
            onOpen={() => actions.openDocumentation(position)}
          />
        ))}
        <LogWords of={event.troubleshooting} />
      </div>
    );
  },
};

function CodeLine({ event, actions }: Pick<TabContent, 'event' | 'actions'>) {
  const { code, count } = event.troubleshooting;
  const others = count - 1;
  return (
    <p class="code-line">
      <code>
        <LogText text={code} />
      </code>
      <span class="quiet">
        {others > 0
          ? `${formatCounted(others, 'other event')} with the same code in this log`
          : 'No other event with this code in this log'}
      </span>
      {others > 0 && (
        <Button look="link" onPress={() => actions.showSameCode()}>
          Show all events with this code
        </Button>
      )}
    </p>
  );
}
