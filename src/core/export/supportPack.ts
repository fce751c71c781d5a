import { zipSync } from 'fflate';
import { formatCount, formatTime } from '../text/formatValue';
import { plainLabel } from '../text/escape';

/** What a support pack is put together from. */
export interface SupportPackParts {
  readonly madeAtMs: number;
  /** With pseudonyms. */
  readonly markdown: string;
  /** With pseudonyms. */
  readonly html: string;
  /** Records with pseudonyms, as a list of JSON. */
  readonly events: Uint8Array;
  /** A table of IDs as the log has them. */
  readonly ids: string;
  /** Events in the pack, and how many there are. */
  readonly eventCount: number;
  readonly allEventCount: number;
  /** Versions and the like, as names and values. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
}

/** So many events go into a pack: a case needs examples, not a log. */
export const MAX_PACK_EVENTS = 5_000;

/** The bytes of the zip. */
export function supportPack(parts: SupportPackParts): Uint8Array {
  const encoder = new TextEncoder();
  const mtime = new Date(parts.madeAtMs);
  const files = {
    'README.txt': encoder.encode(readme(parts)),
    'report.html': encoder.encode(parts.html),
    'report.md': encoder.encode(parts.markdown),
    'ProvisioningLog-redacted.json': parts.events,
    'ids.csv': encoder.encode(parts.ids),
  };
  return zipSync(files, { level: 6, mtime });
}

function readme({ madeAtMs, eventCount, allEventCount, environment }: SupportPackParts): string {
  const some =
    eventCount < allEventCount
      ? `It holds ${formatCount(eventCount)} of ${formatCount(allEventCount)} events: failures first.`
      : `It holds all ${formatCount(eventCount)} events of the filter.`;
  return [
    'Support pack of a Microsoft Entra provisioning log',
    '',
    `Made ${formatTime(madeAtMs)}. All times are UTC. ${some}`,
    '',
    'report.html, report.md             What the events come to. Names are pseudonyms.',
    'ProvisioningLog-redacted.json      The events. Names, addresses, hosts and IDs are pseudonyms.',
    'ids.csv                            Times and IDs as the log has them, tenant and job included: what product support',
    '                                   looks events up by. They name no person. Delete the file if you do not want to',
    '                                   hand them over.',
    '',
    'Words in error texts that no field of the log names may have stayed: read the texts before you send them.',
    '',
    'Environment',
    ...environment.map(({ name, value }) => `  ${plainLabel(name)}: ${plainLabel(value)}`),
    '',
  ].join('\r\n');
}
