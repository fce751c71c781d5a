import { plainLabel } from '../../core/text/escape';
import { formatBytes, formatCounted, formatTime } from '../../core/text/formatValue';
import type { LogInfo } from '../../protocol/logApi';
import type { LogPageHost, LogPageState } from '../../protocol/logPageApi';
import { FilledButton } from '../widgets/filledButton';
import type { Ask } from './logPage';

/** The log's name and what it is, in a line, and what can be done with it as a whole. */
export function LogHeader({ state, host, ask }: { state: LogPageState; host: LogPageHost; ask: Ask }) {
  const { name, byteLength, info } = state;
  // No editor shows an archive as text.
  const isPacked = info?.files.every(({ form }) => form === 'unpacked') ?? false;
  return (
    <header class="log">
      <h1>
        <bdi>{plainLabel(name)}</bdi>
      </h1>
      <div class="buttons" role="group" aria-label="Use this log">
        <FilledButton icon="json" onPress={() => ask(host.prettify())}>
          Prettify
        </FilledButton>
        <FilledButton icon="listTree" isDisabled={info === undefined} onPress={() => ask(host.showJobs())}>
          Show Jobs
        </FilledButton>
        {!isPacked && (
          <FilledButton icon="goToFile" onPress={() => ask(host.openAsText())}>
            Open as Text
          </FilledButton>
        )}
      </div>
      {info !== undefined && (
        <ul class="facts" aria-label="About the log">
          {factsOf(info, byteLength).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </header>
  );
}

function factsOf(info: LogInfo, byteLength: number): readonly string[] {
  const soFar = info.isPartial === true ? ' so far' : '';
  const { firstTimeMs, lastTimeMs } = info;
  return [
    `${formatCounted(info.eventCount, 'event')}${soFar}`,
    `${formatCounted(info.byStatus.failure, 'failure')}${soFar}`,
    firstTimeMs === undefined || lastTimeMs === undefined
      ? 'no event has a readable time'
      : `${formatTime(firstTimeMs).replace(' UTC', '')} to ${formatTime(lastTimeMs)}`,
    formatBytes(byteLength),
    info.format,
  ];
}
