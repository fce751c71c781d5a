import type { Host } from './editorWindow.mts';
import type { EditorVersion } from './installEditor.mts';

/** One start of an editor with the suite of `test/extension` in it. */
export interface HostRun {
  /** Chooses the run on the command line. */
  readonly id: string;
  readonly host: Host;
  readonly version: EditorVersion;
  /** Tests whose titles carry a tag in square brackets run only where it is named. */
  readonly tags: readonly string[];
  /** Only the tests with this tag: for windows that are set up for one case. */
  readonly only?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Logs to generate into the workspace, besides the sample: name, and size in the generator's spelling. */
  readonly logs?: readonly { readonly name: string; readonly size: string }[];
}

/** Every run. To test under other circumstances, add one with a tag, and put the tag into the tests' titles. */
export const hostRuns: readonly HostRun[] = [
  { id: 'node', host: 'node', version: 'newest', tags: ['node'] },
  { id: 'node-oldest', host: 'node', version: 'oldest', tags: ['node'] },
  { id: 'web', host: 'web', version: 'newest', tags: ['web'] },
  ...(['node', 'web'] as const).flatMap((host): HostRun[] => [
    /** Nothing but opening a log may activate the extension there. */
    { id: `${host}-fresh`, host, version: 'newest', tags: [host], only: 'fresh window' },
    /** The workspace is not trusted. */
    {
      id: `${host}-restricted`,
      host,
      version: 'newest',
      tags: [host],
      only: 'restricted',
      settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    },
    /** The editor shows its large-file page instead of text. */
    {
      id: `${host}-large`,
      host,
      version: 'newest',
      tags: [host],
      only: 'large file page',
      logs: [{ name: 'LargeProvisioningLog.json', size: '12MB' }],
    },
    /** The editor shows text, which no extension gets to see. */
    {
      id: `${host}-huge`,
      host,
      version: 'newest',
      tags: [host],
      only: 'unsynchronised text',
      settings: { 'workbench.editorLargeFileConfirmation': 1_024 },
      logs: [{ name: 'HugeProvisioningLog.json', size: '60MB' }],
    },
  ]),
];
