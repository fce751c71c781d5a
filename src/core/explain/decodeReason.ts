/*
 * The grammar of a reason, as seen in published logs. Every part may be missing, and parts stand on lines of their own
 * except where the service runs them together:
 *
 *   <lead>StatusCode: <name of an HTTP status>
 *   Message: <text, perhaps several lines>
 *   Web Response: <what the target answered, often a SCIM error>. This operation was retried <n> times.
 *   It will be retried again after this date: <time> UTC
 */
import type { ErrorCode } from '../codes/errorCode';
import { findMarks } from '../codes/findMarks';
import { type HttpStatus, httpStatusOf } from '../codes/httpStatuses';
import { readTime, timeText } from '../record/readTime';
import { type OpenedJson, openJson } from './openJson';
import { readScimError, type ScimError } from './scimError';

/** A reason taken apart. Everything but `http` and `marks` is log text. */
export interface DecodedReason {
  /** The text as it was, whole. */
  readonly original: string;
  /** What stands before the first part that has a name. */
  readonly lead?: string;
  /** Behind `StatusCode:`, as spelled. */
  readonly statusCode?: string;
  /** What the status code, or else the status inside the web response, means. */
  readonly http?: HttpStatus;
  readonly message?: string;
  /** What the target answered, as it stands in the text. */
  readonly webResponse?: string;
  /** The web response laid open, where it is JSON. */
  readonly opened?: OpenedJson;
  readonly scim?: ScimError;
  readonly retryCount?: number;
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly nextAttempt?: string;
  /** What stands behind the web response and is no part that we know. */
  readonly rest?: string;
  /** Marks inside the text that the catalogue explains. */
  readonly marks: readonly ErrorCode[];
}

/** Takes a reason apart. Text without any known part comes back as `message`, an empty one without parts. */
export function decodeReason(reason: string): DecodedReason {
  const { before, webResponse, after } = cutWebResponse(reason);
  const front = cutRetry(before);
  const back = cutRetry(after);
  const named = nameParts(front.text);
  const opened = webResponse === undefined ? undefined : openJson(webResponse);
  const scim = opened && readScimError(opened);
  const http = httpStatusOf(named.statusCode ?? '') ?? httpStatusOf(scim?.status ?? '');
  return withoutUndefined({
    original: reason,
    ...named,
    http,
    webResponse,
    opened,
    scim,
    retryCount: back.retryCount ?? front.retryCount,
    nextAttempt: back.nextAttempt ?? front.nextAttempt,
    rest: textOrNothing(back.text.replace(/^[\s.]+/, '')),
    marks: findMarks(reason),
  });
}

const webResponseLabel = /Web Response:[ \t]*/i;
const retrySentence = /This operation was retried (\d{1,9}) times?\.?/i;
// Repetitions are bounded, so that a hostile reason cannot make the search slow.
const nextAttemptSentence =
  /It will be retried again after this date:\s{0,9}(\d[\dT:./-]{5,35}Z?(?:\s\d[\d:]{3,9}(?:\s[AP]M)?)?)(?:\s{0,9}UTC)?\.?/i;

function cutWebResponse(reason: string): { before: string; webResponse?: string; after: string } {
  const label = webResponseLabel.exec(reason);
  if (!label) return { before: reason, after: '' };
  const before = reason.slice(0, label.index);
  const answer = reason.slice(label.index + label[0].length).trimStart();
  const end = balancedEnd(answer) ?? retrySentence.exec(answer)?.index ?? answer.length;
  const webResponse = answer.slice(0, end).trim();
  return { before, ...(webResponse !== '' && { webResponse }), after: answer.slice(end) };
}

/**
 * Where a text's leading object or array ends, brackets inside strings not counted; undefined when it begins with
 * something else or is never closed.
 */
export function balancedEnd(text: string): number | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function cutRetry(text: string): { text: string; retryCount?: number; nextAttempt?: string } {
  const retried = retrySentence.exec(text);
  const next = nextAttemptSentence.exec(text);
  const nextAttempt = timeText(readTime(next?.[1]?.replace(/\.$/, '') ?? ''));
  return {
    // A sentence whose time cannot be read stays in the text, for the reader.
    text: (nextAttempt === '' ? text : text.replace(nextAttemptSentence, '\n')).replace(retrySentence, '\n'),
    ...(retried && { retryCount: Number(retried[1]) }),
    ...(nextAttempt !== '' && { nextAttempt }),
  };
}

function nameParts(text: string): { lead?: string; statusCode?: string; message?: string } {
  const status = /(^|[\s;:,.])StatusCode:[ \t]*([^\r\n]*)/i.exec(text);
  const message = /(^|[\s;:,.])Message:[ \t]*/i.exec(text);
  if (!status && !message) return withoutUndefined({ message: textOrNothing(text) });
  const starts = [status, message].flatMap((match) => (match ? [match.index + match[1]!.length] : []));
  const messageStart = message && message.index + message[0].length;
  const isStatusBehind = status && message && status.index > message.index;
  return withoutUndefined({
    lead: textOrNothing(text.slice(0, Math.min(...starts))),
    statusCode: status ? textOrNothing(status[2]!) : undefined,
    message:
      messageStart === null
        ? undefined
        : textOrNothing(text.slice(messageStart, isStatusBehind ? status.index : undefined)),
  });
}

function textOrNothing(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without members that are undefined, so that absent parts are absent. */
function withoutUndefined<T extends object>(parts: T): Defined<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>;
}
