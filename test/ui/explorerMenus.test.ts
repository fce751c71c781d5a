import * as assert from 'node:assert/strict';
import { gzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const encoder = new TextEncoder();
const ids = (prefix: string): readonly string[] => [`${prefix}1`, `${prefix}2`];

/** The three files of a CSV download, with two events. */
function triple(prefix: string): Readonly<Record<string, string>> {
  const events = ids(prefix).map(
    (id) => `e-${id},2026-03-24T07:00:00Z,Box.1,${id},update,failure,BoxEntryConflict,Box`,
  );
  const steps = ids(prefix).map((id) => `e-${id},${id},EntryExportUpdate,export,failure`);
  const properties = ids(prefix).map((id) => `e-${id},${id},displayName,A,B`);
  return {
    'ProvisioningLogs.csv': table(
      'ID,Date (UTC),Job ID,Change ID,Action,Status,Error Code,Service Principal Name',
      events,
    ),
    'ProvisioningLogs_ProvisioningSteps.csv': table('ID,Change ID,Step Name,Step Type,Step Status', steps),
    'ProvisioningLogs_ModifiedProperties.csv': table('ID,Change ID,Property Name,Old Value,New Value', properties),
  };
}

function table(header: string, rows: readonly string[]): string {
  return [header, ...rows, ''].join('\r\n');
}

describe('the menus of the explorer', function () {
  this.timeout(240_000);
  let window: TestWindow;

  before(async () => {
    const packed = Object.entries(triple('p')).map(([name, text]) => [
      `packed/${name}.gz`,
      gzipSync(encoder.encode(text)),
    ]);
    const plain = Object.entries(triple('t')).map(([name, text]) => [`triple/${name}`, text]);
    // Written before the window opens: what comes later the explorer shows when its watcher tells.
    window = await openTestWindow({
      texts: Object.fromEntries([...packed, ...plain]) as Record<string, string | Uint8Array>,
    });
    const { workbench } = window;
    await file('packed').click();
    await file('triple').click();
    await file('ProvisioningLogs.csv').waitFor();
    await workbench.page.keyboard.press('Escape');
  });
  after(() => window.close());

  const file = (name: string) =>
    window.workbench.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: window.workbench.page.getByText(name, { exact: true }) })
      .first();

  /** The entries of the menu of a row, which is left open. */
  async function menuOf(name: string): Promise<readonly string[]> {
    const { page } = window.workbench;
    await file(name).click({ button: 'right' });
    const entries = page.locator('.monaco-menu .action-label');
    await entries.filter({ hasText: 'Copy Path' }).first().waitFor();
    return entries.allInnerTexts();
  }

  const ours = (entries: readonly string[]) => entries.filter((entry) => entry.includes('Provisioning Log'));

  /** A menu that has just opened takes neither keys nor clicks: does it again until the menu is gone. */
  async function leaveMenu(leave: (menu: Locator) => Promise<void>): Promise<void> {
    const menu = window.workbench.page.locator('.monaco-menu').first();
    for (let attempt = 0; attempt < 20 && (await menu.isVisible()); attempt++) {
      await leave(menu);
      await menu.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => undefined);
    }
    await menu.waitFor({ state: 'hidden' });
  }

  const choose = (entry: string): Promise<void> =>
    leaveMenu((menu) => menu.locator('.action-label', { hasText: entry }).first().click());

  async function closeLog(): Promise<void> {
    await window.workbench.runCommand('Provisioning Log: Close');
    await window.workbench.runCommand('View: Show Explorer');
    await file('triple').waitFor();
  }

  it('offer nothing of ours for a folder, and prettifying only for what may be JSON', async () => {
    const { page } = window.workbench;
    for (const [name, expected] of [
      ['triple', []],
      ['ProvisioningLogs_ProvisioningSteps.csv', ['Analyze Provisioning Log']],
      ['ProvisioningLogs.csv.gz', ['Analyze Provisioning Log']],
      ['ProvisioningLogs-sample.json', ['Analyze Provisioning Log', 'Prettify Provisioning Log']],
    ] as const) {
      assert.deepEqual(ours(await menuOf(name)), expected, name);
      await leaveMenu(() => page.keyboard.press('Escape'));
    }
  });

  it('open the other two files with one of a CSV download, and say so', async () => {
    const { workbench } = window;
    await menuOf('ProvisioningLogs_ModifiedProperties.csv');
    await choose('Analyze Provisioning Log');
    await workbench.treeRow(/^ProvisioningLogs\.csv and 2 more/).waitFor();
    await workbench.statusBarItem('2 events, 2 failures').waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item-message', {
        hasText: 'was opened together with ProvisioningLogs.csv and ProvisioningLogs_ProvisioningSteps.csv',
      })
      .waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await closeLog();
  });

  it('make one log of three files that are selected, whose rows are revealed in their file', async () => {
    const { workbench } = window;
    await file('ProvisioningLogs.csv').click();
    for (const name of ['ProvisioningLogs_ModifiedProperties.csv', 'ProvisioningLogs_ProvisioningSteps.csv']) {
      await file(name).click({ modifiers: ['ControlOrMeta'] });
    }
    assert.deepEqual(ours(await menuOf('ProvisioningLogs_ProvisioningSteps.csv')), ['Analyze Provisioning Log']);
    await workbench.screenshot('explorer three files');
    await choose('Analyze Provisioning Log');
    await workbench.treeRow(/^ProvisioningLogs\.csv and 2 more/).waitFor();
    const panel = await workbench.showFirstFailure('Box');
    await panel.getByRole('tab', { name: /^Steps/ }).click();
    await panel.getByText('EntryExportUpdate').first().waitFor();
    await panel.getByText('Reveal in File').first().click();
    await workbench.tab('ProvisioningLogs.csv').waitFor();
    await workbench.statusBarItem(/Ln [23], Col \d+ \(\d+ selected\)/).waitFor();
    await workbench.screenshot('explorer row revealed');
    await closeLog();
  });

  it('find the packed neighbours of a packed file', async () => {
    const { workbench } = window;
    await menuOf('ProvisioningLogs.csv.gz');
    await choose('Analyze Provisioning Log');
    await workbench.treeRow(/^ProvisioningLogs\.csv\.gz and 2 more/).waitFor();
    await workbench.statusBarItem('2 events, 2 failures').waitFor();
  });
});
