import { lookUpCode, type UnknownCode } from '../codes/lookUpCode';
import { documentation } from '../codes/documentation';
import { entryLines, entryTitle, eventsWith, linkLine, span, useLines } from './hoverLines';
import { type HoverTopic, keyLetters } from './hoverTopic';

const keys = ['errorcode', 'resultsignature'];

/** Error codes: anything where an error code stands, and in plain text only codes that are known. */
export const errorCodeTopic: HoverTopic = {
  id: 'errorCode',
  appliesTo({ key, value }, { codes }) {
    if (value.trim() === '') return false;
    if (key === '') return lookUpCode(value, codes).isKnown;
    return keys.includes(keyLetters(key));
  },
  async lines({ value, isBroken }, context) {
    const found = lookUpCode(value, context.codes);
    const use = await context.facts.use('code', value);
    const events = eventsWith('code', value, use);
    // Here it stands, in an event that is lost.
    const uses = isBroken === true && use?.count === 0 ? [notInReadable] : useLines(use);
    if (!found.isKnown)
      return [...unknownLines(value, found), ...uses, ...linkLine(context, documentation.errorCodes, events)];
    const connector = found.connector === undefined ? '' : ` · from ${span(found.connector)}`;
    return [
      `${span(value)} ${entryTitle(found.entry)}${connector}`,
      ...entryLines(found.entry),
      ...uses,
      ...linkLine(context, found.entry.documentation, events),
    ];
  },
};

const notInReadable = 'In no event of this log that can be read.';

function unknownLines(code: string, { connector, http }: UnknownCode): readonly string[] {
  return [
    `${span(code)} **This error code is not in the catalogue.**`,
    ...(connector === undefined ? [] : [`Its beginning says that it comes from ${connector}.`]),
    ...(http === undefined ? [] : [`Its name holds the HTTP status ${http.number}: ${http.meaning}`]),
    'The reason of the event says more than the code.',
  ];
}
