import type { Status } from '../model';

/**
 * One row of the tree, without anything of VS Code in it. Labels hold log text: the tree makes it harmless. A `more`
 * node stands at the end of a list for what is left of it: its children are shown in its place.
 */
export interface TreeNode {
  /** Stable as long as the file does not change; says how to find the node's children. */
  readonly id: string;
  readonly kind: 'job' | 'group' | 'bucket' | 'change' | 'event' | 'step' | 'more' | 'problems' | 'problem';
  readonly label: string;
  /** Shown in grey behind the label. */
  readonly description: string;
  /** A sentence for screen readers. */
  readonly sentence: string;
  readonly hasChildren: boolean;
  readonly status?: Status;
  /** Events below the node. */
  readonly events?: number;
  readonly failures?: number;
  /** The row whose event the node shows. */
  readonly row?: number;
  /** Where the node points in the file: for problems. */
  readonly place?: { readonly file: number; readonly byteOffset: number; readonly byteLength: number };
}
