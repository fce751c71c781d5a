import { type ErrorCode, scenarios, turns } from '../codes/errorCode';
import type { UnknownCode } from '../codes/lookUpCode';

/** All that an entry of the catalogue says, as plain text of paragraphs. Texts of the user's own entries are data. */
export function entryText(entry: ErrorCode): string {
  const turn = turns.find(({ id }) => id === entry.turn);
  const where = scenarios.filter(({ id }) => entry.appliesTo.includes(id)).map(({ title }) => title);
  return [
    entry.cause,
    entry.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    entry.retry.text,
    `Whose turn: ${turn?.title ?? entry.turn}. ${turn?.sentence ?? ''}`.trim(),
    `Where: ${where.join(', ')}.`,
    originText(entry.origin),
  ].join('\n\n');
}

/** What the spelling of a code tells that no entry explains. */
export function unknownCodeText({ connector, http }: Pick<UnknownCode, 'connector' | 'http'>): string {
  const sentences = ['The catalogue does not know this code.'];
  if (connector !== undefined) sentences.push(`By its beginning it comes from the connector ${connector}.`);
  if (http) sentences.push(`It names the HTTP status ${http.number}: ${http.meaning}`);
  return sentences.join(' ');
}

/** Where the catalogue has an entry from, in a sentence. */
export function originText(origin: ErrorCode['origin']): string {
  return origins[origin];
}

const origins: Readonly<Record<ErrorCode['origin'], string>> = {
  documented: 'The documentation names this code.',
  observed: 'Known from published logs; no documentation names it.',
  user: 'This is an entry of your own.',
};
