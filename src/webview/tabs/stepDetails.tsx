import type { OpenedDetails } from '../../core/explain/openDetails';
import { formatCounted } from '../../core/text/formatValue';
import { AttributeLabel } from '../widgets/attributeLabel';
import { LogText } from '../widgets/logText';
import { OpenedValue } from '../widgets/openedValue';
import { ClauseTable } from './clauseTable';

/** More details than this are folded away at first. */
const SHOWN_AT_FIRST = 12;

/** What a step carries: its details with readable names, the clauses of filters, and last the names without a value. */
export function StepDetails({ details: { rows, clauses, emptyNames } }: { details: OpenedDetails }) {
  return (
    <>
      {rows.length > 0 && (
        <details open={rows.length <= SHOWN_AT_FIRST}>
          <summary>{formatCounted(rows.length, 'detail')}</summary>
          <table class="details">
            <caption class="unseen">Details of the step</caption>
            <tbody>
              {rows.map((row, position) => (
                // Names repeat in logs: only the position tells rows apart.
                <tr key={position}>
                  <th scope="row">
                    <AttributeLabel name={row.name} readable={row.readable} />
                  </th>
                  <td>
                    <OpenedValue value={row.value} cutFrom={row.cutFrom} opened={row.opened} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {clauses.length > 0 && <ClauseTable clauses={clauses} />}
      {emptyNames.length > 0 && (
        <details>
          <summary>{`${formatCounted(emptyNames.length, 'detail')} without a value`}</summary>
          <p>
            <LogText text={emptyNames.join(', ')} />
          </p>
        </details>
      )}
    </>
  );
}
