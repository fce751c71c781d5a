import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Frame } from 'playwright-core';
import { themes } from '../run/themes.mts';
import { explainedLog } from '../support/explainedLog';
import { findViolations } from './support/findViolations.mts';
import { openTestWindow, type TestWindow } from './support/testWindow.mts';

/** One event of each kind: the words that tell it in the tree, and what its panel says under two tabs. */
const kinds = [
  {
    kind: 'failure',
    sentence: 'Anna Müller (User) was not created in Contoso Expenses',
    tabs: {
      'Troubleshooting & Recommendations': [
        'The target already has a conflicting object',
        'Whose turn: Source data',
        'belongs to an unclaimed account',
        'Next attempt',
      ],
      'Modified Properties': ['were attempted', 'costCenter', 'SCIM enterprise user'],
    },
  },
  {
    kind: 'skip',
    sentence: 'Bert Braun (User) was skipped',
    tabs: {
      'Troubleshooting & Recommendations': [
        'Why was this skipped?',
        'Passes the scoping filter',
        "department EQUALS 'Sales'",
        'Whose turn: Nobody',
      ],
      Steps: ['EntrySynchronizationScoping', 'Clauses of the scoping filters'],
    },
  },
  {
    kind: 'no change',
    sentence: 'Clara Costa (User) was to be updated',
    tabs: {
      'Modified Properties': ['Nothing was written to the target', 'no change'],
      Summary: ['In the source', 'In the target', 'This object in this log'],
    },
  },
];

describe('explained events in the editor', function () {
  this.timeout(240_000);
  let window: TestWindow;

  before(async () => {
    window = await openTestWindow({ texts: { 'ProvisioningLogs-explained.json': explainedLog() } });
    const { workbench } = window;
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await workbench.openFile('ProvisioningLogs-explained.json');
    await workbench.runCommand('Analyze Provisioning Log');
    await workbench.expand('Contoso Expenses');
    await workbench.expand(/^Failures/);
    await workbench.treeRow('Anna').click();
  });
  after(() => window.close());

  for (const [theme, title] of Object.entries(themes)) {
    it(`show a failure, a skip and an event without a change in ${title}`, async () => {
      const settings = path.join(window.folder, '.vscode', 'settings.json');
      await fs.mkdir(path.dirname(settings), { recursive: true });
      await fs.writeFile(settings, JSON.stringify({ 'workbench.colorTheme': title }));
      const frame = await window.workbench.webviewFrame('body[data-app="eventPanel"] [role="tab"]', 60_000);
      await frame.locator(`body.vscode-${theme}`).waitFor();
      for (const { kind, sentence, tabs } of kinds) {
        await walkTo(frame, sentence);
        for (const [tab, texts] of Object.entries(tabs)) {
          await frame.getByRole('tab', { name: tab }).click();
          const content = frame.getByRole('tabpanel');
          for (const text of texts) await content.getByText(text).first().waitFor();
          assert.deepEqual(await findViolations(frame), [], `${kind}, ${tab}`);
          await window.workbench.screenshot(`explained ${kind} ${tab.split(' ')[0]!} ${theme}`);
        }
      }
    });
  }
});

/** Goes back to the first event, and on to the one that the panel tells with these words. */
async function walkTo(frame: Frame, sentence: string): Promise<void> {
  const heading = frame.locator('h1');
  const press = async (name: string) => {
    const before = await heading.innerText();
    await frame.getByRole('button', { name }).click();
    await heading.filter({ hasNotText: before }).waitFor();
  };
  const canGo = async (name: string) =>
    (await frame.getByRole('button', { name }).getAttribute('aria-disabled')) === 'false';
  while (await canGo('Previous')) await press('Previous');
  while (!(await heading.innerText()).startsWith(sentence) && (await canGo('Next'))) await press('Next');
  assert.ok((await heading.innerText()).startsWith(sentence));
}
