import * as vscode from 'vscode';
import type { OpenLog, ProvisioningLogApi } from '../../../src/extension/api';
import { seededRandom } from '../../support/seededRandom';
import { countWorkers, type WorkerCount } from './countWorkers';
import { benchPrefix, type HostAnswer, type HostFigures, type HostOrder } from './hostOrder';
import { type TreeWatch, watchTree } from './watchTree';

const EVENTS = 50;
/** How long a window is left alone when it has started, and between two steps. */
const START_MS = 4_000;
const REST_MS = 1_000;
/** The share of the log that is read when a reading is cancelled. */
const CANCELLED_AT = 0.3;

/** Started by an editor inside an extension host: measures what `provlogBench.order` asks for, once. */
export async function run(): Promise<void> {
  const answer = await measure().then(
    (figures): HostAnswer => ({ figures }),
    (error: unknown): HostAnswer => ({
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  console.log(benchPrefix + JSON.stringify(answer));
}

async function measure(): Promise<HostFigures> {
  const order = vscode.workspace.getConfiguration('provlogBench').get<HostOrder>('order');
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (order === undefined || folder === undefined) throw new Error('Start this by npm run bench -- --editor.');
  const log = vscode.Uri.joinPath(folder, order.log);
  const tree = watchTree();
  const workers = countWorkers();

  const extension = vscode.extensions.getExtension<ProvisioningLogApi>('provlog.provisioning-log-analyzer');
  if (extension === undefined || extension.isActive) throw new Error('This is no fresh window with the extension.');
  // The window itself, and what else wakes with it, is still busy.
  await settle(START_MS);
  const activateStart = performance.now();
  const api = await extension.activate();
  const activateMs = performance.now() - activateStart;

  const first = await analyze(tree, log, order.events);
  const eventMs = await medianEvent(api, log);
  const whole = order.pretty === undefined ? {} : await asOnePiece(log, vscode.Uri.joinPath(folder, order.pretty));
  await close(workers);
  const again = await analyze(tree, log, order.events);
  await close(workers);
  await vscode.commands.executeCommand('provisioningLog.clearStoredIndexes');
  const cancelled = await cancel(api, log, workers);
  return {
    activateMs,
    firstRowMs: first.firstRowMs,
    indexedMs: first.indexedMs,
    againFirstRowMs: again.firstRowMs,
    againMs: again.indexedMs,
    eventMs,
    ...whole,
    ...cancelled,
  };
}

async function analyze(tree: TreeWatch, log: vscode.Uri, events: number) {
  await settle();
  const firstRow = tree.firstRow();
  const start = performance.now();
  const found = await vscode.commands.executeCommand<number | undefined>('provisioningLog.analyze', log);
  const indexedMs = performance.now() - start;
  if (found !== events) throw new Error(`${found} events instead of ${events}.`);
  return { firstRowMs: (await firstRow) - start, indexedMs };
}

/** Through the API, which shares the index that is open. */
async function medianEvent(api: ProvisioningLogApi, file: vscode.Uri): Promise<number> {
  const log = await api.open([file]);
  const random = seededRandom(1);
  const times: number[] = [];
  for (let count = 0; count < EVENTS; count++) {
    const { key, id } = await someEvent(log, random.below(log.eventCount));
    const start = performance.now();
    const event = await log.event(key);
    times.push(performance.now() - start);
    if (event?.id !== id || event.steps.length === 0) throw new Error(`${id} is another event.`);
  }
  log.close();
  return times.sort((a, b) => a - b)[EVENTS >> 1]!;
}

async function someEvent(log: OpenLog, offset: number) {
  const { events } = await log.find('', { offset, limit: 1 });
  return events[0]!;
}

/** What only a log of moderate size can be asked for in every host. */
async function asOnePiece(log: vscode.Uri, target: vscode.Uri) {
  const prettifyMs = await prettify(log, target);
  const start = performance.now();
  await vscode.workspace.fs.readFile(log);
  return { prettifyMs, readMs: performance.now() - start };
}

/** Answers the dialog as a person would; the message that asks whether to open the file is the end. */
async function prettify(log: vscode.Uri, target: vscode.Uri): Promise<number> {
  const window = vscode.window as {
    -readonly [K in 'showSaveDialog' | 'showInformationMessage']: (typeof vscode.window)[K];
  };
  const { showSaveDialog, showInformationMessage } = window;
  window.showSaveDialog = () => Promise.resolve(target);
  window.showInformationMessage = () => Promise.resolve(undefined);
  try {
    const start = performance.now();
    await vscode.commands.executeCommand('provisioningLog.prettify', log);
    return performance.now() - start;
  } finally {
    Object.assign(window, { showSaveDialog, showInformationMessage });
  }
}

async function close(workers: WorkerCount): Promise<void> {
  await vscode.commands.executeCommand('provisioningLog.close');
  await workers.allGone();
}

async function cancel(api: ProvisioningLogApi, log: vscode.Uri, workers: WorkerCount) {
  await settle();
  const before = residentBytes();
  const source = new vscode.CancellationTokenSource();
  let cancelledMs = 0;
  const onProgress = (done: number, total: number): void => {
    if (cancelledMs > 0 || done < total * CANCELLED_AT) return;
    cancelledMs = performance.now();
    source.cancel();
  };
  const outcome = await api.open([log], { token: source.token, onProgress }).catch((error: unknown) => error);
  const cancelMs = performance.now() - cancelledMs;
  if (!(outcome instanceof vscode.CancellationError)) throw new Error('The reading could not be cancelled.');
  await workers.allGone();
  const cancelledWorkerMs = performance.now() - cancelledMs;
  await settle();
  const after = residentBytes();
  const growth = before === undefined || after === undefined ? undefined : (after - before) / 1e6;
  return { cancelMs, cancelledWorkerMs, ...(growth !== undefined && { cancelledGrowthMB: growth }) };
}

/** Lets the editor finish what the last step has begun: what it draws, and the memory that it gives back later. */
function settle(ms = REST_MS): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function residentBytes(): number | undefined {
  return typeof process === 'object' ? process.memoryUsage.rss() : undefined;
}
