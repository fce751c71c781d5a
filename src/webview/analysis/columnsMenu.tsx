import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldId } from '../../core/columns/derivedColumns';
import { allFields } from '../../core/query/fields';
import { moved, titleOf } from '../grid/gridColumns';
import { Button } from '../widgets/button';
import { useIsWide } from '../widgets/useIsWide';
import { firstLayout } from './layout';

/** On a page of fewer CSS pixels the button shows its icon only, so that it stands beside the tabs. */
const MIN_WIDTH_WITH_WORD = 600;

/** Chooses the columns of the table and their order. */
export function ColumnsMenu({
  columns,
  onColumns,
}: {
  columns: readonly FieldId[];
  onColumns: (columns: readonly FieldId[]) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const isWide = useIsWide(MIN_WIDTH_WITH_WORD);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    whole.current?.querySelector<HTMLElement>('vscode-checkbox')?.focus();
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) setIsOpen(false);
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);
  const others = allFields.map(({ id }) => id).filter((id) => !columns.includes(id));
  const toggle = (field: FieldId) => {
    const next = columns.includes(field) ? columns.filter((other) => other !== field) : [...columns, field];
    if (next.length > 0) onColumns(next);
  };
  return (
    <div
      class="columns-menu"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setIsOpen(false);
        whole.current?.querySelector('button')?.focus();
      }}
    >
      <Button
        icon="settings"
        label="Columns"
        isIconOnly={!isWide}
        isExpanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        {isWide && 'Columns'}
      </Button>
      {isOpen && (
        <div class="popover" role="dialog" aria-label="Columns of the table">
          <ul>
            {[...columns, ...others].map((field) => {
              const place = columns.indexOf(field);
              return (
                <li key={field}>
                  <vscode-checkbox
                    checked={place >= 0}
                    disabled={place >= 0 && columns.length === 1}
                    label={titleOf(field)}
                    onChange={() => toggle(field)}
                  />
                  {place >= 0 && (
                    <span class="buttons">
                      <Button
                        icon="arrowUp"
                        isIconOnly
                        label={`Move ${titleOf(field)} to the left`}
                        isDisabled={place === 0}
                        onPress={() => onColumns(moved(columns, field, -1))}
                      />
                      <Button
                        icon="arrowDown"
                        isIconOnly
                        label={`Move ${titleOf(field)} to the right`}
                        isDisabled={place === columns.length - 1}
                        onPress={() => onColumns(moved(columns, field, 1))}
                      />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <Button look="link" onPress={() => onColumns(firstLayout.columns)}>
            Reset columns
          </Button>
        </div>
      )}
    </div>
  );
}
