import { useState } from 'preact/hooks';
import type { EventPanelState } from '../../protocol/panelApi';
import type { Memory } from '../page';
import { Button } from '../widgets/button';

/** Ways to go on from the event: to its neighbours, to the file, to the clipboard. */
export function EventToolbar(props: {
  state: EventPanelState;
  memory: Memory;
  onGo: (direction: 'next' | 'previous', failuresOnly: boolean) => void;
  onCopyChangeId: () => void;
  onCopyJson: () => void;
  onReveal: () => void;
}) {
  const { state, memory } = props;
  const [failuresOnly, setFailuresOnly] = useState(memory.read('failuresOnly') === true);
  const hasPrevious = failuresOnly ? state.hasPreviousFailure : state.hasPrevious;
  const hasNext = failuresOnly ? state.hasNextFailure : state.hasNext;
  const toggle = () => {
    setFailuresOnly(!failuresOnly);
    memory.keep('failuresOnly', !failuresOnly);
  };
  return (
    <div class="toolbar">
      <div class="buttons" role="group" aria-label="Go to another event">
        <Button icon="arrowUp" isDisabled={!hasPrevious} onPress={() => props.onGo('previous', failuresOnly)}>
          Previous
        </Button>
        <Button icon="arrowDown" isDisabled={!hasNext} onPress={() => props.onGo('next', failuresOnly)}>
          Next
        </Button>
        <label class="check">
          <input type="checkbox" checked={failuresOnly} onChange={toggle} />
          Failures only
        </label>
      </div>
      <div class="buttons" role="group" aria-label="Use this event">
        <Button icon="copy" onPress={props.onCopyChangeId}>
          Copy Change ID
        </Button>
        <Button icon="json" onPress={props.onCopyJson}>
          Copy as JSON
        </Button>
        <Button icon="goToFile" onPress={props.onReveal}>
          Reveal in File
        </Button>
      </div>
    </div>
  );
}
