import { workspace } from 'vscode';

/** What to do when an editor shows a file that is named like a log. */
export type OpenAutomatically = 'always' | 'prompt' | 'never';

/** Settings of the extension as they are now. A value of the wrong kind counts as the default. */
export const settings = {
  get openAutomatically(): OpenAutomatically {
    const value = workspace.getConfiguration('provisioningLog').get<unknown>('openAutomatically');
    return value === 'prompt' || value === 'never' ? value : 'always';
  },

  /** The user's own explanations of error codes, as they stand in the settings: nothing of it is checked. */
  get customErrorCodes(): unknown {
    return workspace.getConfiguration('provisioningLog').get<unknown>('customErrorCodes');
  },

  /** Whether indexes are kept on the disk, so that a log opens again at once. */
  get storeIndexes(): boolean {
    return workspace.getConfiguration('provisioningLog').get<unknown>('storeIndexes') !== false;
  },

  /** Id of the cloud that addresses lead to; anything else counts as the global one. */
  get cloud(): unknown {
    return workspace.getConfiguration('provisioningLog').get<unknown>('cloud');
  },

  /** Whether a line above each event of a pretty log says what it came to. */
  get codeLens(): boolean {
    return workspace.getConfiguration('provisioningLog').get<unknown>('codeLens') !== false;
  },

  /** Whether failures of pretty logs, and what could not be read, stand in the Problems view. */
  get diagnostics(): boolean {
    return workspace.getConfiguration('provisioningLog').get<unknown>('diagnostics') === true;
  },
};
