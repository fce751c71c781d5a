import { Uri } from 'vscode';
import { isTextList } from '../textList';

/** Scheme of the read-only documents made from a log: pretty logs and pretty events. */
export const VIRTUAL_SCHEME = 'provisioning-log';

/** What a virtual document shows. Its URI holds all of this, so that a reloaded window can make it again. */
export type VirtualDocument = PrettyLog | PrettyEvent;

/** A whole file, prettified. */
export interface PrettyLog {
  readonly kind: 'pretty';
  readonly files: readonly Uri[];
  /** The content, as a log of these files counts them. */
  readonly file: number;
  /** The file that holds it: index into `files`. For the tab's title only. */
  readonly origin: number;
  /** One level of indentation. */
  readonly indent: string;
}

/** One event, prettified. */
export interface PrettyEvent {
  readonly kind: 'event';
  /** The files of the log that holds the event. */
  readonly files: readonly Uri[];
  readonly key: string;
  /** The event's number in its file, counted from 1: for the tab's title only. */
  readonly event: number;
}

/**
 * The document's address. The last part of its path is what the tab shows; it matches `*ProvisioningLog*.json`, so that
 * VS Code gives the document our language. No log text gets into the path.
 */
export function virtualUri(document: VirtualDocument): Uri {
  const files = document.files.map((file) => file.toString(true));
  const query =
    document.kind === 'pretty'
      ? { kind: document.kind, files, file: document.file, origin: document.origin, indent: document.indent }
      : { kind: document.kind, files, key: document.key, event: document.event };
  return Uri.from({ scheme: VIRTUAL_SCHEME, path: `/${title(document)}`, query: JSON.stringify(query) });
}

/** Reads an address back; undefined when it is none of ours. An address can come from anywhere: nothing is trusted. */
export function readVirtualUri(uri: Uri): VirtualDocument | undefined {
  if (uri.scheme !== VIRTUAL_SCHEME) return undefined;
  let query: unknown;
  try {
    query = JSON.parse(uri.query);
  } catch {
    return undefined;
  }
  if (typeof query !== 'object' || query === null) return undefined;
  const { kind, files, file, origin = file, indent, key, event } = query as Record<string, unknown>;
  if (!isTextList(files) || files.length === 0) return undefined;
  const uris = files.map((name) => Uri.parse(name, true));
  if (uris.some((name) => name.scheme === VIRTUAL_SCHEME)) return undefined;
  const isIndent = typeof indent === 'string' && /^(\t| {1,16})$/.test(indent);
  if (kind === 'pretty' && isIndex(file, Infinity) && isIndex(origin, uris.length) && isIndent) {
    return { kind, files: uris, file, origin, indent };
  }
  if (kind === 'event' && typeof key === 'string' && typeof event === 'number') {
    return { kind, files: uris, key, event };
  }
  return undefined;
}

function title(document: VirtualDocument): string {
  if (document.kind === 'event') return `ProvisioningLog event ${document.event}.json`;
  const name = document.files[document.origin]?.path.split('/').pop() ?? '';
  const number = document.file === document.origin ? '' : ` ${document.file + 1}`;
  const stem = `${stemOf(name)}${number}`;
  return stem.includes('ProvisioningLog') ? `${stem}.pretty.json` : `${stem} ProvisioningLog.pretty.json`;
}

/** A file's name without what says how it is written and packed. */
export function stemOf(name: string): string {
  return name.replace(/\.gz$/i, '').replace(/\.[^.]*$/, '');
}

function isIndex(value: unknown, length: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < length;
}
