import { InputBoxValidationSeverity, window } from 'vscode';
import type { NamedFilter } from '../../core/query/namedFilters';
import { plainLabel } from '../../core/text/escape';
import type { SavedFilters } from './savedFilters';

/** Asks for the name of a filter, and says when another filter would lose it. Undefined when the question is left. */
export async function askForFilterName(saved: SavedFilters, filter: NamedFilter): Promise<string | undefined> {
  const others = new Map(saved.all.filter(({ name }) => name !== filter.name).map(({ name, query }) => [name, query]));
  const name = await window.showInputBox({
    title: 'Name of the Filter',
    value: filter.name,
    prompt: plainLabel(filter.query),
    ignoreFocusOut: true,
    validateInput(text) {
      if (text.trim() === '') return { message: 'A name is missing.', severity: InputBoxValidationSeverity.Error };
      const known = others.get(text.trim());
      if (known === undefined) return undefined;
      const message = `Replaces the filter of this name: ${plainLabel(known)}`;
      return { message, severity: InputBoxValidationSeverity.Warning };
    },
  });
  return name?.trim();
}
