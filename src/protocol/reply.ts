/** What a call across a boundary comes back with: nothing is ever thrown across. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ReplyError };

/** Why a call could not be answered, in words for the user. */
export interface ReplyError {
  readonly message: string;
  /** Where in the text that was handed over (a query) the fault begins and ends, in UTF-16 units. */
  readonly start?: number;
  readonly end?: number;
  /** True when the caller cancelled: not a fault, and nothing to show. */
  readonly isCancelled?: boolean;
}

/** A good answer. */
export function ok<T>(value: T): Reply<T> {
  return { ok: true, value };
}

/** An answer that says what was wrong. */
export function failed(message: string, place?: { start: number; end: number }): Reply<never> {
  return { ok: false, error: { message, ...place } };
}

/** The answer to a call that was cancelled. */
export const cancelled: Reply<never> = { ok: false, error: { message: 'Cancelled.', isCancelled: true } };

/** Long calls carry one; `cancel(id)` ends them and `progress(id, …)` reports on them. Unique for one channel. */
export type RequestId = number;
