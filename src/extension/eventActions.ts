import { env, window, type QuickPickItem } from 'vscode';
import { columns, type ColumnId } from '../core/columns/columns';
import { writeValue } from '../core/query/writeValue';
import type { RowSummary } from '../protocol/logApi';
import { formatCount, formatCounted } from '../core/text/formatValue';
import { plainLabel } from '../core/text/escape';
import type { BytePlace, BytesDocuments } from './bytesDocuments';
import type { EventPanel } from './eventPanel';
import type { LogDocuments } from './logDocuments';
import type { OpenLog } from './openLog';
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_LINES } from './prettify/limits';
import { UserError, valueOf, type Report } from './report';
import { revealEvent } from './reveal';

/** A list in a quick pick is for choosing, not for reading: so many events are offered. */
const MAX_OFFERED = 500;
/** Longer values are cut in a title, in characters. */
const MAX_TITLE = 100;

/** What can be done with one event, whoever asks: a command, the panel or the viewer. Rejects in words for the user. */
export class EventActions {
  constructor(
    private readonly report: Report,
    private readonly documents: LogDocuments,
    private readonly bytesDocuments: BytesDocuments,
  ) {}

  /** Selects the record in its file, or opens it as a document of its own. */
  reveal(log: OpenLog, row: number): Promise<void> {
    return revealEvent(log, row, this.documents);
  }

  openAsText(log: OpenLog, row: number): Promise<void> {
    return this.documents.showEvent(log, row);
  }

  /** Shows what stands at a place of one of the log's files, and around it. */
  showBytes(log: OpenLog, place: BytePlace): Promise<void> {
    return this.bytesDocuments.show(log, place);
  }

  async copyChangeId(log: OpenLog, row: number): Promise<void> {
    const { changeId } = valueOf(await log.event(row));
    if (changeId === '') throw new UserError('This event has no change ID.');
    await env.clipboard.writeText(changeId);
    window.setStatusBarMessage('Copied the change ID.', 5_000);
  }

  /** Copies the record as the file has it, byte for byte; of a table, what the event's rows say as JSON. */
  async copyJson(log: OpenLog, row: number): Promise<void> {
    const { raw, rawIsCut, isTable = false } = valueOf(await log.event(row));
    const text = isTable ? await tableJson(log, row) : raw;
    if (rawIsCut || text === undefined) {
      throw new UserError('This event is too long to be copied. Open it as text instead.');
    }
    await env.clipboard.writeText(text);
    window.setStatusBarMessage('Copied the event.', 5_000);
  }

  /** Lets the user choose among the events with an error code, and shows the chosen one. */
  showSameCode(log: OpenLog, code: string, panel: EventPanel): Promise<void> {
    return this.showEventsWith(log, 'code', code, panel);
  }

  /** Lets the user choose among the events whose column has a value, and shows the chosen one. */
  async showEventsWith(log: OpenLog, columnId: ColumnId, value: string, panel: EventPanel): Promise<void> {
    const column = columns.find(({ id }) => id === columnId)!;
    const query = `${columnId}:${writeValue(column, value)}`;
    const { total, events } = valueOf(await log.api.find(query, { offset: 0, limit: MAX_OFFERED }));
    const what = `${column.title}: ${plainLabel(value, MAX_TITLE)}`;
    if (total === 0) {
      this.report.inform(`${plainLabel(log.name)} has no event with ${what}`);
      return;
    }
    const more = total > events.length ? `, the first ${formatCount(events.length)} of them` : '';
    const chosen = await window.showQuickPick(events.map(eventItem), {
      title: `${formatCounted(total, 'event')}${more} · ${what}`,
      placeHolder: 'Choose an event to show it',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen !== undefined) await panel.show(log, chosen.row);
  }
}

/** What the rows of an event say, as JSON; undefined when that is too long for the clipboard. */
async function tableJson(log: OpenLog, row: number): Promise<string | undefined> {
  const { file, byteOffset, byteLength } = valueOf(await log.api.range(row));
  const limits = { maxBytes: MAX_DOCUMENT_BYTES, maxLines: MAX_DOCUMENT_LINES };
  const range = { byteOffset, byteLength };
  const { bytes } = valueOf(
    await log.prettify({ file, range, indent: '  ', eol: '\n', to: { kind: 'memory', ...limits } }),
  );
  return bytes && new TextDecoder().decode(bytes);
}

interface EventItem extends QuickPickItem {
  readonly row: number;
}

function eventItem(event: RowSummary): EventItem {
  return {
    label: plainLabel(event.identity) || 'No name',
    description: `${event.action} · ${event.status}`,
    detail: `${event.time === '' ? 'no time' : event.time} · ${plainLabel(event.targetSystem)}`,
    row: event.row,
  };
}
