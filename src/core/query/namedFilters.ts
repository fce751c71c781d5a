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

/** What adding shared filters to those that are there comes to. */
export interface AddedFilters {
  /** The ones that are new, by names that no other filter has. */
  readonly added: readonly NamedFilter[];
  /** How many of these were given another name, because it was taken by another query. */
  readonly renamed: number;
  /** How many are there already. */
  readonly known: number;
}

/** Adds shared filters to those that are there. None is replaced; one without a name is called by its query. */
export function addNamedFilters(there: readonly NamedFilter[], shared: readonly NamedFilter[]): AddedFilters {
  const queries = new Map(there.map(({ name, query }) => [name, query]));
  const added: NamedFilter[] = [];
  let renamed = 0;
  let known = 0;
  for (const { name, query } of shared) {
    const wanted = name === '' ? query : name;
    let free = wanted;
    for (let number = 2; queries.has(free) && queries.get(free) !== query; number++) free = `${wanted} (${number})`;
    if (queries.has(free)) {
      known++;
      continue;
    }
    queries.set(free, query);
    added.push({ name: free, query });
    if (free !== wanted) renamed++;
  }
  return { added, renamed, known };
}

/** Line breaks mean nothing in a query and cannot be part of a name. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
