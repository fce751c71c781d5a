import { useState } from 'preact/hooks';
import { formatCounted } from '../../core/text/formatValue';
import type { LogPageHost, LogPageState } from '../../protocol/logPageApi';
import { FilledButton } from '../widgets/filledButton';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import { LogText } from '../widgets/logText';
import type { Ask } from './logPage';
import { ProblemList } from './problemList';
import { Reading } from './reading';

/** What stands between the user and the log: it is being read, could not be read, is out of date, or is not all there. */
export function LogBanners({ state, host, ask }: { state: LogPageState; host: LogPageHost; ask: Ask }) {
  const { failure, info, progress, stale } = state;
  return (
    <>
      {stale !== undefined && (
        <div class="banner" role="alert">
          <Icon name="warning" className="status-warning" />
          <p>{stale}</p>
          <FilledButton icon="refresh" onPress={() => ask(host.reload())}>
            Reload
          </FilledButton>
        </div>
      )}
      {failure !== undefined && (
        <div class="banner" role="alert">
          <Icon name="error" className="status-failure" />
          <p>
            <LogText text={failure} />
          </p>
          <FilledButton icon="refresh" onPress={() => ask(host.reload())}>
            Try Again
          </FilledButton>
        </div>
      )}
      {progress !== undefined && <Reading progress={progress} onCancel={() => ask(host.cancel())} />}
      {info !== undefined && (
        <Caveats state={state} notices={info.notices} problemCount={info.problemCount} host={host} ask={ask} />
      )}
    </>
  );
}

/** What must be known before the counts are trusted: sentences, and the problems behind a button. */
function Caveats(props: {
  state: LogPageState;
  notices: readonly string[];
  problemCount: number;
  host: LogPageHost;
  ask: Ask;
}) {
  const { state, notices, problemCount, host, ask } = props;
  const [isOpen, setIsOpen] = useState(false);
  if (notices.length === 0 && problemCount === 0) return null;
  return (
    <div class="caveats">
      {notices.map((notice) => (
        <p key={notice} class="caveat">
          <Icon name="info" />
          <span>{notice}</span>
        </p>
      ))}
      {problemCount > 0 && (
        <p class="caveat">
          <Icon name="warning" className="status-warning" />
          <span>{`${formatCounted(problemCount, 'part')} of the log could not be read or understood.`}</span>
          <Button look="link" isExpanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
            {isOpen ? 'Hide problems' : 'Show problems'}
          </Button>
        </p>
      )}
      {isOpen && (
        <ProblemList
          problems={state.problems}
          problemCount={problemCount}
          onShow={(position) => ask(host.showProblem(position))}
        />
      )}
    </div>
  );
}
