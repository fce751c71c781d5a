import type { OpenedJson } from '../../core/explain/openJson';
import { formatCounted } from '../../core/text/formatValue';
import { LogValue } from './logText';
import { OpenedTable } from './openedTable';

/** A value from the log with what is known of it: found elsewhere, cut by the service, or JSON that is laid open. */
export function OpenedValue(props: {
  value: string | null;
  isRecovered?: boolean;
  cutFrom?: number | undefined;
  opened?: OpenedJson | undefined;
}) {
  return (
    <>
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
    </>
  );
}
