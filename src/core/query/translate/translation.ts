import type { Cloud } from '../../portal/clouds';
import type { QueryNode } from '../queryNode';

/** A query in the words of another tool. */
export interface Translated {
  readonly text: string;
  /** What the other tool cannot express or sees otherwise: whole sentences, which `text` holds as comments, too. */
  readonly notes: readonly string[];
}

/** A tool that can be asked the same question. */
export interface Translation {
  readonly id: string;
  readonly title: string;
  /** One sentence: where the text is used. */
  readonly use: string;
  /** Translates a tree without errors. `query` is its text, for the comment at the beginning. */
  translate(tree: QueryNode, query: string, cloud: Cloud): Translated;
}
