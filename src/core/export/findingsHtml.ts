import { certaintyTitles, type Finding } from '../analysis/findings/finding';
import type { Findings } from '../analysis/findings/findFindings';
import { htmlText } from '../text/escape';
import { aboutWholeLog, evidenceText, MAX_QUERY_LENGTH } from './findingWords';
import { note } from './htmlParts';

/** The findings in HTML, the most important first, and what the log does not say. */
export function findingsHtml({ findings, notKnown, notFound }: Findings): string {
  const list =
    findings.length === 0
      ? '<p>Nothing stands out in this log.</p>'
      : `<ol class="findings">${findings.map(findingItem).join('\n')}</ol>`;
  const unknown = notKnown.map(({ title, sentence }) => `<li><b>${htmlText(title)}</b>: ${htmlText(sentence)}</li>`);
  const unsaid = unknown.length === 0 ? '' : `<h3>What this log does not say</h3><ul>${unknown.join('')}</ul>`;
  const none = notFound.length === 0 ? '' : note(`Looked for and not found: ${notFound.join('; ')}.`);
  return `<p class="quiet">${aboutWholeLog}</p>${list}${unsaid}${none}`;
}

function findingItem(finding: Finding): string {
  const { title, sentence, certainty, why, unseen, query, documentation } = finding;
  const filter = query === '' ? '' : `, filter <code>${htmlText(query, MAX_QUERY_LENGTH)}</code>`;
  const source = documentation === undefined ? '' : `<small>Documentation: ${htmlText(documentation)}</small>`;
  return `<li><h3>${htmlText(title)}</h3><p>${htmlText(sentence)}</p><small><b>${certaintyTitles[certainty]}.</b> ${htmlText(why)}</small><small>Not seen: ${htmlText(unseen)}</small><small>Evidence: ${evidenceText(finding)}${filter}</small>${source}</li>`;
}
