import { turns } from '../../core/codes/errorCode';
import type { TopError } from '../../core/analysis/topErrors';
import { plainLabel } from '../../core/text/escape';
import { formatCount, formatCounted, formatTime } from '../../core/text/formatValue';
import { Button } from '../widgets/button';
import { CellLabel } from '../widgets/cellLabel';
import { breakable } from '../widgets/logText';
import { useAnswer } from '../widgets/useAnswer';
import type { Section, SectionProps } from './section';

/** So many codes are listed. */
const LISTED = 200;

/** Error codes, the most frequent first: how many people, since when, and whose turn it is. */
export const errorsSection: Section = { id: 'errors', title: 'Errors', Content: Errors };

function Errors({ query, revision, host, onValue, onValues }: SectionProps) {
  const answer = useAnswer(JSON.stringify([query, revision]), () => host.topErrors(query, LISTED));
  const found = answer.value;
  if (found === undefined) return <p class="section-text">{answer.failure ?? ''}</p>;
  if (found.total === 0) return <p class="section-text">None of these events has an error code or failed.</p>;
  const most = found.errors[0]?.count ?? 1;
  return (
    <div class="section-scroll" role="region" aria-label="Errors" tabIndex={0}>
      <table class="figures stacks error-table">
        <caption class="unseen">Error codes, the most frequent first</caption>
        <thead>
          <tr>
            <th scope="col">Error code</th>
            <th scope="col" class="number">
              Events
            </th>
            <th scope="col" class="number">
              People and groups
            </th>
            <th scope="col">Whose turn</th>
            <th scope="col">First seen</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {found.errors.map((error) => (
            <tr key={error.code}>
              <th scope="row">
                <Button
                  look="link"
                  onPress={() =>
                    error.code === ''
                      ? onValues([
                          ['code', ''],
                          ['status', 'failure'],
                        ])
                      : onValue('code', error.code)
                  }
                >
                  <bdi>{error.code === '' ? 'Failures without a code' : breakable(plainLabel(error.code, 200))}</bdi>
                </Button>
                <span class="error-title">{error.title ?? (error.code === '' ? '' : 'Not in the catalogue')}</span>
                <Bar error={error} most={most} />
              </th>
              <td class="number">
                <CellLabel>Events</CellLabel>
                {formatCount(error.count)}
              </td>
              <td class="number">
                <CellLabel>People and groups</CellLabel>
                {formatCount(error.objects)}
              </td>
              <td>
                <CellLabel>Whose turn</CellLabel>
                {turnTitle(error.turn)}
              </td>
              <TimeCell label="First seen" timeMs={error.firstTimeMs} />
              <TimeCell label="Last seen" timeMs={error.lastTimeMs} />
            </tr>
          ))}
        </tbody>
      </table>
      {found.total > found.errors.length && (
        <p class="quiet">{`The first ${formatCount(found.errors.length)} of ${formatCounted(found.total, 'code')}.`}</p>
      )}
    </div>
  );
}

/** As long as the code is frequent; the part that failed in the colour of failures. */
function Bar({ error, most }: { error: TopError; most: number }) {
  const { count, failures } = error;
  return (
    <span class="bar" aria-hidden="true" style={{ width: `${(100 * count) / most}%` }}>
      {failures > 0 && <span class="status-failure" style={{ flexGrow: failures }} />}
      {count > failures && <span class="status-skipped" style={{ flexGrow: count - failures }} />}
    </span>
  );
}

function turnTitle(turn: TopError['turn']): string {
  return turns.find(({ id }) => id === turn)?.title ?? 'Not known';
}

/** Empty where no event says when it happened. */
function TimeCell({ label, timeMs }: { label: string; timeMs: number | undefined }) {
  if (timeMs === undefined) return <td class="time none" />;
  return (
    <td class="time">
      <CellLabel>{label}</CellLabel>
      {formatTime(timeMs)}
    </td>
  );
}
