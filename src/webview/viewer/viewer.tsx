import { useState } from 'preact/hooks';
import { formatBytes, formatCount, formatTime } from '../../core/text/formatValue';
import type { LogInfo } from '../../protocol/logApi';
import type { ViewerHost, ViewerState } from '../../protocol/panelApi';
import type { Reply } from '../../protocol/reply';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import { LogText } from '../widgets/logText';
import { FailuresTable } from './failuresTable';
import { JobsTable } from './jobsTable';
import { ProblemList } from './problemList';
import { Reading } from './reading';

/** A log as a whole: what it is, what could not be read, its jobs and its latest failures. */
export function Viewer({ state, host }: { state: ViewerState; host: ViewerHost }) {
  const [message, setMessage] = useState('');
  const ask = async (call: Promise<Reply<void>>) => {
    const reply = await call;
    setMessage(reply.ok || reply.error.isCancelled === true ? '' : reply.error.message);
  };
  return (
    <>
      <header class="log">
        <h1>
          <LogText text={state.fileName} />
        </h1>
        <div class="buttons">
          <Button look="filled" icon="json" onPress={() => void ask(host.prettify())}>
            Prettify
          </Button>
          <Button
            look="filled"
            icon="listTree"
            isDisabled={state.info === undefined}
            onPress={() => void ask(host.showJobs())}
          >
            Show Jobs
          </Button>
          <Button look="filled" icon="goToFile" onPress={() => void ask(host.openAsText())}>
            Open as Text
          </Button>
        </div>
        <p role="status" class="message">
          {message}
        </p>
      </header>
      {state.stale !== undefined && (
        <div class="banner" role="alert">
          <Icon name="warning" className="status-warning" />
          <p>{state.stale}</p>
          <Button look="filled" icon="refresh" onPress={() => void ask(host.reload())}>
            Reload
          </Button>
        </div>
      )}
      {state.failure !== undefined && (
        <div class="banner" role="alert">
          <Icon name="error" className="status-failure" />
          <p>
            <LogText text={state.failure} />
          </p>
          <Button look="filled" icon="refresh" onPress={() => void ask(host.reload())}>
            Try Again
          </Button>
        </div>
      )}
      {state.progress !== undefined && <Reading progress={state.progress} onCancel={() => void ask(host.cancel())} />}
      {state.info !== undefined && (
        <>
          <Facts info={state.info} byteLength={state.byteLength} />
          {state.info.notices.map((notice) => (
            <p key={notice} class="plain-notice">
              <Icon name="info" />
              <span>{notice}</span>
            </p>
          ))}
          <ProblemList
            problems={state.problems}
            problemCount={state.info.problemCount}
            onShow={(position) => void ask(host.showProblem(position))}
          />
          <JobsTable jobs={state.jobs} jobCount={state.jobCount} byStatus={state.info.byStatus} />
          <FailuresTable
            failures={state.failures}
            failureCount={state.info.byStatus.failure}
            onOpen={(row) => void ask(host.showEvent(row))}
          />
        </>
      )}
    </>
  );
}

function Facts({ info, byteLength }: { info: LogInfo; byteLength: number }) {
  const soFar = info.isPartial === true ? ' so far' : '';
  const facts = [
    { name: `Events${soFar}`, value: formatCount(info.eventCount) },
    { name: `Failures${soFar}`, value: formatCount(info.byStatus.failure) },
    { name: 'First event', value: timeOrAbsence(info.firstTimeMs) },
    { name: 'Last event', value: timeOrAbsence(info.lastTimeMs) },
    { name: 'Size', value: formatBytes(byteLength) },
    { name: 'Format', value: info.format },
  ];
  return (
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function timeOrAbsence(timeMs: number | undefined): string {
  return timeMs === undefined ? 'no event has a readable time' : formatTime(timeMs);
}
