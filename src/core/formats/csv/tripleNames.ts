/** The files of one "Download CSV", in the order in which they are listed. */
export const tripleParts = ['events', 'steps', 'modifiedProperties'] as const;

/** One of {@link tripleParts}. */
export type TriplePart = (typeof tripleParts)[number];

/** What a file's name says of its place among the three. */
export interface TripleName {
  readonly part: TriplePart;
  /** Equal for the files of one download: what is left of the name without its part. */
  readonly download: string;
}

const name =
  /^(.*provisioning_?logs?)(?:[_ -]*(provisioning_?steps?|modified_?propert(?:y|ies)))?([^/\\]*\.csv(?:\.gz)?)$/i;

/**
 * Reads a name such as `ProvisioningLogs_ProvisioningSteps_2026-03-24 (1).csv`, which may stand behind a path; undefined
 * for a file that is none of the three. What a browser or the portal adds to the names is the same in all of them, and so
 * is `.gz` where they are packed.
 */
export function readTripleName(fileName: string): TripleName | undefined {
  const [, stem, part = '', rest = ''] = name.exec(fileName) ?? [];
  if (stem === undefined) return undefined;
  const lower = part.toLowerCase();
  return {
    part: lower === '' ? 'events' : lower.startsWith('prov') ? 'steps' : 'modifiedProperties',
    download: `${stem}|${rest}`.toLowerCase().replaceAll('\\', '/'),
  };
}

/**
 * The names among `candidates` that belong to one download with `fileName`, itself included: events, steps, modified
 * properties. All have to be given in the same way, with or without a path. Only `fileName` when it is none of the three.
 */
export function tripleOf(fileName: string, candidates: readonly string[]): readonly string[] {
  const own = readTripleName(fileName);
  if (own === undefined) return [fileName];
  const members = tripleParts.map((part) =>
    part === own.part
      ? fileName
      : candidates.find((candidate) => {
          const other = readTripleName(candidate);
          return other?.part === part && other.download === own.download;
        }),
  );
  return members.filter((member) => member !== undefined);
}
