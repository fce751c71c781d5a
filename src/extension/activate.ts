import { window, type ExtensionContext } from 'vscode';
import { AnalysisPanels } from './analysis/analysisPanels';
import type { PageServices } from './analysis/logPageSession';
import { makeApi, type ProvisioningLogApi } from './api';
import { AutomaticOpening } from './automaticOpening';
import { BytesDocuments } from './bytesDocuments';
import { CodeCatalogue } from './codeCatalogue';
import { Comparisons } from './comparisons';
import type { Services } from './commands/command';
import { registerCommands } from './commands/commands';
import { keepContextKeys } from './contextKeys';
import { EventActions } from './eventActions';
import { keepFilters } from './filter/keepFilters';
import { keepGroupings } from './filter/keepGroupings';
import { LogMemory } from './filter/logMemory';
import { SavedFilters } from './filter/savedFilters';
import { followTabs } from './followTabs';
import { handOverCodes } from './handOverCodes';
import { Opening } from './opening';
import { OpenLogs } from './openLogs';
import { WebEventPanel } from './panel/webEventPanel';
import type { Platform } from './platform';
import { Report } from './report';
import { StatusBar } from './statusBar';
import { StoryPanel } from './story/storyPanel';
import { RedactionSecret } from './takeAway/redactionSecret';
import { TakeAway } from './takeAway/takeAway';
import { TextFeatures } from './textFeatures';
import { LogTree } from './tree/logTree';
import { LogTreeView } from './tree/logTreeView';
import { TableColumns } from './tableColumns';
import { ViewerEditor } from './viewer/viewerEditor';

/** Builds each object once, hands it to those who need it, and lets VS Code end them in reverse order. */
export function activateOn(context: ExtensionContext, platform: Platform): ProvisioningLogApi {
  const report = new Report(window.createOutputChannel('Provisioning Log', { log: true }));
  const codes = new CodeCatalogue(report);
  const columns = new TableColumns(context.globalState);
  const logs = new OpenLogs(platform, report, columns);
  const memory = new LogMemory(context.workspaceState);
  // First of all that follow the logs: what they are asked for already is what the filter lets through.
  context.subscriptions.push(keepFilters(logs, memory), keepGroupings(logs, memory), handOverCodes(logs, codes));
  context.subscriptions.push(followTabs(logs));
  const savedFilters = new SavedFilters(context.globalState);
  const opening = new Opening(logs, report, columns);
  const tree = new LogTree(logs, report);
  const treeView = new LogTreeView(logs, tree, report);
  const bytesDocuments = new BytesDocuments();
  const automatic = new AutomaticOpening(logs, opening, report);
  context.subscriptions.push(report, codes, logs, tree, treeView, bytesDocuments, automatic);

  const text = new TextFeatures(platform, logs, codes, opening, report);
  context.subscriptions.push(text);
  const actions = new EventActions(report, text.documents, bytesDocuments);

  const { extensionUri, globalStorageUri: storageUri } = context;
  const panel = new WebEventPanel(extensionUri, logs, codes, opening, actions, report);
  panel.onDidShow((event) => void report.runQuietly('show the event in the tree', () => treeView.follow(event)));
  const story = new StoryPanel(extensionUri, logs, panel, opening, report);
  const secret = new RedactionSecret(context.secrets, context.globalState, platform);
  const takeAway = new TakeAway(platform, report, secret, versionOf(context), [extensionUri, storageUri]);
  context.subscriptions.push(takeAway);
  const comparisons = new Comparisons();
  const pageServices: PageServices = {
    extensionUri,
    storageUri,
    platform,
    report,
    codes,
    logs,
    memory,
    savedFilters,
    opening,
    columns,
    treeView,
    panel,
    actions,
    prettifier: text,
    story,
    takeAway,
    comparisons,
  };
  const analysis = new AnalysisPanels(pageServices);
  const services: Services = { ...pageServices, analysis };
  context.subscriptions.push(panel, story, analysis, comparisons, new ViewerEditor(pageServices).register());
  context.subscriptions.push(new StatusBar(logs), keepContextKeys(logs), ...registerCommands(services));
  automatic.start();
  return makeApi(logs);
}

function versionOf({ extension }: ExtensionContext): string {
  const { version } = extension.packageJSON as { readonly version?: unknown };
  return typeof version === 'string' ? version : '';
}
