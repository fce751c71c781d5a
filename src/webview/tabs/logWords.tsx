import type { Troubleshooting } from '../../core/text/eventView';
import { DetailTable } from '../widgets/detailTable';
import { LogText } from '../widgets/logText';
import { OpenedTable } from '../widgets/openedTable';

/** What the log itself says on the fault: the reason by its parts with the original beside it, then the other texts. */
export function LogWords({ of }: { of: Troubleshooting }) {
  const others = [
    { title: 'Details', text: of.details },
    { title: 'Category', text: of.category },
    { title: 'Recommended action', text: of.recommendedAction },
  ].filter(({ text }) => text !== '');
  if (others.length === 0 && of.reason === '' && of.escrow.length === 0) return null;
  return (
    <>
      <h2>What the log says</h2>
      {of.reason !== '' && (
        <section>
          <h3>Reason</h3>
          {of.reasonFields.length === 0 ? <Quotation text={of.reason} /> : <Decoded of={of} />}
        </section>
      )}
      {of.escrow.length > 0 && (
        <section>
          <h3>Waiting for another attempt</h3>
          <DetailTable caption="Waiting for another attempt" rows={of.escrow} />
        </section>
      )}
      {others.map(({ title, text }) => (
        <section key={title}>
          <h3>{title}</h3>
          <Quotation text={text} />
        </section>
      ))}
    </>
  );
}

function Decoded({ of }: { of: Troubleshooting }) {
  return (
    <>
      <DetailTable caption="Parts of the reason" rows={of.reasonFields} />
      {of.answer !== undefined && <OpenedTable title="The whole answer of the target" opened={of.answer} />}
      <details>
        <summary>Original text</summary>
        <Quotation text={of.reason} />
      </details>
    </>
  );
}

function Quotation({ text }: { text: string }) {
  return (
    <p class="quotation">
      <LogText text={text} />
    </p>
  );
}
