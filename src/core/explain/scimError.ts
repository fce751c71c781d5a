import { type OpenedJson, openedValue } from './openJson';

/** The error inside a target's answer. All of it is log text. */
export interface ScimError {
  /** The HTTP status as text: `409`. */
  readonly status?: string;
  /** A keyword such as `uniqueness`. */
  readonly scimType?: string;
  readonly detail?: string;
}

/**
 * Where the parts stand: SCIM 2.0 (https://www.rfc-editor.org/rfc/rfc7644#section-3.12), the two shapes of SCIM 1.1, and
 * for the detail what Microsoft Graph, Salesforce and many others answer instead.
 */
const places = {
  status: ['status', 'Errors[0].code', 'Errors.code'],
  scimType: ['scimType'],
  detail: ['detail', 'Errors[0].description', 'Errors.description', 'error.message', '[0].message', 'message'],
} as const;

/** What a SCIM error says; undefined when the answer holds none of its parts. */
export function readScimError(opened: OpenedJson): ScimError | undefined {
  const error = Object.fromEntries(
    Object.entries(places).flatMap(([part, names]) => {
      const value = names.map((name) => openedValue(opened, name)).find((text) => text !== undefined && text !== '');
      return value === undefined ? [] : [[part, value]];
    }),
  ) as ScimError;
  return error.detail === undefined && error.status === undefined && error.scimType === undefined ? undefined : error;
}
