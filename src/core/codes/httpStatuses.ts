import { startsWord } from './connectors';

/** A status that a target's web interface answers with. Names as .NET spells them, because reasons do. */
export interface HttpStatus {
  readonly number: number;
  readonly name: string;
  /** What it usually means for provisioning; one sentence. */
  readonly meaning: string;
}

/** Statuses that targets answer with; https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const httpStatuses: readonly HttpStatus[] = [
  { number: 400, name: 'BadRequest', meaning: 'The target does not accept the form or the values of the request.' },
  { number: 401, name: 'Unauthorized', meaning: 'The target does not accept the credentials, or got none.' },
  { number: 402, name: 'PaymentRequired', meaning: 'The target wants a paid plan or a license for this.' },
  { number: 403, name: 'Forbidden', meaning: 'The credentials are known, but may not do this in the target.' },
  { number: 404, name: 'NotFound', meaning: 'The target does not have this object or this address.' },
  { number: 405, name: 'MethodNotAllowed', meaning: 'The target does not offer this operation at this address.' },
  { number: 406, name: 'NotAcceptable', meaning: 'The target cannot answer in the form that was asked for.' },
  { number: 408, name: 'RequestTimeout', meaning: 'The target waited too long for the request.' },
  { number: 409, name: 'Conflict', meaning: 'An object with this unique value exists in the target already.' },
  { number: 410, name: 'Gone', meaning: 'The object was removed from the target for good.' },
  { number: 412, name: 'PreconditionFailed', meaning: 'The object in the target changed in the meantime.' },
  { number: 413, name: 'RequestEntityTooLarge', meaning: 'The request is larger than the target takes.' },
  { number: 415, name: 'UnsupportedMediaType', meaning: 'The target does not take the content type of the request.' },
  { number: 422, name: 'UnprocessableEntity', meaning: 'The target understood the request, but not its content.' },
  { number: 423, name: 'Locked', meaning: 'The object is locked in the target.' },
  { number: 429, name: 'TooManyRequests', meaning: 'The target is throttling; the attempt is repeated later.' },
  { number: 500, name: 'InternalServerError', meaning: 'The target failed unexpectedly.' },
  { number: 501, name: 'NotImplemented', meaning: 'The target does not support the operation.' },
  { number: 502, name: 'BadGateway', meaning: 'A server in front of the target got no good answer from it.' },
  { number: 503, name: 'ServiceUnavailable', meaning: 'The target is down or overloaded for the moment.' },
  { number: 504, name: 'GatewayTimeout', meaning: 'A server in front of the target waited too long for it.' },
];

/** The status of a name in any case (`Conflict`) or a number as text (`409`); undefined when it is neither. */
export function httpStatusOf(text: string): HttpStatus | undefined {
  const wanted = text.trim().toLowerCase();
  return httpStatuses.find(({ name, number }) => name.toLowerCase() === wanted || String(number) === wanted);
}

/** The status whose name stands as a word inside a code, the longest if there are several. */
export function httpStatusIn(code: string): HttpStatus | undefined {
  const lower = code.toLowerCase();
  return httpStatuses
    .filter(({ name }) => {
      const at = lower.lastIndexOf(name.toLowerCase());
      const end = at + name.length;
      return at >= 0 && startsWord(code, at) && (end === code.length || startsWord(code, end));
    })
    .sort((a, b) => b.name.length - a.name.length)[0];
}
