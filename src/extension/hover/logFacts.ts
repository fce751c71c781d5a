import type { HoverFacts } from '../../core/hover/hoverFacts';
import type { OpenLog } from '../openLog';

/** What a hover asks, answered by the log's worker. */
export function factsOf(log: OpenLog): HoverFacts {
  return {
    async use(column, value) {
      if (column !== 'code') return undefined;
      const reply = await log.api.codeUse(value);
      return reply.ok ? reply.value : undefined;
    },
    owners: () => Promise.resolve([]),
  };
}
