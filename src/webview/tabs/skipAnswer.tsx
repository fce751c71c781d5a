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
      <table class="gates">
        <caption class="unseen">What had to hold, in this order</caption>
        <thead>
          <tr>
            <th scope="col">What had to hold</th>
            <th scope="col">Did it?</th>
            <th scope="col">In the log</th>
          </tr>
        </thead>
        <tbody>
          {skip.gates.map((gate) => (
            <tr key={gate.id} class={`gate ${gate.state}`}>
              <th scope="row">{gate.title}</th>
              <td>
                <span class="mark">
                  <Icon name={states[gate.state].icon} />
                  {states[gate.state].words}
                </span>
              </td>
              <td class="quiet">
                {gate.evidence.map(({ name, value }, position) => (
                  <div key={position}>
                    <LogText text={name} />
                    {': '}
                    <LogText text={value} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {skip.clauses.length > 0 && <ClauseTable clauses={skip.clauses} />}
      {skip.said.length > 0 && (
        <>
          <h3>What the skipping step says</h3>
          <p class="quotation">
            <LogText text={skip.said.join('\n')} />
          </p>
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
