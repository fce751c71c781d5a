import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../core/model';
import type { EventPanelHost, EventPanelState } from '../../protocol/panelApi';
import type { Reply } from '../../protocol/reply';
import type { Memory } from '../page';
import type { Tab, TabActions } from '../tabs/tab';
import { TabList } from '../tabs/tabList';
import { tabs } from '../tabs/tabs';
import { LogText } from '../widgets/logText';
import { StatusMark } from '../widgets/statusMark';
import { EventToolbar } from './eventToolbar';

/** One event: what happened, the ways to go on from here, and the tabs. */
export function EventPanel(props: {
  state: EventPanelState;
  host: EventPanelHost;
  memory: Memory;
  onState: (state: EventPanelState) => void;
}) {
  const { state, host, memory } = props;
  const [chosen, setChosen] = useState(() => keptTab(memory));
  const [message, setMessage] = useState('');
  const { event } = state;

  useEffect(() => {
    setMessage('');
    window.scrollTo(0, 0);
  }, [event?.key]);

  if (event === undefined) return <p class="plain-notice">{state.notice ?? 'Select an event to see it here.'}</p>;

  /** Asks the host; `done` makes the sentence that tells how it went. */
  const ask = async <T,>(call: Promise<Reply<T>>, done: (value: T) => string) => {
    const reply = await call;
    if (reply.ok) setMessage(done(reply.value));
    else if (reply.error.isCancelled !== true) setMessage(reply.error.message);
  };
  const showNext = (next: EventPanelState) => {
    props.onState(next);
    return '';
  };
  const actions: TabActions = {
    copySummaryValue: (group, row, name) => void ask(host.copySummaryValue(group, row), () => `Copied: ${name}.`),
    openDocumentation: (mark) => void ask(host.openDocumentation(mark), () => ''),
    showSameCode: () => void ask(host.showSameCode(), () => ''),
    showRow: (row) => void ask(host.showRow(row), showNext),
  };
  const selectTab = (selected: Tab) => {
    setChosen(selected);
    memory.keep('tab', selected.id);
  };
  return (
    <>
      <header class="event">
        <EventToolbar
          state={state}
          memory={memory}
          onGo={(direction, failuresOnly) => void ask(host.go(direction, failuresOnly), showNext)}
          onCopyChangeId={() => void ask(host.copy('changeId'), () => 'Copied the change ID.')}
          onCopyJson={() => void ask(host.copy('json'), () => 'Copied the event as JSON.')}
          onReveal={() => void ask(host.reveal(), () => '')}
        />
        <StatusMark status={event.status} isChip />
        <h1>
          <LogText text={event.sentence} />
        </h1>
        {state.notice !== undefined && <p class="plain-notice">{state.notice}</p>}
        <p role="status" class="message">
          {message}
        </p>
      </header>
      <TabList
        tabs={tabs}
        selected={chosen ?? firstTab(event.status)}
        content={{ event, sameObject: state.sameObject, actions }}
        onSelect={selectTab}
      />
    </>
  );
}

/** The tab that was chosen last. */
function keptTab(memory: Memory): Tab | undefined {
  const kept = memory.read('tab');
  return tabs.find(({ id }) => id === kept);
}

/** Before anybody has chosen a tab: why it did not succeed, where it did not, else the first. */
function firstTab(status: Status): Tab {
  const isExplained = status === 'failure' || status === 'skipped';
  return (isExplained ? tabs.find(({ id }) => id === 'troubleshooting') : undefined) ?? tabs[0]!;
}
