import { env, InputBoxValidationSeverity, window } from 'vscode';
import { cloudNamed } from '../../core/portal/clouds';
import { parseQuery } from '../../core/query/parseQuery';
import { translations } from '../../core/query/translate/translations';
import { settings } from '../settings';
import type { Command } from './command';
import { logMeant } from './whichLog';
import { queryMeant } from './whichQuery';

/** Copies the filter as a question to another tool: KQL, Microsoft Graph, PowerShell. */
export const copyQueryAs: Command = {
  id: 'provisioningLog.copyQueryAs',
  title: 'Copy Query As…',
  doing: 'copy the query',
  async run(services, argument, query) {
    const meant = queryMeant(logMeant(services, argument), query);
    const wanted = meant === '' && typeof query !== 'string' ? await askForQuery() : meant;
    if (wanted === undefined) return;
    const items = translations.map((translation) => ({
      label: translation.title,
      detail: translation.use,
      translation,
    }));
    const chosen = await window.showQuickPick(items, {
      title: 'Copy the Query for Another Tool',
      placeHolder: 'Choose a tool',
      matchOnDetail: true,
    });
    if (chosen === undefined) return;
    const { translation } = chosen;
    const { text, notes } = translation.translate(parseQuery(wanted).tree, wanted, cloudNamed(settings.cloud));
    await env.clipboard.writeText(text);
    if (notes.length === 0) window.setStatusBarMessage(`Copied as ${translation.title}.`, 5_000);
    else services.report.inform(`Copied as ${translation.title}, with comments on what differs: ${notes.join(' ')}`);
  },
};

/** No filter is set: a question about everything is seldom meant. */
function askForQuery(): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'Which Events?',
    prompt: 'A query such as status:failure code:*Conflict*. Leave empty for all events.',
    ignoreFocusOut: true,
    validateInput(text) {
      const [fault] = parseQuery(text).errors;
      return fault && { message: fault.message, severity: InputBoxValidationSeverity.Error };
    },
  });
}
