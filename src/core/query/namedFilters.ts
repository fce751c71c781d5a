/** A query and what people call it. */
export interface NamedFilter {
  /** `""` when the text gave none. */
  readonly name: string;
  readonly query: string;
}

/** Named filters as text to be shared: a line `# name` above each query, as `readNamedFilters` reads them. */
export function writeNamedFilters(filters: readonly NamedFilter[]): string {
  return filters.map(({ name, query }) => `# ${oneLine(name)}\n${oneLine(query)}\n`).join('\n');
}

/** The filters of a shared text. Queries without a name above them are taken, too; white space around lines is not. */
export function readNamedFilters(text: string): NamedFilter[] {
  const filters: NamedFilter[] = [];
  let name = '';
  for (const line of text.split(/\r\n|\r|\n/).map((whole) => whole.trim())) {
    if (line.startsWith('#')) name = line.replace(/^#+\s*/, '');
    else if (line !== '') {
      filters.push({ name, query: line });
      name = '';
    }
  }
  return filters;
}

/** Line breaks mean nothing in a query and cannot be part of a name. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
