import type { Container } from './jsonShape';

/** A list, or an object around a list. */
export type OpenContainer = 'frame' | 'list';

/** What is open between the beginning of a file and its next record. */
export class OpenContainers {
  /** How many frames are open: the last one's member `members[frames - 1]` is the list that leads on. */
  frames = 0;
  /** Outermost first. */
  private open: OpenContainer[] = [];

  constructor(private readonly container: Container) {}

  get innermost(): OpenContainer | undefined {
    return this.open.at(-1);
  }

  /** Whether what is open leads to records: what stands in a list is one. */
  get leadsToRecords(): boolean {
    return this.frames === this.container.members.length;
  }

  /** Whether the file may end here, and anything may follow without a comma. */
  get isBetweenRoots(): boolean {
    return this.container.root === 'sequence' && this.open.length === 0;
  }

  enter(container: OpenContainer): void {
    this.open.push(container);
    if (container === 'frame') this.frames++;
  }

  leave(): void {
    if (this.open.pop() === 'frame') this.frames--;
  }

  /** Takes it that everything around a record is open: one was found among broken bytes. */
  openAll(): void {
    const { root, members } = this.container;
    this.open = root === 'list' ? ['list'] : [];
    this.open.push(...members.flatMap(() => ['frame', 'list'] as const));
    this.frames = members.length;
  }
}
