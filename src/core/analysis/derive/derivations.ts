import type { DerivedId } from '../../columns/derivedColumns';
import { deriveCluster } from './deriveCluster';
import type { Derivation } from './derivation';
import { deriveOutcome } from './deriveOutcome';
import { deriveTurn } from './deriveTurn';

/** How each derived column comes about. */
export const derivations: Readonly<Record<DerivedId, Derivation>> = {
  turn: deriveTurn,
  outcome: deriveOutcome,
  cluster: deriveCluster,
};
