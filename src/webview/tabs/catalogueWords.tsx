import type { KnownWords } from '../../core/text/eventView';
import { Button } from '../widgets/button';
import { LogText } from '../widgets/logText';
import { TurnMark } from '../widgets/turnMark';

/**
 * What the catalogue says: the title, whose turn it is, the cause, what to do, and whether it is tried again. Turn and
 * retry are said once when they are those of the words above, `after`.
 */
export function CatalogueWords(props: { of: KnownWords; after?: KnownWords | undefined; onOpen: () => void }) {
  const { of, after } = props;
  return (
    <section class="known">
      <h2>
        <LogText text={of.title} />
        {of.isYours && (
          <>
            {' '}
            <span class="tag">from your settings</span>
          </>
        )}
      </h2>
      {of.turn.id !== after?.turn.id && <TurnMark turn={of.turn} />}
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
      {of.retry !== after?.retry && (
        <>
          <h3>Is it tried again?</h3>
          <p>
            {`${of.retryTitle}. `}
            <LogText text={of.retry} />
          </p>
        </>
      )}
      {of.origin !== '' && <p class="quiet further">{of.origin}</p>}
      {of.documentation !== '' && (
        <p class="further">
          <Button look="link" icon="book" onPress={props.onOpen}>
            Open the documentation
          </Button>
        </p>
      )}
    </section>
  );
}
