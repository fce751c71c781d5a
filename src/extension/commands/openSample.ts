import { Uri, window, workspace } from 'vscode';
import type { Command, Services } from './command';

const SAMPLE_NAME = 'ProvisioningLogs-sample.json';

/** Opens the log that is shipped with the extension, as a person would open a download. */
export const openSample: Command = {
  id: 'provisioningLog.openSample',
  title: 'Open the Sample Log',
  doing: 'open the sample log',
  async run(services) {
    const sample = await sampleFile(services);
    const log = await services.opening.open([sample]);
    await window.showTextDocument(sample, { preview: false });
    await services.treeView.showJobs(log);
  },
};

/**
 * Where the sample can be read as a file. On vscode.dev an extension's files lie on a server, which no editor can show:
 * there the sample is copied into the extension's storage.
 */
async function sampleFile({ extensionUri, storageUri, platform }: Services): Promise<Uri> {
  const shipped = Uri.joinPath(extensionUri, 'media', 'sample', SAMPLE_NAME);
  if (shipped.scheme !== 'https' && shipped.scheme !== 'http') return shipped;
  const copy = Uri.joinPath(storageUri, SAMPLE_NAME);
  await workspace.fs.createDirectory(storageUri);
  await workspace.fs.writeFile(copy, await platform.readShipped(shipped));
  return copy;
}
