import { statuses, type JobSummary, type Status } from '../../core/model';
import { formatCount } from '../../core/text/formatValue';
import { LogText } from '../widgets/logText';
import { statusWord } from '../widgets/statusMark';

/** The jobs, largest first, with their events by status: figures for reading, bars for comparing. */
export function JobsTable(props: {
  jobs: readonly JobSummary[];
  jobCount: number;
  byStatus: Readonly<Record<Status, number>>;
}) {
  if (props.jobs.length === 0) return null;
  // A column of zeros would only take the room of the others.
  const columns = statuses.filter((status) => props.byStatus[status] > 0);
  const most = props.jobs[0]?.events ?? 1;
  return (
    <section>
      <h2 id="jobs">
        {props.jobs.length < props.jobCount
          ? `Largest ${formatCount(props.jobs.length)} of ${formatCount(props.jobCount)} jobs`
          : `Jobs (${formatCount(props.jobCount)})`}
      </h2>
      <div class="wide" role="region" aria-labelledby="jobs" tabIndex={0}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Job</th>
              <th scope="col" class="number">
                Events
              </th>
              {columns.map((status) => (
                <th key={status} scope="col" class="number">
                  <span class={`swatch status-${status}`} aria-hidden="true" />
                  {statusWord(status)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.jobs.map((job) => (
              <tr key={job.jobId}>
                <th scope="row">
                  <LogText text={job.name} />
                  <Bar job={job} most={most} />
                </th>
                <td class="number">{formatCount(job.events)}</td>
                {columns.map((status) => (
                  <td key={status} class="number">
                    {formatCount(job.byStatus[status])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A bar as long as the job is large, cut by status. The figures beside it say the same to screen readers. */
function Bar({ job, most }: { job: JobSummary; most: number }) {
  return (
    <span class="bar" aria-hidden="true" style={{ width: `${(100 * job.events) / most}%` }}>
      {statuses.map(
        (status) =>
          job.byStatus[status] > 0 && (
            <span key={status} class={`status-${status}`} style={{ flexGrow: job.byStatus[status] }} />
          ),
      )}
    </span>
  );
}
