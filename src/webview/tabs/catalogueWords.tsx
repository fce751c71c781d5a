import type { KnownWords } from '../../core/text/eventView';
import { LogText } from '../widgets/logText';
import { TurnMark } from '../widgets/turnMark';

/** What the catalogue says: the title, whose turn it is, the cause, what to do, and whether it is tried again. */
export function CatalogueWords({ of }: { of: KnownWords }) {
  return (
    <>
      <h2>
        <LogText text={of.title} />
        {of.isYours && (
          <>
            {' '}
            <span class="tag">from your settings</span>
          </>
        )}
      </h2>
      <TurnMark turn={of.turn} />
      <h3>Cause</h3>
      <p>
        <LogText text={of.cause} />
      </p>
      <h3>What to do</h3>
      <ol class="what-to-do">
        {of.steps.map((step) => (
          <li key={step}>
            <LogText text={step} />
          </li>
        ))}
      </ol>
      <h3>Is it tried again?</h3>
      <p>
        {`${of.retryTitle}. `}
        <LogText text={of.retry} />
      </p>
    </>
  );
}
