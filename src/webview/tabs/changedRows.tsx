import type { OpenedJson } from '../../core/explain/openJson';
import type { ChangedProperty } from '../../core/explain/whatChanged';
import { formatCounted } from '../../core/text/formatValue';
import { LogText, LogValue } from '../widgets/logText';
import { OpenedTable } from '../widgets/openedTable';
import { WordDiff } from '../widgets/wordDiff';

/** One property of the table: its readable name, both values, and for long ones their difference in a row below. */
export function ChangedRows({ property }: { property: ChangedProperty }) {
  const { name, readable, noise, diff } = property;
  return (
    <tbody class={noise === undefined ? '' : 'noise'}>
      <tr>
        <th scope="row">
          <LogText text={readable.name} />
          {noise !== undefined && (
            <>
              {' '}
              <span class="tag">no change</span>
            </>
          )}
          {readable.schema !== undefined && (
            <div class="quiet">
              <LogText text={readable.schema} />
            </div>
          )}
          {readable.name !== name && (
            <div class="quiet original">
              <LogText text={name} />
            </div>
          )}
          {noise !== undefined && <div class="quiet">{noise}</div>}
        </th>
        <Value
          value={property.oldValue}
          isRecovered={property.recovered}
          cutFrom={property.oldCutFrom}
          opened={property.oldOpened}
        />
        <Value value={property.newValue} cutFrom={property.newCutFrom} opened={property.newOpened} />
      </tr>
      {diff !== undefined && (
        <tr class="difference">
          <td colSpan={3}>
            <h3>Difference, word by word</h3>
            <WordDiff parts={diff} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Value(props: {
  value: string | null;
  isRecovered?: boolean;
  cutFrom: number | undefined;
  opened: OpenedJson | undefined;
}) {
  return (
    <td>
      <LogValue value={props.value} />
      {props.isRecovered === true && (
        <>
          {' '}
          <span class="tag">recovered</span>
        </>
      )}
      {props.cutFrom !== undefined && (
        <>
          {' '}
          <span class="tag">{`the log shows only some of ${formatCounted(props.cutFrom, 'value')}`}</span>
        </>
      )}
      {props.opened !== undefined && <OpenedTable title="Laid open" opened={props.opened} />}
    </td>
  );
}
