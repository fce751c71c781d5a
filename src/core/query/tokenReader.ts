import type { BrokenNode, QueryError, QuerySpan } from './queryNode';
import type { Token } from './tokens';

/** More errors are not told: nobody reads them. */
const MAX_ERRORS = 100;

/** The tokens of a query, read once from left to right, and the errors found on the way. */
export class TokenReader {
  readonly errors: QueryError[] = [];
  private at = 0;
  private isLeftUnread = false;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The token to be read; undefined at the end. */
  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  /** The token that was read last. */
  get last(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  advance(): void {
    this.at++;
  }

  /** Leaves the rest of the query unread. */
  giveUp(): void {
    this.at = this.tokens.length;
    this.isLeftUnread = true;
  }

  get hasGivenUp(): boolean {
    return this.isLeftUnread;
  }

  fail(place: QuerySpan, message: string): void {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ message, start: place.start, end: place.end });
  }

  /** Notes an error, and gives the node for what could not be understood. */
  broken(place: QuerySpan, message: string): BrokenNode {
    this.fail(place, message);
    return { kind: 'broken', start: place.start, end: place.end };
  }
}
