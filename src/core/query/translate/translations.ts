import { graph } from './graph';
import { kql } from './kql';
import { powerShell } from './powerShell';
import type { Translation } from './translation';

/** Every tool that a query can be taken to. */
export const translations: readonly Translation[] = [kql, graph, powerShell];
