// Opens the editor with this checkout's extension, does what the arguments say in their order, and takes pictures:
//   npm run shoot -- --open sample.json --command "Analyze Provisioning Log" --expand Salesforce --shot out.png
// The window works on copies of the sample and of `--files`, so that nothing in the checkout can change.
import * as path from 'node:path';
import type { Page } from 'playwright-core';
import { Workbench } from '../ui/support/workbench.mts';
import { openWindow } from './editorWindow.mts';
import { runNode } from './spawn.mts';
import { themes } from './themes.mts';
import { prepareWorkspace } from './testWorkspace.mts';

/** Every step, by the argument that asks for it. */
const steps: Readonly<Record<string, (workbench: Workbench, value: string) => Promise<unknown>>> = {
  '--open': (workbench, name) => workbench.openFile(name),
  '--command': (workbench, title) => workbench.runCommand(title),
  '--expand': (workbench, text) => workbench.expand(text),
  '--select': (workbench, text) => workbench.treeRow(text).click(),
  '--hover': (workbench, text) => workbench.hoverOver(text),
  '--click': (workbench, text) => workbench.page.getByText(text).first().click(),
  '--click-in-view': async (workbench, selector) =>
    (await workbench.webviewFrame(selector)).locator(selector).first().click(),
  '--press': (workbench, keys) => workbench.page.keyboard.press(keys),
  '--type': (workbench, text) => workbench.page.keyboard.type(text),
  '--wait': (workbench, milliseconds) => workbench.page.waitForTimeout(Number(milliseconds)),
  '--reload': (workbench) => workbench.reload(),
  '--shot': (workbench, file) => workbench.page.screenshot({ path: path.resolve(file) }),
};

/** What the window is opened with; each may be given once. */
const settings = new Map([
  ['--host', 'node'],
  ['--version', 'newest'],
  ['--theme', 'light'],
  ['--size', '1280x800'],
  ['--files', ''],
]);

const pairs: (readonly [string, string])[] = [];
for (let index = 2; index < process.argv.length; index += 2) {
  const [name, value] = [process.argv[index]!, process.argv[index + 1] ?? ''];
  if (settings.has(name)) settings.set(name, value);
  else if (name in steps) pairs.push([name, value]);
  else throw new Error(`Unknown argument ${name}; there are ${[...settings.keys(), ...Object.keys(steps)].join(' ')}`);
}

if ((await runNode(['esbuild.js'])) !== 0) process.exit(1);
const workspace = await prepareWorkspace({ files: settings.get('--files')!.split(',').filter(Boolean) });
const [width, height] = settings.get('--size')!.split('x').map(Number);
const window = await openWindow(
  {
    version: settings.get('--version') as 'newest' | 'oldest',
    host: settings.get('--host') as 'node' | 'web',
    folder: workspace.folder,
    settings: { 'workbench.colorTheme': themes[settings.get('--theme') as keyof typeof themes] },
  },
  async (page) => {
    await page.setViewportSize({ width: width!, height: height! });
    reportErrors(page);
  },
);
try {
  const workbench = new Workbench(window.page);
  for (const [name, value] of pairs) {
    console.log(name, value);
    try {
      await steps[name]!(workbench, value);
    } catch (error) {
      await window.page.screenshot({ path: path.resolve('dist', 'failed.png') });
      console.log('failed; see dist/failed.png');
      throw error;
    }
  }
} finally {
  await window.close();
  await workspace.remove();
}

function reportErrors(page: Page): void {
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && /provlog|provisioning/i.test(message.text())) console.log(message.text());
  });
}
