import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { exists, extensionFolder, keepFolder } from './workplace.mts';

/** A browser that Playwright can start. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * An installed Chrome, Edge or Chromium (PROVLOG_BROWSER names another one), else the headless one that a development
 * dependency carries, unpacked into the cache together with the libraries it needs. Rejects when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  for (const executablePath of installedBrowsers()) {
    if (await exists(executablePath)) return { executablePath, env: {} };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error('No Chrome, Edge or Chromium found. Install one, or name its program in PROVLOG_BROWSER.');
}

function installedBrowsers(): string[] {
  const named = process.env.PROVLOG_BROWSER;
  if (named !== undefined) return [named];
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => path.join(root, program)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** The package's own settings look for its fonts in `/tmp` only, and a page without any font shows no text at all. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">cache</cachedir>
</fontconfig>
`;

async function unpackBrowser(): Promise<Browser> {
  const packed = path.join(extensionFolder, 'node_modules', '@sparticuz', 'chromium');
  const manifest = JSON.parse(await fs.readFile(path.join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = await keepFolder(`chromium-${manifest.version}`, async (unfinished) => {
    console.log('unpacking Chromium (once)');
    // The package unpacks into the temporary folder of its process, and its libraries only for this environment.
    const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    const script =
      "require('@sparticuz/chromium').executablePath().catch((e) => { console.error(e); process.exit(1); })";
    await promisify(execFile)(process.execPath, ['-e', script], { cwd: extensionFolder, env });
    await fs.writeFile(path.join(unfinished, 'fonts', 'fonts.conf'), fontSettings);
  });
  const libraries = path.join(folder, 'al2023', 'lib');
  const known = process.env.LD_LIBRARY_PATH;
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: known === undefined ? libraries : `${libraries}:${known}`,
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}
