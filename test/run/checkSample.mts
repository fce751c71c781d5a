import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { Workbench } from '../ui/support/workbench.mts';
import { openWindow } from './editorWindow.mts';
import type { Tally } from './tally.mts';
import { prepareWorkspace } from './testWorkspace.mts';
import { extensionFolder } from './workplace.mts';

/** What the generator of the sample wrote beside it. */
interface ExpectedCounts {
  readonly jobs: readonly {
    readonly name: string;
    readonly events: number;
    readonly byStatus: Readonly<Record<string, number>>;
  }[];
}

/** The steps of the check, in their order: each needs what the one before it left on the screen. */
const steps: readonly { readonly title: string; readonly run: (workbench: Workbench) => Promise<void> }[] = [
  { title: 'opens the sample from the palette', run: (workbench) => workbench.openSample() },
  { title: 'shows the four jobs with the counts of the generator', run: compareJobs },
  { title: 'explains the first error code', run: hoverOverFirstCode },
  { title: 'opens the event panel', run: openEventPanel },
];

/** Opens the sample in a real editor and looks at what it shows; pictures go to `dist/screenshots`. */
export async function checkSample(): Promise<Tally> {
  const failures: string[] = [];
  let passed = 0;
  const workspace = await prepareWorkspace({});
  const window = await openWindow({ version: 'newest', host: 'node', folder: workspace.folder });
  const workbench = new Workbench(window.page);
  for (const { title, run } of steps) {
    const error = await faultOf(run(workbench));
    await workbench.screenshot(`check ${title}`);
    if (error === undefined) passed += 1;
    else failures.push(title);
    console.log(error === undefined ? `  ✔ ${title}` : `  ✘ ${title}\n      ${error}`);
  }
  const outside = await faultOf(window.close());
  await workspace.remove();
  if (outside !== undefined) {
    failures.push('stays on this machine');
    console.log(`  ✘ stays on this machine\n      ${outside}`);
  }
  return { suite: 'sample', passed, failures };
}

async function compareJobs(workbench: Workbench): Promise<void> {
  const file = path.join(extensionFolder, 'media', 'sample', 'expected-counts.json');
  const { jobs } = JSON.parse(await fs.readFile(file, 'utf8')) as ExpectedCounts;
  assert.equal(jobs.length, 4);
  for (const { name, events, byStatus } of jobs) {
    const row = workbench.treeRow(name);
    await row.waitFor();
    const description = await row.locator('.label-description').textContent();
    assert.equal(description?.trim(), `${events} events · ${byStatus.failure ?? 0} failures`);
  }
}

async function hoverOverFirstCode(workbench: Workbench): Promise<void> {
  const name = 'ProvisioningLogs-sample.json';
  const text = await fs.readFile(path.join(extensionFolder, 'media', 'sample', name), 'utf8');
  const [, before, code] = /^(.*?"errorCode":")([^"]+)"/s.exec(text)!;
  assert.ok(before!.length < 8_000, `the first code stands at column ${before!.length}, where no editor draws it`);
  await workbench.openFile(name);
  await workbench.goTo(1, before!.length + code!.length + 2);
  const hover = await workbench.hoverOver(code!);
  await hover.filter({ hasText: code! }).waitFor();
}

async function openEventPanel(workbench: Workbench): Promise<void> {
  const frame = await workbench.showFirstFailure('Contoso Expenses');
  await frame.getByRole('tab', { name: 'Troubleshooting & Recommendations' }).click();
  await frame.getByRole('tabpanel').waitFor();
}

/** What a step failed with, in its first lines; undefined when it did not. */
async function faultOf(step: Promise<unknown>): Promise<string | undefined> {
  try {
    await step;
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 6).join('\n      ');
  }
}
