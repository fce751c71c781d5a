import { searchedColumns } from '../fields';
import type { BetweenTest, QueryColumn, QueryNode, TermNode, TextTest } from '../queryNode';
import { ENTRA_ID } from '../../record/labels';
import { enumWords } from './enumWords';
import { type GraphField, graphFields } from './graphFields';
import type { Notes } from './notes';
import { isoText } from './timeText';
import { wellFormed } from './wellFormed';
import { fixedParts, wildcardShape } from './wildcard';

/** A condition in OData, or undefined when nothing of it can be asked: every event is let through then. */
export type Filter = string | undefined;

/**
 * Writes the `$filter` of a query. What cannot be asked is left out so that more events are found, never fewer, and a
 * note says so. Documented are `eq`, `contains`, `gt` and `lt` only, so there is no `not`, `ge` or `startswith`.
 */
export class GraphFilter {
  /** Whether a part of what was written is documented for the beta endpoint only. */
  isBeta = false;

  constructor(
    private readonly notes: Notes,
    /** Only these fields are asked for; all that Graph knows when absent. */
    private readonly fields?: readonly QueryColumn['id'][],
  ) {}

  of(node: QueryNode): Filter {
    switch (node.kind) {
      case 'all':
      case 'broken':
        return undefined;
      case 'and':
        return this.all(node.parts.map((part) => this.of(part)));
      case 'or':
        return this.any(node.parts.map((part) => this.of(part)));
      case 'not':
        return this.not(node.part);
      case 'term':
        return this.term(node);
    }
  }

  private all(parts: readonly Filter[]): Filter {
    return joined(
      'and',
      parts.filter((part) => part !== undefined),
    );
  }

  /** One part that cannot be asked lets everything through, and the others with it. */
  private any(parts: readonly Filter[]): Filter {
    const known = parts.filter((part) => part !== undefined);
    if (known.length === parts.length) return joined('or', known);
    this.notes.add('One side of an OR cannot be asked of Microsoft Graph: the whole OR is left out.');
    return undefined;
  }

  /** What is combined is taken apart: what must not match all, must not match one; and the other way round. */
  private not(part: QueryNode): Filter {
    if (part.kind === 'not') return this.of(part.part);
    if (part.kind === 'and') return this.any(part.parts.map((each) => this.not(each)));
    if (part.kind === 'or') return this.all(part.parts.map((each) => this.not(each)));
    const column = part.kind === 'term' ? part.field?.column : undefined;
    const field = column && this.field(column);
    if (part.kind === 'term' && column && field) {
      const words = enumWords(column, part.test);
      if (words) {
        const others = column.values!.filter((word) => !words.includes(word));
        return this.noted(field, this.words(column, field, others));
      }
    }
    this.notes.add('Microsoft Graph documents no “not” for these logs: exclusions are left out.');
    return undefined;
  }

  private term({ field, test }: TermNode): Filter {
    if (field) return this.column(field.column, test);
    const names = searchedColumns.map(({ id }) => id).join(', ');
    this.notes.add(`Text without a field (it searches ${names}) cannot be asked of Microsoft Graph and is left out.`);
    return undefined;
  }

  private column(column: QueryColumn, test: TermNode['test']): Filter {
    const field = this.field(column);
    if (field === undefined) {
      this.notes.add(`Microsoft Graph cannot filter by “${column.id}”: the condition on it is left out.`);
      return undefined;
    }
    if (test.kind === 'between') {
      return this.noted(field, column.type === 'time' ? timeFilter(field, test) : numberFilter(field, test));
    }
    const words = enumWords(column, test);
    return this.noted(field, words ? this.words(column, field, words) : this.text(column, field, test));
  }

  private noted(field: GraphField, filter: Filter): Filter {
    if (filter === undefined) return undefined;
    if (field.isBeta) this.isBeta = true;
    if (field.note !== undefined) this.notes.add(field.note);
    return filter;
  }

  private field(column: QueryColumn): GraphField | undefined {
    return this.fields?.includes(column.id) === false ? undefined : graphFields[column.id];
  }

  private words(column: QueryColumn, { path }: GraphField, words: readonly string[]): Filter {
    if (words.length === column.values?.length) return undefined;
    if (words.length === 0) {
      this.notes.add(
        `No ${column.id} is like the one that is asked for: Microsoft Graph cannot be asked for nothing, and it is left out.`,
      );
      return undefined;
    }
    const known = words.filter((word) => word !== 'unknown');
    if (known.length === 0) {
      this.notes.add(`Events without a known ${column.id} cannot be asked for: the condition is left out.`);
      return undefined;
    }
    if (known.length < words.length) {
      this.notes.add(`Events without a known ${column.id} cannot be asked for: they are not found.`);
    }
    return joined(
      'or',
      known.map((word) => `${path} eq ${odataString(word)}`),
    );
  }

  private text(column: QueryColumn, field: GraphField, { match, text }: TextTest): Filter {
    const isInside = column.type === 'text' && match === 'plain';
    if (text === '' || (match === 'wildcard' && wildcardShape(text).kind === 'any')) {
      this.notes.add(
        `Whether “${column.id}” has a value cannot be asked of Microsoft Graph: the condition is left out.`,
      );
      return undefined;
    }
    const isSmall = field.isSmallInside === true && (match === 'wildcard' || isInside);
    if (!isSmall) this.notes.add('Microsoft Graph tells upper and lower case apart in texts; here they are the same.');
    const contains = (part: string): string =>
      isSmall
        ? `contains(tolower(${field.path}),${odataString(part.toLowerCase())})`
        : `contains(${field.path},${odataString(part)})`;
    if (match !== 'wildcard') {
      return joined(
        'or',
        namesOf(column, text).map((name) => (isInside ? contains(name) : `${field.path} eq ${odataString(name)}`)),
      );
    }
    if (wildcardShape(text).kind !== 'contains') {
      this.notes.add(
        'Microsoft Graph knows no wildcards: it looks for the parts of the pattern anywhere in the value.',
      );
    }
    const parts = fixedParts(text).map(contains);
    return parts.length === 0 ? undefined : joined('and', parts);
  }
}

function joined(operator: 'and' | 'or', parts: readonly string[]): Filter {
  return parts.length > 1 ? `(${parts.join(` ${operator} `)})` : parts[0];
}

/** A text as a literal of OData, in which only the apostrophe has a meaning. */
function odataString(text: string): string {
  return `'${wellFormed(text).replaceAll("'", "''")}'`;
}

/** Graph still has the old name in older events. */
function namesOf(column: QueryColumn, text: string): readonly string[] {
  const isSystem = column.id === 'source' || column.id === 'target';
  return isSystem && text === ENTRA_ID ? [ENTRA_ID, 'Azure Active Directory'] : [text];
}

function timeFilter({ path }: GraphField, { from, includesFrom, to, includesTo }: BetweenTest): Filter {
  const parts = [
    from === -Infinity ? '' : `${path} gt ${isoText(includesFrom ? from - 1 : from)}`,
    to === Infinity ? '' : `${path} lt ${isoText(includesTo ? to + 1 : to)}`,
  ];
  return joined(
    'and',
    parts.filter((part) => part !== ''),
  );
}

/** Durations are whole milliseconds. */
function numberFilter({ path }: GraphField, { from, includesFrom, to, includesTo }: BetweenTest): Filter {
  const least = includesFrom ? Math.ceil(from) : Math.floor(from) + 1;
  const most = includesTo ? Math.floor(to) : Math.ceil(to) - 1;
  if (least === most && Number.isSafeInteger(least)) return `${path} eq ${least}`;
  const parts = [
    Number.isSafeInteger(least) ? `${path} gt ${least - 1}` : '',
    Number.isSafeInteger(most) ? `${path} lt ${most + 1}` : '',
  ];
  return joined(
    'and',
    parts.filter((part) => part !== ''),
  );
}
