import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

const header = 'Vorgang,Zeitpunkt,Was,Ergebnis,Wer';

function eventsWith(prefix: string, titles = header): string {
  return [
    titles,
    `${prefix}1,2026-03-24T07:00:00Z,update,failure,Anna Berg`,
    `${prefix}2,2026-03-24T08:00:00Z,create,success,Ben Okoro`,
    '',
  ].join('\r\n');
}

const steps = 'Change ID,Step Name,Step Type,Step Status\r\nz1,EntryImport,import,success\r\n';

describe('asking for the columns of a table', function () {
  this.timeout(240_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow({
      texts: { 'april.csv': eventsWith('a'), 'may.csv': eventsWith('m'), 'june.csv': eventsWith('j') },
    });
    await fs.writeFile(
      path.join(window.folder, 'tables.zip'),
      zipSync({
        'events.csv': strToU8(eventsWith('z', 'Nummer,Zeit,Was,Status,Person')),
        'steps.csv': strToU8(steps),
      }),
    );
  });
  after(() => window.close());

  const titleOf = (): Promise<string> => window.workbench.page.locator('.quick-input-title').innerText();

  async function analyze(name: string): Promise<void> {
    const { workbench } = window;
    await workbench.openFile(name);
    await workbench.runCommand('Analyze Provisioning Log');
  }

  /** Waits for the question, and takes the row with a label. */
  async function answer(question: string, label: string): Promise<void> {
    const { workbench } = window;
    await asked(question);
    await workbench.quickPickRow(label).click();
  }

  async function asked(question: string): Promise<void> {
    await window.workbench.page.locator(`.quick-input-widget input[placeholder="${question}"]`).waitFor();
  }

  async function told(part: string): Promise<void> {
    const { workbench } = window;
    await workbench.runCommand('Notifications: Show Notifications');
    await workbench.page
      .locator('.notifications-center .notification-list-item-message', { hasText: part })
      .first()
      .waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  }

  it('goes from question to question and back, with values of the first row', async () => {
    const { workbench } = window;
    await analyze('april.csv');
    await asked('What does a row hold?');
    assert.match(await titleOf(), /^april\.csv is a table with columns that are not recognised/);
    await workbench.screenshot('columns 1 rows');
    await answer('What does a row hold?', 'Events');
    await asked('Which column holds the change ID?');
    assert.equal(await titleOf(), 'Columns of april.csv (2/11)');
    const first = workbench.page.locator('.quick-input-list .monaco-list-row').first();
    assert.match(await first.innerText(), /^Vorgang\s*column 1, begins with a1$/);
    assert.equal(await workbench.quickPickRow('That is all: read the file').count(), 0, 'nothing can be read yet');
    await workbench.screenshot('columns 2 change ID');
    await answer('Which column holds the change ID?', 'Vorgang');
    await asked('Which column holds the ID of the event?');
    await workbench.screenshot('columns 3 event ID');
    await workbench.page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await asked('Which column holds the change ID?');
    const active = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    assert.match(await active.innerText(), /^Vorgang/, 'what was answered is selected');
  });

  it('leaves the file as it is on Escape, and says how to be asked again', async () => {
    const { workbench } = window;
    await workbench.page.keyboard.press('Escape');
    await told(
      '“april.csv” was not read: it is not clear which of its columns holds the change ID, and nobody said it. Analyze it again',
    );
    assert.equal(await workbench.treeRows().count(), 0);
    assert.equal(await fs.readFile(path.join(window.folder, 'april.csv'), 'utf8'), eventsWith('a'));
  });

  it('reads the file by the answers, and says that they are remembered', async () => {
    const { workbench } = window;
    await analyze('april.csv');
    await answer('What does a row hold?', 'Events');
    await answer('Which column holds the change ID?', 'Vorgang');
    await answer('Which column holds the ID of the event?', 'No such column');
    await answer('Which column holds the date and time?', 'Zeitpunkt');
    await answer('Which column holds the action?', 'Was');
    await answer('Which column holds the status?', 'Ergebnis');
    await answer('Which column holds the job ID?', 'No such column');
    await answer('Which column holds the name of the application?', 'No such column');
    await answer('Which column holds the name of the user or group?', 'Wer');
    await asked('Which column holds the error code?');
    await workbench.screenshot('columns 4 that is all');
    await answer('Which column holds the error code?', 'That is all: read the file');
    await workbench.treeRow(/^april\.csv/).waitFor();
    await workbench.statusBarItem('2 events, 1 failure').waitFor();
    await told('is remembered for all files with the same header. “Forget Column Answers…”');
  });

  it('reads the next file with this header without a question', async () => {
    const { workbench } = window;
    await analyze('may.csv');
    await workbench.treeRow(/^may\.csv/).waitFor();
    assert.equal(await workbench.page.locator('.quick-input-title').isVisible(), false);
  });

  it('forgets answers on request, and asks again for the file that is open', async () => {
    const { workbench } = window;
    await workbench.runCommand('Provisioning Log: Forget Column Answers…');
    await workbench.quickPickRow('Vorgang, Zeitpunkt, Was, Ergebnis, Wer').waitFor();
    await workbench.screenshot('columns 5 forget');
    await workbench.page.keyboard.press('Enter');
    await told('The answers are forgotten.');
    await analyze('may.csv');
    await asked('What does a row hold?');
    await workbench.page.keyboard.press('Escape');
    await told('“may.csv” was not read');
    await workbench.treeRow(/^may\.csv/).waitFor();
    await analyze('june.csv');
    await asked('What does a row hold?');
    await workbench.page.keyboard.press('Escape');
    await told('“june.csv” was not read');
    await workbench.runCommand('Provisioning Log: Forget Column Answers…');
    await told('Nothing is remembered about columns');
  });

  it('asks for a table in a zip by its entry, opens the others when it is left, and asks again on request', async () => {
    const { workbench } = window;
    await analyze('tables.zip');
    await asked('What does a row hold?');
    assert.match(await titleOf(), /^tables\.zip › events\.csv is a table/);
    await workbench.screenshot('columns 6 in a zip');
    await workbench.page.keyboard.press('Escape');
    await workbench.treeRow(/^tables\.zip › steps\.csv/).waitFor();
    const message = workbench.page.locator('.pane-body .message');
    await message
      .filter({ hasText: 'Not all of “tables.zip” was opened: the columns of “events.csv” in it' })
      .waitFor();
    await workbench.screenshot('columns 7 left in a zip');
    await analyze('tables.zip');
    await answer('What does a row hold?', 'Events');
    await answer('Which column holds the change ID?', 'Nummer');
    await answer('Which column holds the ID of the event?', 'That is all: read the file');
    await workbench.treeRow(/^tables\.zip /).waitFor();
    await workbench.statusBarItem('2 events').waitFor();
    await message.filter({ hasText: 'Not all of' }).waitFor({ state: 'detached' });
  });
});
