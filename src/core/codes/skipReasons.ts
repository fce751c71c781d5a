import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { whenObjectChanges } from './retries';

/** A skip reason of the catalogue, and whether a skip for it is what one expects. */
export interface SkipReason extends ErrorCode {
  /** True when such a skip is as it should be in most logs. */
  readonly isUsuallyFine: boolean;
}

/** Known values of the detail `SkipReason`. The service's full list is not public, so others may occur. */
export const skipReasons: readonly SkipReason[] = [
  {
    codes: ['RedundantExport'],
    title: 'Nothing to change',
    cause: 'Source and target already agree, so the target was not called.',
    steps: ['Nothing, unless a change was expected: then check the mapping and when it is applied.'],
    retry: whenObjectChanges,
    turn: 'wait',
    appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
    documentation: documentation.provisionOnDemand,
    origin: 'documented',
    match: 'exact',
    isUsuallyFine: true,
  },
  {
    codes: ['NotEffectivelyEntitled'],
    title: 'Not in scope',
    cause:
      'At least one condition is not met: active in the source, assigned, holding the role that is needed, passing the scoping filters.',
    steps: [
      'See in the scoping step which condition is false.',
      'If the object should be provisioned, change its assignment, its state or the filter.',
      'If a create was skipped, look whether the account is disabled: it is not matched then.',
      'If everything looks right, the assignment itself is at fault: remove it and add it again.',
    ],
    retry: whenObjectChanges,
    turn: 'configuration',
    appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
    documentation: documentation.noUsersProvisioned,
    origin: 'documented',
    match: 'exact',
    isUsuallyFine: true,
  },
  {
    codes: ['AttributeValidationFailed'],
    title: 'A value is missing or not valid',
    cause: 'An attribute that the target needs is missing or not valid; the detail PropertyName says which.',
    steps: ['Correct that attribute at the source.', 'Or change its mapping.'],
    retry: whenObjectChanges,
    turn: 'sourceData',
    appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
    documentation: documentation.attributeMappings,
    origin: 'observed',
    match: 'exact',
    isUsuallyFine: false,
  },
];
