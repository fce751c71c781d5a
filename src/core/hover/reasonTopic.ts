import { decodeReason } from '../explain/decodeReason';
import { formatTime } from '../text/formatValue';
import { formatDistance } from '../text/formatDuration';
import { linkLine, span } from './hoverLines';
import { type HoverTopic, keyLetters } from './hoverTopic';

const keys = ['reason', 'resultdescription', 'errordescription', 'errormessage'];

/** Reasons that hold more than a sentence: a status, a target's answer, retries, or marks of the catalogue. */
export const reasonTopic: HoverTopic = {
  id: 'reason',
  appliesTo({ key, value }) {
    if (!keys.includes(keyLetters(key))) return false;
    const { http, statusCode, webResponse, retryCount, nextAttempt, marks } = decodeReason(value);
    return [http, statusCode, webResponse, retryCount, nextAttempt, marks[0]].some((part) => part !== undefined);
  },
  lines({ value }, context) {
    const { http, statusCode, message, scim, retryCount, nextAttempt, marks } = decodeReason(value);
    const next = nextAttempt === undefined ? undefined : Date.parse(nextAttempt);
    const [mark] = marks;
    return Promise.resolve([
      ...(http
        ? [`**HTTP ${http.number} ${http.name}.** ${http.meaning}`]
        : statusCode
          ? [`Status code ${span(statusCode)}`]
          : []),
      ...(message === undefined ? [] : [`Message: ${span(message)}`]),
      ...(scim?.detail === undefined ? [] : [`The target says: ${span(scim.detail)}`]),
      ...(scim?.scimType === undefined ? [] : [`SCIM error type: ${span(scim.scimType)}`]),
      ...(retryCount === undefined ? [] : [`Retries when this was logged: ${retryCount}.`]),
      ...(next === undefined ? [] : [`Next attempt: ${formatTime(next)} (${formatDistance(next, context.nowMs)}).`]),
      ...(mark === undefined ? [] : [`**${mark.title}.** ${mark.cause}`, mark.steps[0]]),
      ...linkLine(context, mark?.documentation, undefined),
    ]);
  },
};
