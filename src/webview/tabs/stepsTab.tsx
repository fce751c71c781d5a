import type { StepType } from '../../core/model';
import type { StepView } from '../../core/text/eventView';
import { LogText } from '../widgets/logText';
import { StatusMark } from '../widgets/statusMark';
import { StepDetails } from './stepDetails';
import type { Tab } from './tab';

const typeWords: Readonly<Record<StepType, string>> = {
  import: 'Import',
  scoping: 'Scoping',
  matching: 'Matching',
  processing: 'Processing',
  referenceResolution: 'Reference resolution',
  export: 'Export',
  unknown: 'Type unknown',
};

/** What the service did, step by step, and how long that took as far as the log tells. */
export const stepsTab: Tab = {
  id: 'steps',
  title: 'Steps',
  count: (event) => event.steps.length,
  Content: ({ event }) =>
    event.steps.length === 0 ? (
      <p>The log lists no steps for this event.</p>
    ) : (
      <>
        {event.timing !== '' && <p class="quiet timing">{event.timing}</p>}
        <ol class="steps">
          {event.steps.map((step, position) => (
            <li key={`${event.key} ${position}`} class={`step status-${step.status}`}>
              <StepContent step={step} />
            </li>
          ))}
        </ol>
      </>
    ),
};

function StepContent({ step }: { step: StepView }) {
  return (
    <>
      <div class="step-head">
        <h2>{step.name === '' ? 'Step without a name' : <LogText text={step.name} />}</h2>
        <StatusMark status={step.status} />
        <span class="quiet">{typeWords[step.type]}</span>
        {step.time !== '' && <span class="quiet time">{step.time}</span>}
      </div>
      {step.description !== '' && (
        <p>
          <LogText text={step.description} />
        </p>
      )}
      {step.meaning !== '' && <p class="quiet">{step.meaning}</p>}
      <StepDetails details={step.details} />
    </>
  );
}
