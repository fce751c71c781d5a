import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { formatCounted } from '../../../src/core/text/formatValue';
import { writeLog } from '../../generator/writeLog';
import { build } from '../../run/build.mts';
import { editors } from '../../run/installEditor.mts';
import { prepareWorkspace } from '../../run/testWorkspace.mts';
import type { Figure, HostFigure, Results } from '../results';
import { spread } from '../row';
import { contentHash } from '../sides/contentHash';
import { prettifyFile } from '../sides/prettifyFile';
import { machine } from '../table';
import type { HostFigures } from '../host/hostOrder';
import { measureByHand } from './byHand';
import { editorRows, hostRows, type EditorFigures } from './editorRows';
import { runInHost } from './runInHost';

/** The size at which the hosts are compared: a browser holds a file whole. */
const HOSTS_BYTES = 100e6;
/** No name that a log is opened by itself for. */
const LOG = 'log.json';

/** A log in a workspace of its own, and what must come of it. */
interface PreparedLog {
  readonly folder: string;
  readonly byteLength: number;
  readonly events: number;
  /** Hash of what the formatter makes of it outside of the editor. */
  readonly prettyHash: string;
  remove(): Promise<void>;
}

/** Measures the production build in fresh windows of a real editor. Rejects when anything there came out wrong. */
export async function measureEditor(
  size: { readonly bytes: number } | { readonly events: number },
  rounds: number,
  tell: (what: string) => void,
): Promise<Required<Pick<Results, 'editor' | 'hosts'>>> {
  await build('--production');
  tell('the log in the editor');
  const large = await prepare(size);
  const figures: EditorFigures[] = [];
  try {
    await perRound(rounds, tell, async () => {
      const inHost = await runInHost('node', large.folder, { log: LOG, events: large.events });
      figures.push({ ...inHost, ...(await byHand(large)) });
    });
  } finally {
    await large.remove();
  }

  tell('both hosts');
  const small = await prepare({ bytes: Math.min(HOSTS_BYTES, large.byteLength) });
  const hosts: Record<'node' | 'web', HostFigures[]> = { node: [], web: [] };
  try {
    await perRound(rounds, tell, async () => {
      const [node, web] = [await inHost('node', small), await inHost('web', small)];
      hosts.node.push(node);
      hosts.web.push(web);
    });
  } finally {
    await small.remove();
  }
  const how = { machine: machine(), rounds, editor: editors.newest };
  return {
    editor: { ...how, rows: editorFigures(figures, large.byteLength) },
    hosts: { ...how, rows: hostFigures(hosts, small.byteLength) },
  };
}

/** An editor that did not come up is no measurement: such a round is taken again. */
const ATTEMPTS = 3;

async function perRound(rounds: number, tell: (what: string) => void, measure: () => Promise<void>): Promise<void> {
  for (let round = 1; round <= rounds; round++) {
    for (let attempt = 1; ; attempt++) {
      tell(`round ${round}`);
      try {
        await measure();
        break;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        tell(`again, because of this: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

async function prepare(size: { readonly bytes: number } | { readonly events: number }): Promise<PreparedLog> {
  const workspace = await prepareWorkspace({});
  const { folder } = workspace;
  const file = path.join(folder, LOG);
  const { byteLength, counts } = await writeLog(file, size);
  const pretty = path.join(folder, 'expected.json');
  await prettifyFile(file, pretty);
  const prettyHash = await contentHash(pretty);
  await rm(pretty);
  return { folder, byteLength, events: counts.events, prettyHash, remove: () => workspace.remove() };
}

async function byHand(log: PreparedLog) {
  const pretty = 'by-hand.pretty.json';
  const events = formatCounted(log.events, 'event');
  const figures = await measureByHand({ folder: log.folder, log: LOG, events, pretty });
  await checkPretty(log, pretty);
  return figures;
}

async function inHost(host: 'node' | 'web', log: PreparedLog): Promise<HostFigures> {
  const pretty = `${host}.pretty.json`;
  const figures = await runInHost(host, log.folder, { log: LOG, events: log.events, pretty });
  await checkPretty(log, pretty);
  return figures;
}

async function checkPretty({ folder, prettyHash }: PreparedLog, name: string): Promise<void> {
  const file = path.join(folder, name);
  const hash = await contentHash(file);
  await rm(file);
  if (hash !== prettyHash) throw new Error(`${name} is not what the formatter makes elsewhere.`);
}

function editorFigures(figures: readonly EditorFigures[], byteLength: number): Figure[] {
  return editorRows.map(({ id, title, unit, of, floor, aim, isOfWindow }) => {
    const values = figures.map(of).filter((value) => value !== undefined);
    const ours = values.length === 0 ? undefined : spread(values);
    const size = isOfWindow === true ? undefined : byteLength;
    return { id, title, unit, byteLength: size, figure: ours?.median, floor, aim, ours };
  });
}

function hostFigures(
  hosts: Readonly<Record<'node' | 'web', readonly HostFigures[]>>,
  byteLength: number,
): HostFigure[] {
  return hostRows.map(({ id, title, of }) => {
    const ofHost = (host: 'node' | 'web') => spread(hosts[host].map((figures) => of(figures) ?? NaN));
    return { id, title, byteLength, node: ofHost('node'), web: ofHost('web') };
  });
}
