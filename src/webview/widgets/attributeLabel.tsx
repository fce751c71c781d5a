import type { AttributeName } from '../../core/explain/attributeName';
import { LogText } from './logText';

/** An attribute by its readable name, with its schema and its spelling in the log below, where they differ. */
export function AttributeLabel(props: { name: string; readable: AttributeName; tag?: string | undefined }) {
  const { name, readable, tag } = props;
  return (
    <>
      <LogText text={readable.name} />
      {tag !== undefined && (
        <>
          {' '}
          <span class="tag">{tag}</span>
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
    </>
  );
}
