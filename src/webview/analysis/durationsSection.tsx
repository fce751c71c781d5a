import { plainLabel } from '../../core/text/escape';
import { formatDuration } from '../../core/text/formatDuration';
import { formatCount, formatCounted, formatTime } from '../../core/text/formatValue';
import { actionTitle } from '../../core/text/titles';
import { Button } from '../widgets/button';
import { CellLabel } from '../widgets/cellLabel';
import { StatusMark } from '../widgets/statusMark';
import { useAnswer } from '../widgets/useAnswer';
import type { Section, SectionProps } from './section';

/** So many of the slowest events are listed. */
const SLOWEST = 50;

/** How long events took, in each job, and which took longest. */
export const durationsSection: Section = { id: 'durations', title: 'Durations', Content: Durations };

function Durations({ query, revision, host, ask, onValue }: SectionProps) {
  const answer = useAnswer(JSON.stringify([query, revision]), () => host.durations(query, SLOWEST));
  const found = answer.value;
  if (found === undefined) return <p class="section-text">{answer.failure ?? ''}</p>;
  if (found.count === 0) return <p class="section-text">None of these events says how long it took.</p>;
  return (
    <div class="section-scroll" role="region" aria-label="Durations" tabIndex={0}>
      <dl class="figure-line">
        {[
          ['Median', formatDuration(found.medianMs)],
          ['95th percentile', formatDuration(found.p95Ms)],
          ['Longest', formatDuration(found.longestMs)],
          ['Events with a duration', formatCount(found.count)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>By job</h3>
      <table class="figures stacks">
        <caption class="unseen">Durations by job, the slowest first</caption>
        <thead>
          <tr>
            <th scope="col">Job</th>
            {['Events', 'Median', '95th percentile', 'Longest'].map((title) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.jobs.map((job) => (
            <tr key={`${job.jobId} ${job.job}`}>
              <th scope="row">
                <Button
                  look="link"
                  onPress={() => (job.jobId === '' ? onValue('job', job.job) : onValue('jobId', job.jobId))}
                >
                  <bdi>{plainLabel(job.job, 200)}</bdi>
                </Button>
              </th>
              <td class="number">
                <CellLabel>Events</CellLabel>
                {formatCount(job.count)}
              </td>
              <td class="number">
                <CellLabel>Median</CellLabel>
                {formatDuration(job.medianMs)}
              </td>
              <td class="number">
                <CellLabel>95th percentile</CellLabel>
                {formatDuration(job.p95Ms)}
              </td>
              <td class="number">
                <CellLabel>Longest</CellLabel>
                {formatDuration(job.longestMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{`Slowest ${formatCounted(found.slowest.length, 'event')}`}</h3>
      <table class="figures stacks">
        <caption class="unseen">The slowest events</caption>
        <thead>
          <tr>
            <th scope="col">Identity</th>
            <th scope="col" class="number">
              Duration
            </th>
            <th scope="col">Status</th>
            <th scope="col">Action</th>
            <th scope="col">Time</th>
          </tr>
        </thead>
        <tbody>
          {found.slowest.map((event) => (
            <tr key={event.row}>
              <th scope="row">
                <Button look="link" onPress={() => ask(host.showEvent(event.row))}>
                  <bdi>{plainLabel(event.identity, 200) || 'No name'}</bdi>
                </Button>
              </th>
              <td class="number">{formatDuration(event.durationMs ?? 0)}</td>
              <td>
                <StatusMark status={event.status} />
              </td>
              <td>{actionTitle(event.action)}</td>
              <td class="time">{formatTime(Date.parse(event.time))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
