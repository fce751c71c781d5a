import type { ComponentChildren } from 'preact';
import type { Detail } from '../../core/model';
import { LogText, LogValue } from './logText';

/** Names and values in two columns; `action` adds something to each row, such as a button that copies the value. */
export function DetailTable(props: {
  /** Read out before the table; the heading above says the same to the eye. */
  caption: string;
  rows: readonly Detail[];
  /** Stands for a missing value. */
  absent?: string;
  action?: (row: Detail, position: number) => ComponentChildren;
}) {
  return (
    <table class="details">
      <caption class="unseen">{props.caption}</caption>
      <tbody>
        {props.rows.map((row, position) => (
          // Names repeat in logs: only the position tells rows apart.
          <tr key={position}>
            <th scope="row">
              <LogText text={row.name} />
            </th>
            <td>
              <LogValue value={row.value} absent={props.absent} />
            </td>
            {props.action !== undefined && <td class="action">{props.action(row, position)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
