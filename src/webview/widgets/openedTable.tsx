import { formatCounted } from '../../core/text/formatValue';
import type { OpenedJson } from '../../core/explain/openJson';
import { DetailTable } from './detailTable';

/** JSON that stood inside a text, folded away: its values by path, and whether some are missing. */
export function OpenedTable({ title, opened }: { title: string; opened: OpenedJson }) {
  return (
    <details>
      <summary>{`${title}, ${formatCounted(opened.rows.length, 'value')}`}</summary>
      {opened.isBroken && <p class="quiet">This is not quite JSON; what could be read of it is here.</p>}
      <DetailTable caption={title} rows={opened.rows} />
      {opened.isCut && <p class="quiet">There is more than is shown here.</p>}
    </details>
  );
}
