import type { Uri } from 'vscode';
import type { AnalysisPanels } from '../analysis/analysisPanels';
import type { CodeCatalogue } from '../codeCatalogue';
import type { Comparisons } from '../comparisons';
import type { EventActions } from '../eventActions';
import type { EventPanel } from '../eventPanel';
import type { LogMemory } from '../filter/logMemory';
import type { SavedFilters } from '../filter/savedFilters';
import type { Opening } from '../opening';
import type { OpenLogs } from '../openLogs';
import type { Platform } from '../platform';
import type { Prettifier } from '../prettifier';
import type { Report } from '../report';
import type { TableColumns } from '../tableColumns';
import type { StoryPanel } from '../story/storyPanel';
import type { TakeAway } from '../takeAway/takeAway';
import type { LogTreeView } from '../tree/logTreeView';

/** Everything a command may use. Built once in `activate.ts`. */
export interface Services {
  /** The folder that the extension is installed in. */
  readonly extensionUri: Uri;
  /** A folder of the extension's own, the same for all workspaces. */
  readonly storageUri: Uri;
  readonly platform: Platform;
  readonly report: Report;
  readonly codes: CodeCatalogue;
  readonly logs: OpenLogs;
  readonly memory: LogMemory;
  readonly savedFilters: SavedFilters;
  readonly opening: Opening;
  readonly columns: TableColumns;
  readonly treeView: LogTreeView;
  readonly panel: EventPanel;
  readonly actions: EventActions;
  readonly prettifier: Prettifier;
  readonly story: StoryPanel;
  readonly analysis: AnalysisPanels;
  readonly takeAway: TakeAway;
  readonly comparisons: Comparisons;
}

/** One command of the extension. */
export interface Command {
  /** As in the manifest. */
  readonly id: string;
  /** As in the manifest. */
  readonly title: string;
  /** Completes "Could not …" when the command fails for a reason of its own. */
  readonly doing: string;
  /** Does it; arguments come from menus, links and other extensions and are not to be trusted. */
  run(services: Services, ...args: readonly unknown[]): unknown;
}
