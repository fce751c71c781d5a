import { TabInputText, TabInputWebview, ViewColumn, window, type TabGroup, type Uri } from 'vscode';
import { eventPanelType } from '../eventPanel';

/**
 * Where a text is to be shown: where a tab has it already, and not over the event panel that led to it, as long as there is
 * another place.
 */
export function columnOf(file: Uri): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  const others = all.filter((group) => group !== activeTabGroup);
  const groups = showsPanel(activeTabGroup) ? [...others, activeTabGroup] : [activeTabGroup, ...others];
  const group = groups.find((each) => hasTab(each, file)) ?? groups[0];
  return group?.viewColumn ?? ViewColumn.Active;
}

function hasTab({ tabs }: TabGroup, file: Uri): boolean {
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === file.toString());
}

/** VS Code writes its own words before the type. */
function showsPanel({ activeTab }: TabGroup): boolean {
  return activeTab?.input instanceof TabInputWebview && activeTab.input.viewType.endsWith(eventPanelType);
}
