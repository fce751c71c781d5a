import type { Uri } from 'vscode';
import type { KeptValues } from './keptValues';

/** More logs than this are not remembered: those that were used last are. */
const MAX_REMEMBERED = 100;
const KEY = 'logs';

/** What was kept of one log, by name. Whatever it is: older versions of the extension may have kept it. */
type Kept = Readonly<Record<string, unknown>>;

/** What the user made of each log (its filter, columns, order …): known by the log's files, kept over a reload. */
export class LogMemory {
  constructor(private readonly memento: KeptValues) {}

  /** What was kept under this name. */
  read(files: readonly Uri[], name: string): unknown {
    return this.all().find(([address]) => address === addressOf(files))?.[1][name];
  }

  /** Keeps a value of plain data; `undefined` forgets it. */
  keep(files: readonly Uri[], name: string, value: unknown): void {
    const address = addressOf(files);
    const others = this.all().filter(([other]) => other !== address);
    const kept = this.all().find(([other]) => other === address)?.[1] ?? {};
    const entries = [...others, [address, { ...kept, [name]: value }]].slice(-MAX_REMEMBERED);
    void this.memento.update(KEY, entries);
  }

  /** Addresses and what is kept, the one that was used last at the end. */
  private all(): readonly (readonly [string, Kept])[] {
    const kept = this.memento.get(KEY);
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is readonly [string, Kept] {
  if (!Array.isArray(value)) return false;
  const [address, kept] = value as readonly unknown[];
  return typeof address === 'string' && typeof kept === 'object' && kept !== null;
}

function addressOf(files: readonly Uri[]): string {
  return files.map((file) => file.toString()).join('\n');
}
