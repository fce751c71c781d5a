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

async function closeBoth(window: EditorWindow, workspace: TestWorkspace): Promise<void> {
  try {
    await window.close();
  } finally {
    await workspace.remove();
  }
}
