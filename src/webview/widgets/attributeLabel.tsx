import type { AttributeName } from '../../core/explain/attributeName';
import { LogText } from './logText';

/** An attribute by its readable name, with its schema and its spelling in the log below, where they differ. */
export function AttributeLabel({ name, readable }: { name: string; readable: AttributeName }) {
  return (
    <>
      <LogText text={readable.name} />
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
    </>
  );
}
