import type { Failure } from './failures';
import type { SubjectKind } from './subject';

/** Why an object was left as it is, as `SkipReason` spells it. */
export type SkipReason = 'RedundantExport' | 'NotEffectivelyEntitled' | 'AttributeValidationFailed';

/** Every skip reason that is publicly known. */
export const skipReasons: readonly SkipReason[] = [
  'RedundantExport',
  'NotEffectivelyEntitled',
  'AttributeValidationFailed',
];

/** Actions as the log spells them. */
export type WireAction = 'create' | 'update' | 'delete' | 'disable' | 'stagedDelete' | 'other' | 'unknownFutureValue';

/** Statuses as the log spells them. */
export type WireStatus = 'success' | 'failure' | 'skipped' | 'warning' | 'unknownFutureValue';

/** What happens in one event, without saying to whom or when. */
export interface Story {
  readonly action: WireAction;
  readonly status: WireStatus;
  readonly kind: SubjectKind;
  readonly failure?: Failure;
  readonly skip?: SkipReason;
  /** An error code that a skipped event carries. */
  readonly skipCode?: string;
  /** How often the service has tried already; 0 or absent for the first time. */
  readonly retries?: number;
}

/** The error code that the story's record carries, if any. */
export function errorCodeOf(story: Story): string | undefined {
  return story.failure?.code ?? story.skipCode;
}
