import { skipReasons, type SkipReason } from './skipReasons';

/** The entry of a skip reason, ignoring case; undefined when it is none of the known ones. */
export function lookUpSkipReason(reason: string): SkipReason | undefined {
  const wanted = reason.trim().toLowerCase();
  return skipReasons.find((entry) => entry.codes.some((code) => code.toLowerCase() === wanted));
}
