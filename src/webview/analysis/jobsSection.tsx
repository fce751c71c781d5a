import { useState } from 'preact/hooks';
import type { MatrixGroup } from '../../core/analysis/matrix';
import { actions, statuses, type Action, type Status } from '../../core/model';
import { formatDuration } from '../../core/text/formatDuration';
import { plainLabel } from '../../core/text/escape';
import { formatObjects } from '../../core/text/formatObjects';
import { formatCount, formatCounted, formatTime } from '../../core/text/formatValue';
import { actionTitle } from '../../core/text/titles';
import { Button } from '../widgets/button';
import { CellLabel } from '../widgets/cellLabel';
import { statusWord } from '../widgets/statusMark';
import { useAnswer } from '../widgets/useAnswer';
import type { Section, SectionProps } from './section';

/** So many jobs or cycles are listed. */
const LISTED = 100;

/** What happened in each job and in each cycle: actions by status. */
export const jobsSection: Section = { id: 'jobs', title: 'Jobs and Cycles', Content: Jobs };

function Jobs({ query, revision, host, onValues }: SectionProps) {
  const [by, setBy] = useState<'job' | 'cycle'>('job');
  const answer = useAnswer(JSON.stringify([query, revision, by]), () => host.matrix(query, by, LISTED));
  const found = answer.value;
  const noun = by === 'job' ? 'job' : 'cycle';
  return (
    <div class="section-scroll" role="region" aria-label="Jobs and cycles" tabIndex={0}>
      <div class="section-head">
        <div class="choice" role="group" aria-label="One table for each">
          {(['job', 'cycle'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={by === each} onClick={() => setBy(each)}>
              {each === 'job' ? 'Jobs' : 'Cycles'}
            </button>
          ))}
        </div>
        {found !== undefined && found.total > found.groups.length && (
          <p class="quiet">{`The ${formatCount(found.groups.length)} with the most events, of ${formatCounted(found.total, noun)}.`}</p>
        )}
      </div>
      {answer.failure !== undefined && <p>{answer.failure}</p>}
      {found?.groups.map((group) => (
        <GroupTable
          key={`${by} ${group.key} ${group.job}`}
          group={group}
          by={by}
          onCell={(action, status) => onValues([groupValue(group, by), ['action', action], ['status', status]])}
          onGroup={() => onValues([groupValue(group, by)])}
        />
      ))}
    </div>
  );
}

function spanOf(firstTimeMs: number, lastTimeMs: number): string {
  const first = formatTime(firstTimeMs);
  if (firstTimeMs === lastTimeMs) return first;
  return `${first} to ${formatTime(lastTimeMs)} (${formatDuration(lastTimeMs - firstTimeMs)})`;
}

function groupValue({ key, job }: MatrixGroup, by: 'job' | 'cycle'): ['jobId' | 'job' | 'cycle', string] {
  if (by === 'cycle') return ['cycle', key];
  return key === '' ? ['job', job] : ['jobId', key];
}

function GroupTable(props: {
  group: MatrixGroup;
  by: 'job' | 'cycle';
  onCell: (action: Action, status: Status) => void;
  onGroup: () => void;
}) {
  const { group, by } = props;
  const { counts, firstTimeMs, lastTimeMs } = group;
  const rows = actions.filter((action) => counts[action] !== undefined);
  const columns = statuses.filter((status) => rows.some((action) => (counts[action]?.[status] ?? 0) > 0));
  const name = plainLabel(by === 'job' ? group.job : group.key === '' ? 'No cycle' : group.key, 200);
  return (
    <section class="matrix">
      <h3>
        <Button look="link" onPress={props.onGroup}>
          <bdi>{name}</bdi>
        </Button>
      </h3>
      <p class="quiet">
        {by === 'cycle' && <bdi>{`${plainLabel(group.job, 200)} · `}</bdi>}
        {`${formatCounted(group.events, 'event')} · ${formatObjects(group.objects)}`}
        {firstTimeMs !== undefined && lastTimeMs !== undefined && ` · ${spanOf(firstTimeMs, lastTimeMs)}`}
      </p>
      <table class="figures stacks">
        <caption class="unseen">{`${name}: actions by status`}</caption>
        <thead>
          <tr>
            <th scope="col">Action</th>
            {columns.map((status) => (
              <th key={status} scope="col" class="number">
                <span class={`swatch status-${status}`} aria-hidden="true" />
                {statusWord(status)}
              </th>
            ))}
            <th scope="col" class="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((action) => (
            <tr key={action}>
              <th scope="row">{actionTitle(action)}</th>
              {columns.map((status) => {
                const count = counts[action]?.[status] ?? 0;
                return (
                  <td key={status} class={count === 0 ? 'number none' : 'number'}>
                    {count > 0 && <CellLabel>{statusWord(status)}</CellLabel>}
                    {count === 0 ? (
                      <span class="quiet">–</span>
                    ) : (
                      <Button
                        look="link"
                        label={`${formatCount(count)}: show ${actionTitle(action)}, ${statusWord(status)}`}
                        onPress={() => props.onCell(action, status)}
                      >
                        {formatCount(count)}
                      </Button>
                    )}
                  </td>
                );
              })}
              <td class="number">
                <CellLabel>All</CellLabel>
                {formatCount(Object.values(counts[action] ?? {}).reduce((sum, count) => sum + count, 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
