import type { Frame } from 'playwright-core';
import { type EditorWindow, openWindow, type WindowOptions } from '../../run/editorWindow.mts';
import { prepareWorkspace, type TestWorkspace, type WorkspaceContent } from '../../run/testWorkspace.mts';
import { Workbench } from './workbench.mts';

/** A window of a test's own, with the installed package where the runner made one, else with this checkout. */
export interface TestWindow {
  readonly workbench: Workbench;
  /** The workspace's folder. */
  readonly folder: string;
  /** Ends everything; rejects when anything left this machine. */
  close(): Promise<void>;
}

/** Opens a window on a workspace with the sample and what `content` names. */
export async function openTestWindow(
  content: WorkspaceContent = {},
  options: Partial<WindowOptions> = {},
): Promise<TestWindow> {
  const installed = process.env.PROVLOG_EXTENSIONS;
  const workspace = await prepareWorkspace(content);
  const window = await openWindow({
    version: 'newest',
    host: 'node',
    folder: workspace.folder,
    ...(installed !== undefined && { extensionsFolder: installed }),
    ...options,
  });
  return {
    workbench: new Workbench(window.page),
    folder: workspace.folder,
    close: () => closeBoth(window, workspace),
  };
}

/** Opens the sample of a window and its analysis, and gives the analysis page. */
export async function analyseSample({ workbench }: TestWindow): Promise<Frame> {
  await workbench.openFile('ProvisioningLogs-sample.json');
  await workbench.statusBarItem(/\d+ events, \d+ failures/).click({ timeout: 60_000 });
  return workbench.webviewFrame('body[data-app="analysis"] [role=grid]', 60_000);
}

async function closeBoth(window: EditorWindow, workspace: TestWorkspace): Promise<void> {
  try {
    await window.close();
  } finally {
    await workspace.remove();
  }
}
