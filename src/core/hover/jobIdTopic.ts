import { readJobId } from '../explain/jobTemplates';
import { eventsWith, linkLine, span, useLines } from './hoverLines';
import { type HoverTopic, keyLetters } from './hoverTopic';

/** Job IDs: the connector and the tenant that they name. */
export const jobIdTopic: HoverTopic = {
  id: 'jobId',
  appliesTo: ({ key, value }) => keyLetters(key) === 'jobid' && value.trim() !== '',
  async lines({ value }, context) {
    const parts = readJobId(value);
    const use = await context.facts.use('jobId', value);
    const [owner] = await context.facts.owners(value);
    return [
      owner === undefined || owner.name === '' ? '**Job**' : `**Job** ${span(owner.name)}`,
      ...(parts === undefined ? [] : [`Connector: ${span(parts.title)}`]),
      ...(parts?.tenantId === undefined ? [] : [`Tenant: ${span(parts.tenantId)}`]),
      ...useLines(use),
      ...linkLine(context, undefined, eventsWith('jobId', value, use)),
    ];
  },
};
