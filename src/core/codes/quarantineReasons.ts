import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';
import { jobSlowsDown } from './retries';

/** What the entries have in common. */
const quarantine = {
  retry: jobSlowsDown,
  appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
  documentation: documentation.quarantine,
  origin: 'documented',
  match: 'exact',
} as const satisfies Partial<ErrorCode>;

/** Why Microsoft Entra puts a whole job into quarantine; `synchronizationQuarantine.reason` in Microsoft Graph. */
export const quarantineReasons: readonly ErrorCode[] = [
  {
    ...quarantine,
    codes: ['EncounteredQuarantineException'],
    title: 'The job cannot connect',
    cause: 'The admin credentials are not valid, or the service cannot connect source and target.',
    steps: [
      'Enter valid credentials on the Provisioning page and press Test connection.',
      'If they are valid, check the tenant URL, and whether the endpoint answers as SCIM asks; a 404 is a usual fault.',
      'Restart provisioning.',
    ],
    turn: 'configuration',
  },
  {
    ...quarantine,
    codes: ['EncounteredEscrowProportionThreshold'],
    title: 'Too large a share of the events failed',
    cause:
      'More than 40 % of the events failed, which is looked at from 5,000 failures on; references that could not be resolved do not count.',
    steps: ['Work through the failures, the most frequent error first.', 'Restart provisioning.'],
    turn: 'configuration',
  },
  {
    ...quarantine,
    codes: ['EncounteredBaseEscrowThreshold'],
    title: 'Too many events failed',
    cause: 'The number of failures passed the limit, documented as about 40,000 without references.',
    steps: ['Work through the failures, the most frequent error first.', 'Restart provisioning.'],
    turn: 'configuration',
  },
  {
    ...quarantine,
    codes: ['EncounteredTotalEscrowThreshold'],
    title: 'Too many events failed, references included',
    cause: 'Failures together with unresolved references passed the limit, documented as about 60,000.',
    steps: [
      'Bring the objects that others refer to into scope.',
      'Work through the failures, the most frequent error first.',
      'Restart provisioning.',
    ],
    turn: 'configuration',
  },
  {
    ...quarantine,
    codes: ['QuarantineOnDemand', 'QuarantinedOnDemand'],
    title: 'Microsoft put the job into quarantine',
    cause: 'Microsoft saw a problem with the application and put the job into quarantine by hand.',
    steps: ['Open a support case and name the job ID.'],
    retry: { kind: 'admin', text: 'It ends when Microsoft or an administrator lifts it.' },
    turn: 'microsoftSupport',
  },
  {
    ...quarantine,
    codes: ['TooManyDeletes'],
    title: 'Too many deletes in one cycle',
    cause: 'The job was about to delete more objects than the accidental deletion threshold allows.',
    steps: ['Find out what took so many objects out of scope.', 'Correct that, or allow the deletes.'],
    retry: { kind: 'admin', text: 'The deletes wait until an administrator allows them or corrects the scope.' },
    turn: 'configuration',
    documentation: documentation.accidentalDeletions,
  },
  {
    ...quarantine,
    codes: ['IngestionInterrupted'],
    title: 'Changes could not be read any more',
    cause: 'Reading changes was interrupted; the documentation names the reason and explains no more.',
    steps: ['Restart provisioning.', 'If it comes back, open a support case and name the job ID.'],
    turn: 'microsoftSupport',
    documentation: documentation.quarantineReasons,
  },
];
