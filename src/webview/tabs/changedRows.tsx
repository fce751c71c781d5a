import type { ChangedProperty } from '../../core/explain/whatChanged';
import { AttributeLabel } from '../widgets/attributeLabel';
import { OpenedValue } from '../widgets/openedValue';
import { WordDiff } from '../widgets/wordDiff';

/** One property of the table: its readable name, both values, and for long ones their difference in a row below. */
export function ChangedRows({ property }: { property: ChangedProperty }) {
  const { name, readable, noise, diff } = property;
  return (
    <tbody class={noise === undefined ? '' : 'noise'}>
      <tr>
        <th scope="row">
          <AttributeLabel name={name} readable={readable} tag={noise === undefined ? undefined : 'no change'} />
        </th>
        <td>
          <OpenedValue
            value={property.oldValue}
            isRecovered={property.recovered}
            cutFrom={property.oldCutFrom}
            opened={property.oldOpened}
          />
        </td>
        <td>
          <OpenedValue value={property.newValue} cutFrom={property.newCutFrom} opened={property.newOpened} />
        </td>
      </tr>
      {noise !== undefined && (
        <tr class="difference">
          <td colSpan={3}>{noise}</td>
        </tr>
      )}
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
