import { Uri, window } from 'vscode';
import type { Command } from './command';

/** Opens the log that is shipped with the extension, as a person would open a download. */
export const openSample: Command = {
  id: 'provisioningLog.openSample',
  title: 'Open the Sample Log',
  doing: 'open the sample log',
  async run({ extensionUri, opening, treeView }) {
    const sample = Uri.joinPath(extensionUri, 'media', 'sample', 'ProvisioningLogs-sample.json');
    const log = await opening.open([sample]);
    await window.showTextDocument(sample, { preview: false });
    await treeView.showJobs(log);
  },
};
