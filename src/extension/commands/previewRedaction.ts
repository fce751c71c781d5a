import type { Command } from './command';
import { logMeant } from './whichLog';
import { queryMeant } from './whichQuery';

/** Shows what a redacted export would replace and what it would leave. */
export const previewRedaction: Command = {
  id: 'provisioningLog.previewRedaction',
  title: 'Preview Redaction',
  doing: 'preview the redaction',
  async run(services, argument, query) {
    const log = logMeant(services, argument);
    await services.takeAway.preview(log, queryMeant(log, query));
  },
};
