import { certaintyTitles, type Finding } from '../analysis/findings/finding';
import type { Findings } from '../analysis/findings/findFindings';
import { codeSpan, plainLabel } from '../text/escape';
import { aboutWholeLog, evidenceText, MAX_QUERY_LENGTH } from './findingWords';

/** The findings in Markdown, the most important first, and what the log does not say. */
export function findingsMarkdown({ findings, notKnown, notFound }: Findings): string {
  const parts = [
    aboutWholeLog,
    findings.length === 0 ? 'Nothing stands out in this log.' : findings.map(findingText).join('\n'),
    ...(notKnown.length === 0
      ? []
      : [
          'What this log does not say:',
          notKnown.map(({ title, sentence }) => `- **${title}**: ${codeSpan(sentence)}`).join('\n'),
        ]),
    ...(notFound.length === 0 ? [] : [`Looked for and not found: ${notFound.join('; ')}.`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Titles and sentences quote the log; why it is so sure and what was not seen are words of ours. */
function findingText(finding: Finding, position: number): string {
  const { title, sentence, certainty, why, unseen, query, documentation } = finding;
  return [
    `${position + 1}. ${codeSpan(title)}  `,
    `   ${codeSpan(sentence)}`,
    `   - ${certaintyTitles[certainty]}: ${plainLabel(why)}`,
    `   - Not seen: ${plainLabel(unseen)}`,
    `   - Evidence: ${evidenceText(finding)}${query === '' ? '' : `, filter ${codeSpan(query, MAX_QUERY_LENGTH)}`}`,
    ...(documentation === undefined ? [] : [`   - Documentation: <${documentation}>`]),
  ].join('\n');
}
