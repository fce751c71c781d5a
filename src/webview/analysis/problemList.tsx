import type { Problem } from '../../core/problem';
import { formatCount } from '../../core/text/formatValue';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';
import { LogText } from '../widgets/logText';

/** More problems than this are folded away: the jobs below must stay in reach. */
const SHOWN_AT_FIRST = 5;

/** What could not be read, each with its place in the file. Nothing is drawn for a log without problems. */
export function ProblemList(props: {
  problems: readonly Problem[];
  problemCount: number;
  onShow: (position: number) => void;
}) {
  if (props.problemCount === 0) return null;
  const item = (problem: Problem, position: number) => (
    <li key={position}>
      <Icon name="warning" className="status-warning" />
      <div>
        <LogText text={problem.message} />
        {problem.byteOffset !== undefined && (
          <Button
            look="link"
            label={`Show where, problem ${formatCount(position + 1)}`}
            onPress={() => props.onShow(position)}
          >
            Show where
          </Button>
        )}
      </div>
    </li>
  );
  const later = props.problems.slice(SHOWN_AT_FIRST);
  const untold = props.problemCount - props.problems.length;
  return (
    <section>
      <h2>Problems ({formatCount(props.problemCount)})</h2>
      <ul class="problems">{props.problems.slice(0, SHOWN_AT_FIRST).map(item)}</ul>
      {later.length > 0 && (
        <details>
          <summary>{formatCount(later.length)} more</summary>
          <ul class="problems">{later.map((problem, position) => item(problem, position + SHOWN_AT_FIRST))}</ul>
        </details>
      )}
      {untold > 0 && <p class="quiet">{formatCount(untold)} further problems are counted but not listed.</p>}
    </section>
  );
}
