import { window, type QuickPickItem } from 'vscode';
import type { FoundObject } from '../../core/analysis/story/findObjects';
import { plainLabel } from '../../core/text/escape';
import { formatCounted } from '../../core/text/formatValue';
import { typeName } from '../../core/text/sentence';
import type { EventOfLog } from '../eventPanel';
import type { OpenLog } from '../openLog';
import { valueOf, type Report } from '../report';

/** So many hits are offered. */
const MAX_HITS = 50;

/** While somebody types, nothing is searched. */
const TYPING_MS = 80;

/** One person or group of one log, as an entry of the quick pick. */
export interface ObjectItem extends QuickPickItem, EventOfLog {}

/** Stands in the list when there is no hit: an empty one would look as if nothing had been searched. */
const nobody: QuickPickItem = {
  label: 'No person or group of the open logs matches',
  detail: 'Type words of a name or user principal name, or three characters of an ID.',
  alwaysShow: true,
};

/** Lets the user find a person or group by name, user principal name or ID; undefined when nobody is chosen. */
export function pickObject(logs: readonly OpenLog[], report: Report): Promise<EventOfLog | undefined> {
  const pick = window.createQuickPick<ObjectItem | typeof nobody>();
  pick.title = 'Go to Event';
  pick.placeholder = 'Name, user principal name or ID of a person or group';
  let asked = 0;
  const search = async (request: number): Promise<void> => {
    pick.busy = true;
    const items = await report.runQuietly('find a person or group', () => findItems(logs, pick.value));
    // Something else was typed meanwhile, or nobody looks any more.
    if (request !== asked) return;
    pick.busy = false;
    pick.items = items === undefined || items.length === 0 ? [nobody] : items;
  };
  return new Promise((resolve) => {
    pick.onDidChangeValue(() => {
      const request = ++asked;
      setTimeout(() => {
        if (request === asked) void search(request);
      }, TYPING_MS);
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen === undefined || !('log' in chosen)) return;
      resolve({ log: chosen.log, row: chosen.row });
      pick.hide();
    });
    pick.onDidHide(() => {
      asked++;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void search(asked);
  });
}

/** The best hits of all logs, as many as are offered. */
export async function findItems(logs: readonly OpenLog[], typed: string): Promise<readonly ObjectItem[]> {
  const found = await Promise.all(
    logs.map(async (log) => {
      const objects = valueOf(await log.api.findObjects(typed, MAX_HITS));
      return objects.map((object) => itemOf(log, object, logs.length > 1));
    }),
  );
  // In turns, so that no log hides the hits of another.
  const longest = Math.max(0, ...found.map((items) => items.length));
  const inTurns = Array.from({ length: longest }, (_, place) => found.flatMap((items) => items[place] ?? []));
  return inTurns.flat().slice(0, MAX_HITS);
}

function itemOf(log: OpenLog, object: FoundObject, isSeveral: boolean): ObjectItem {
  const { row, name, reportable, sourceId, targetId, type, events, failures } = object;
  const counts = `${formatCounted(events, 'event')}, ${failures === 0 ? 'no failures' : formatCounted(failures, 'failure')}`;
  const known = [reportable, typeName(type)].filter((text) => text !== '' && text !== name);
  return {
    label: plainLabel(name) || 'No name',
    description: known.map((text) => plainLabel(text)).join(' · '),
    detail: [counts, plainLabel(sourceId || targetId), isSeveral ? plainLabel(log.name) : '']
      .filter((text) => text !== '')
      .join(' · '),
    // The search has matched already, also by what the entry does not show.
    alwaysShow: true,
    log,
    row,
  };
}
