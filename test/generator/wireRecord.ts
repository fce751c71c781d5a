import type { WireStep } from './steps';

/** The parts of a generated record that tests look at, as `JSON.parse` gives them back. */
export interface WireRecord {
  readonly id: string;
  readonly activityDateTime: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly provisioningAction: string;
  readonly durationInMilliseconds: number;
  readonly sourceIdentity: { readonly id: string; readonly displayName: string };
  readonly provisioningStatusInfo: {
    readonly status: string;
    readonly errorInformation: { readonly errorCode: string; readonly reason: string } | null;
  };
  readonly provisioningSteps: readonly WireStep[];
  readonly modifiedProperties: readonly {
    readonly displayName: string;
    readonly oldValue: string | null;
    readonly newValue: string;
  }[];
}

/** The records of a generated log, by the engine's own parser. */
export function parseRecords(json: string): readonly WireRecord[] {
  const parsed = JSON.parse(json) as readonly WireRecord[] | { readonly value: readonly WireRecord[] };
  return 'value' in parsed ? parsed.value : parsed;
}
