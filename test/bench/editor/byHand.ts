import { access } from 'node:fs/promises';
import * as path from 'node:path';
import type { Locator } from 'playwright-core';
import { openWindow } from '../../run/editorWindow.mts';
import { Workbench } from '../../ui/support/workbench.mts';

/** The log that a person works with. */
export interface HandOrder {
  readonly folder: string;
  /** Its name in the folder, under which it is not opened by itself. */
  readonly log: string;
  /** How many events it has, as the tree writes it. */
  readonly events: string;
  /** The name for the prettified log. */
  readonly pretty: string;
}

/** What a person waits for, in ms. */
export interface HandFigures {
  /** From the choice of the command to the first job that is drawn. */
  readonly firstRowDrawnMs: number;
  /** From the choice of the command to the tree that says all events. */
  readonly allReadMs: number;
  /** From the click on a job, and those on its failures and their day, to the first event that is drawn. */
  readonly eventRowsMs: number;
  /** From the click on an event to the panel that shows it, the first time. */
  readonly panelMs: number;
  /** From the answer to the dialog to the file that is there. */
  readonly savedMs: number;
}

/** How long the window is left alone before anything counts. */
const START_MS = 4_000;
const PATIENCE_MS = 90_000;

/** Works with a log in a window of its own, with the extension active and its view shown already. */
export async function measureByHand(order: HandOrder): Promise<HandFigures> {
  const { folder, log, events } = order;
  const window = await openWindow({ version: 'newest', host: 'node', folder, settings: { 'editor.tabSize': 2 } });
  try {
    const workbench = new Workbench(window.page);
    workbench.page.setDefaultTimeout(PATIENCE_MS);
    await workbench.openSample();
    await workbench.runCommand('Provisioning Log: Close');
    await workbench.treeRows().first().waitFor({ state: 'detached' });
    await workbench.openFile(log);
    // The window itself, and what else wakes with it, is still busy.
    await workbench.page.waitForTimeout(START_MS);

    const command = await workbench.findCommand('Analyze Provisioning Log');
    const analyzed = await timer(() => command.click());
    const jobs = workbench.treeRowsOfLevel(2);
    await jobs.first().waitFor();
    const firstRowDrawnMs = analyzed();
    await workbench.treeRow(log).filter({ hasText: events, hasNotText: 'so far' }).waitFor();
    const allReadMs = analyzed();

    const opened = await timer(() => jobs.first().locator('.monaco-tl-twistie').click());
    await workbench
      .treeRow(/^Failures \(/)
      .locator('.monaco-tl-twistie')
      .click();
    const event = await firstEvent(workbench);
    const eventRowsMs = opened();

    const clicked = await timer(() => event.click());
    await workbench.webviewFrame('body[data-app="eventPanel"] [role=tab]');
    const panelMs = clicked();

    return { firstRowDrawnMs, allReadMs, eventRowsMs, panelMs, savedMs: await prettify(workbench, order) };
  } finally {
    await window.close();
  }
}

/** Very many failures stand below their days. */
async function firstEvent(workbench: Workbench): Promise<Locator> {
  const first = workbench.treeRowsOfLevel(4).first();
  await first.waitFor();
  if (!/^\d{4}-\d\d-\d\d/.test(await first.innerText())) return first;
  await first.locator('.monaco-tl-twistie').click();
  const event = workbench.treeRowsOfLevel(5).first();
  await event.waitFor();
  return event;
}

async function prettify(workbench: Workbench, { folder, pretty }: HandOrder): Promise<number> {
  const target = path.join(folder, pretty);
  await workbench.runCommand('Prettify Provisioning Log');
  const { page } = workbench;
  const title = page.locator('.quick-input-title', { hasText: 'Save the Prettified Log' });
  await title.waitFor();
  // Until the dialog has looked at its folder it writes into the input itself, and Enter does nothing.
  await page.waitForTimeout(2_000);
  await page.locator('.quick-input-widget input[type=text]').first().fill(target);
  await page.waitForTimeout(1_000);
  const answered = await timer(() => page.keyboard.press('Enter'));
  while (!(await isThere(target))) {
    if (answered() > PATIENCE_MS) throw new Error(`${pretty} was never written.`);
    await page.waitForTimeout(20);
  }
  return answered();
}

async function timer(begin: () => Promise<unknown>): Promise<() => number> {
  const start = performance.now();
  await begin();
  return () => performance.now() - start;
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
