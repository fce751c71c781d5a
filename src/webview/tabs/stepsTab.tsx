import type { Step, StepType } from '../../core/model';
import { DetailTable } from '../widgets/detailTable';
import { LogText } from '../widgets/logText';
import { StatusMark } from '../widgets/statusMark';
import type { Tab } from './tab';
import { formatCounted } from '../../core/text/formatValue';

/** More details than this are folded away at first. */
const DETAILS_SHOWN_AT_FIRST = 12;

const typeWords: Readonly<Record<StepType, string>> = {
  import: 'Import',
  scoping: 'Scoping',
  matching: 'Matching',
  processing: 'Processing',
  referenceResolution: 'Reference resolution',
  export: 'Export',
  unknown: 'Type unknown',
};

/** What the service did, step by step. */
export const stepsTab: Tab = {
  id: 'steps',
  title: 'Steps',
  count: (event) => event.steps.length,
  Content: ({ event }) =>
    event.steps.length === 0 ? (
      <p>The log lists no steps for this event.</p>
    ) : (
      <ol class="steps">
        {event.steps.map((step, position) => (
          <li key={`${event.key} ${position}`} class={`step status-${step.status}`}>
            <StepContent step={step} />
          </li>
        ))}
      </ol>
    ),
};

function StepContent({ step }: { step: Step }) {
  return (
    <>
      <div class="step-head">
        <h2>{step.name === '' ? 'Step without a name' : <LogText text={step.name} />}</h2>
        <StatusMark status={step.status} />
        <span class="quiet">{typeWords[step.type]}</span>
      </div>
      {step.description !== '' && (
        <p>
          <LogText text={step.description} />
        </p>
      )}
      {step.details.length > 0 && (
        <details open={step.details.length <= DETAILS_SHOWN_AT_FIRST}>
          <summary>{formatCounted(step.details.length, 'detail')}</summary>
          <DetailTable caption="Details of the step" rows={step.details} />
        </details>
      )}
    </>
  );
}
