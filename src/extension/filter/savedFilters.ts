import type { NamedFilter } from '../../core/query/namedFilters';
import type { KeptValues } from './keptValues';

const KEY = 'filters';

/** The named filters: the same in all windows, and for all logs. */
export class SavedFilters {
  constructor(private readonly memento: KeptValues) {}

  /** All of them, by name. */
  get all(): readonly NamedFilter[] {
    const kept = this.memento.get(KEY);
    return Array.isArray(kept) ? kept.filter(isNamedFilter) : [];
  }

  /** Keeps filters; those that had the same names are replaced. */
  async save(...filters: readonly NamedFilter[]): Promise<void> {
    const names = new Set(filters.map(({ name }) => name));
    await this.keep([...this.all.filter(({ name }) => !names.has(name)), ...filters]);
  }

  /** Gives a filter another name, of which a filter that had it is replaced. */
  async rename({ name, query }: NamedFilter, newName: string): Promise<void> {
    await this.keep([
      ...this.all.filter((other) => other.name !== name && other.name !== newName),
      { name: newName, query },
    ]);
  }

  async delete({ name }: NamedFilter): Promise<void> {
    await this.keep(this.all.filter((other) => other.name !== name));
  }

  private async keep(filters: readonly NamedFilter[]): Promise<void> {
    await this.memento.update(
      KEY,
      [...filters].sort((left, right) => left.name.localeCompare(right.name)),
    );
  }
}

function isNamedFilter(value: unknown): value is NamedFilter {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('query' in value)) return false;
  return typeof value.name === 'string' && typeof value.query === 'string';
}
