import { withoutPart } from '../../core/query/editQuery';
import { queryParts } from '../../core/query/queryParts';
import { plainLabel } from '../../core/text/escape';
import { Button } from '../widgets/button';
import { Icon } from '../widgets/icon';

/** Longer conditions are cut on their chips. */
const LONGEST_CHIP = 60;

/** The conditions of the query, each with a button that removes it, and one that removes all. */
export function QueryChips({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const parts = queryParts(query);
  if (parts.length === 0) return null;
  return (
    <div class="chips">
      <ul aria-label="Conditions">
        {parts.map((part) => (
          <li key={part.start}>
            <button
              type="button"
              class={part.isExcluded ? 'query-chip excluded' : 'query-chip'}
              title={plainLabel(part.text)}
              aria-label={`Remove ${plainLabel(part.text)}`}
              onClick={() => onQuery(withoutPart(query, part))}
            >
              <bdi>{plainLabel(part.text, LONGEST_CHIP)}</bdi>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <Button icon="clearAll" onPress={() => onQuery('')}>
        Clear All
      </Button>
    </div>
  );
}
