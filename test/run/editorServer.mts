import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { installEditor, type EditorVersion } from './installEditor.mts';
import { runNode } from './spawn.mts';
import { temporaryFolder } from './workplace.mts';

/** What an editor is started with. */
export interface ServerOptions {
  readonly version: EditorVersion;
  /** User settings, over those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where the editor finds installed extensions (`installPackage`); none are installed otherwise. */
  readonly extensionsFolder?: string;
}

/** A running editor, reachable from this machine only and only with its token. */
export interface EditorServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** A file or folder as the editor's addresses name it. */
  remote(file: string): string;
  /** The page of a window on a folder; `payload` is what the editor is to know besides. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** Hosts outside this machine that the server or an extension host tried to reach. */
  outsideRequests(): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** Settings under which the editor asks nothing, shows nothing by itself and stays off the network. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  // It covers the end of a long line.
  'editor.minimap.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'telemetry.telemetryLevel': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
};

/** Starts an editor with fresh data on a free port and resolves when it listens. */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const program = path.join(await installEditor(options.version), 'out', 'server-main.js');
  const data = await temporaryFolder('editor');
  const settings = path.join(data, 'data', 'User', 'settings.json');
  await fs.mkdir(path.dirname(settings), { recursive: true });
  await fs.writeFile(settings, JSON.stringify({ ...quietSettings, ...options.settings }));
  const folders = ['--server-data-dir', data, '--accept-server-license-terms'];
  if (options.extensionsFolder !== undefined) folders.push('--extensions-dir', options.extensionsFolder);

  const token = randomBytes(16).toString('hex');
  const flags = ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--telemetry-level', 'off'];
  const report = path.join(data, 'outside-requests.txt');
  const child = spawn(process.execPath, [program, ...flags, '--enable-smoke-test-driver', ...folders], {
    // An empty gallery: the editor itself looks extensions up there, whatever its settings say.
    env: { ...process.env, NODE_OPTIONS: watchNetwork(), PROVLOG_OUTSIDE_REQUESTS: report, EXTENSIONS_GALLERY: '{}' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const output: string[] = [];
  const port = await new Promise<string>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      output.push(part.toString());
      const found = /listening on (\d+)/.exec(output.join(''))?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', () => reject(new Error(`The editor did not start:\n${output.join('')}`)));
  });

  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    remote: (file) => `vscode-remote://127.0.0.1:${port}${serverPath(file)}`,
    address(folder, payload = []) {
      const query = new URLSearchParams({ tkn: token, folder: serverPath(folder) });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${origin}/?${query.toString()}`;
    },
    async outsideRequests() {
      const text = await fs.readFile(report, 'utf8').catch(() => '');
      return text.split('\n').filter((line) => line !== '');
    },
    async end() {
      child.kill();
      const isStuck = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(isStuck);
      await fs.rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Installs a package as a user would, into a fresh folder that the caller removes. Resolves to it. */
export async function installPackage(vsix: string, version: EditorVersion): Promise<string> {
  const program = path.join(await installEditor(version), 'out', 'server-main.js');
  const folder = await temporaryFolder('extensions');
  const data = await temporaryFolder('editor');
  const flags = ['--extensions-dir', folder, '--server-data-dir', data, '--accept-server-license-terms'];
  const code = await runNode([program, '--install-extension', vsix, ...flags], { stdio: 'ignore' });
  await fs.rm(data, { recursive: true, force: true, maxRetries: 5 });
  if (code !== 0) throw new Error(`The editor could not install ${vsix}.`);
  return folder;
}

/** A path as the editor's addresses spell it: with slashes, and a leading one before a drive letter. */
function serverPath(file: string): string {
  const slashes = file.split(path.sep).join('/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

/** Node options that make every Node process of the editor report connections that leave this machine. */
function watchNetwork(): string {
  const script = path.resolve('test', 'run', 'watchNetwork.cjs').split(path.sep).join('/');
  return `--require "${script}"`;
}
