import type { GateState } from '../../core/explain/gates';
import type { SkipJudgement, SkipVerdict } from '../../core/explain/skipVerdict';
import { Icon, type IconName } from '../widgets/icon';
import { LogText } from '../widgets/logText';
import { ClauseTable } from './clauseTable';

const judgements: Readonly<Record<SkipJudgement, { icon: IconName; words: string }>> = {
  normal: { icon: 'pass', words: 'Normal' },
  worthALook: { icon: 'warning', words: 'Worth a look' },
  unknown: { icon: 'question', words: 'Not known' },
};

const states: Readonly<Record<GateState, { icon: IconName; words: string }>> = {
  open: { icon: 'pass', words: 'Yes' },
  closed: { icon: 'circleSlash', words: 'No' },
  contradictory: { icon: 'warning', words: 'The log says both' },
  unknown: { icon: 'question', words: 'The log does not say' },
  notReached: { icon: 'dash', words: 'Not reached' },
};

/** Why an event was skipped: the verdict, the gates in order, the clauses of the filters, and the log's own words. */
export function SkipAnswer({ skip }: { skip: SkipVerdict }) {
  const { icon, words } = judgements[skip.judgement];
  return (
    <section>
      <h2>Why was this skipped?</h2>
      <p class="turn">
        <span class={`mark ${skip.judgement}`}>
          <Icon name={icon} />
          {words}
        </span>
        <span>{skip.sentence}</span>
      </p>
      {skip.reason !== '' && <Named title="Skip reason" text={skip.reason} />}
      {skip.attribute !== '' && <Named title="Attribute" text={skip.attribute} />}
      <ol class="gates">
        {skip.gates.map((gate) => (
          <li key={gate.id} class={`gate ${gate.state}`}>
            <span class="mark">
              <Icon name={states[gate.state].icon} />
              {`${gate.title}: ${states[gate.state].words}`}
            </span>
            {gate.evidence.map(({ name, value }, position) => (
              <span key={position} class="quiet">
                <LogText text={name} />
                {': '}
                <LogText text={value} />
              </span>
            ))}
          </li>
        ))}
      </ol>
      {skip.clauses.length > 0 && <ClauseTable clauses={skip.clauses} />}
      {skip.said.length > 0 && (
        <>
          <h3>What the skipping step says</h3>
          {skip.said.map((text, position) => (
            <p key={position} class="quotation">
              <LogText text={text} />
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function Named({ title, text }: { title: string; text: string }) {
  return (
    <p>
      <span class="quiet">{`${title}: `}</span>
      <LogText text={text} />
    </p>
  );
}
