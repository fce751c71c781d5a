import type { QueryNode } from './queryNode';
import type { QueryPart } from './queryParts';
import { textMatcher } from './textMatcher';

/** What a query says of one value of a field. */
export type ValueState = 'included' | 'excluded' | 'open';

/** What the parts about one field say of its values, told one by one. An exclusion wins. Prepare once, ask often. */
export function valueStates(parts: readonly QueryPart[]): (value: string) => ValueState {
  const includes = parts.filter((part) => !part.isExcluded).map(({ tree }) => valueTest(tree));
  const excludes = parts.flatMap(({ tree }) => (tree.kind === 'not' ? [valueTest(tree.part)] : []));
  return (value) => {
    if (excludes.some((matches) => matches(value))) return 'excluded';
    return includes.some((matches) => matches(value)) ? 'included' : 'open';
  };
}

function valueTest(node: QueryNode): (value: string) => boolean {
  switch (node.kind) {
    case 'not': {
      const matches = valueTest(node.part);
      return (value) => !matches(value);
    }
    case 'and':
    case 'or': {
      const tests = node.parts.map(valueTest);
      const isAll = node.kind === 'and';
      return (value) => (isAll ? tests.every((matches) => matches(value)) : tests.some((matches) => matches(value)));
    }
    case 'term':
      return node.test.kind === 'text' && node.field ? textMatcher(node.test, node.field.column.type) : () => false;
    default:
      return () => false;
  }
}
