import type { HoverFacts } from '../../core/hover/hoverFacts';
import type { OpenLog } from '../openLog';

/** What a hover asks, answered by the log's worker. */
export function factsOf(log: OpenLog): HoverFacts {
  return {
    async use(column, value) {
      const reply = await log.api.valueUse(column, value);
      return reply.ok ? reply.value : undefined;
    },
    async owners(id) {
      const reply = await log.api.idOwners(id);
      return reply.ok ? reply.value : [];
    },
  };
}
