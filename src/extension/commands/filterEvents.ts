import { InputBoxValidationSeverity, window, type InputBoxValidationMessage } from 'vscode';
import { parseQuery } from '../../core/query/parseQuery';
import { plainLabel } from '../../core/text/escape';
import { formatCount, formatCounted } from '../../core/text/formatValue';
import type { OpenLog } from '../openLog';
import type { Command } from './command';
import { logMeant } from './whichLog';

/**
 * Asks which events of a log to look at, and says while the query is typed what is wrong with it, or how many events
 * it lets through. Links hand over the addresses of the log's files and the query.
 */
export const filterEvents: Command = {
  id: 'provisioningLog.filterEvents',
  title: 'Filter Events…',
  doing: 'filter the events',
  async run(services, argument, query) {
    const log = logMeant(services, argument);
    const chosen = typeof query === 'string' ? query : await askForQuery(log);
    if (chosen !== undefined) log.setFilter(chosen);
  },
};

function askForQuery(log: OpenLog): Thenable<string | undefined> {
  return window.showInputBox({
    title: `Filter the Events of ${plainLabel(log.name)}`,
    value: log.filter,
    valueSelection: [0, log.filter.length],
    prompt:
      'Words, or fields such as status:failure code:*Conflict* job:"ServiceNow" duration:>5000. Leave empty for all.',
    placeHolder: 'status:failure action:(create OR update)',
    ignoreFocusOut: true,
    validateInput: (text) => judge(log, text.trim()),
  });
}

async function judge(log: OpenLog, query: string): Promise<InputBoxValidationMessage | undefined> {
  const [fault] = parseQuery(query).errors;
  if (fault !== undefined) {
    const { start, end } = fault;
    const part = end > start ? `${plainLabel(query.slice(start, end))}: ` : '';
    return { message: `${part}${plainLabel(fault.message)}`, severity: InputBoxValidationSeverity.Error };
  }
  if (query === '') return undefined;
  const reply = await log.api.find(query, { offset: 0, limit: 0 });
  if (!reply.ok) return { message: reply.error.message, severity: InputBoxValidationSeverity.Warning };
  const message = `${formatCount(reply.value.total)} of ${formatCounted(log.info.eventCount, 'event')}`;
  return { message, severity: InputBoxValidationSeverity.Info };
}
