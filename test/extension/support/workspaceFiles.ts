import * as vscode from 'vscode';

/** The folder that the editor was opened with: copies, made for this run. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suite needs a folder.');
  return folder.uri;
}

/** The copy of the shipped sample log. */
export function sampleFile(): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), 'ProvisioningLogs-sample.json');
}

/** What the generator counted in the sample. */
export interface ExpectedCounts {
  readonly events: number;
  readonly failures: number;
  readonly jobs: readonly {
    readonly jobId: string;
    readonly name: string;
    readonly events: number;
    readonly byStatus: Readonly<Record<string, number>>;
  }[];
}

/** Reads the counts that stand beside the sample. */
export async function expectedCounts(): Promise<ExpectedCounts> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(workspaceFolder(), 'expected-counts.json'));
  return JSON.parse(new TextDecoder().decode(bytes)) as ExpectedCounts;
}

/** Writes a file into the workspace and gives its address. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return file;
}

/** Waits until a condition holds; rejects after `timeoutMs` with what was waited for. */
export async function until(what: string, holds: () => unknown, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
