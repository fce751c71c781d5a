import { documentation } from './documentation';
import type { ErrorCode } from './errorCode';

/** Actions that the service holds back; values of `provisioningAction`. */
export const stagedActions: readonly ErrorCode[] = [
  {
    codes: ['StagedDelete', 'StagedAction'],
    title: 'Held back by accidental deletion prevention',
    cause: 'The object was to be deleted or disabled, but more of them were than the threshold allows in one cycle.',
    steps: [
      'Find out what took so many objects out of scope.',
      'Allow the deletes on the Provisioning page, or correct the scope and restart.',
    ],
    retry: { kind: 'admin', text: 'It waits until an administrator allows it or corrects the scope.' },
    turn: 'configuration',
    appliesTo: ['app', 'crossTenant', 'hrInbound', 'cloudSync'],
    documentation: documentation.accidentalDeletions,
    origin: 'documented',
    match: 'exact',
  },
];
