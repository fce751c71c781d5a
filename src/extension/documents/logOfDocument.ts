import type { TextDocument } from 'vscode';
import type { OpenLog } from '../openLog';
import type { OpenLogs } from '../openLogs';
import { VIRTUAL_SCHEME, readVirtualUri } from './virtualUri';

/** The open log that a document shows: one of its files, another view of it, or a document made from it. */
export function logOfDocument({ uri }: TextDocument, logs: OpenLogs): OpenLog | undefined {
  if (uri.scheme !== VIRTUAL_SCHEME) return logs.find(uri)?.log;
  const files = readVirtualUri(uri)?.files;
  return files && logs.findByFiles(files.map((file) => file.toString()));
}
