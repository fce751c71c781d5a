import type { Action, Status, Step } from '../model';
import { envelopeContent } from './envelopeContent';
import { keyBase } from './labels';
import { scanOutline, type EventPlace, type ObjectPlace, type TextRange } from './outlineScan';
import { readEvent } from './readEvent';

/** What an editor shows beside a document: its events, and what may be folded within them. */
export interface TextOutline {
  readonly events: readonly OutlinedEvent[];
  readonly inner: readonly TextRange[];
}

/** One event of a document. Texts are log text, `""` when absent. */
export interface OutlinedEvent extends ObjectPlace {
  /** The event's key in a log of this document alone. */
  readonly key: string;
  readonly identity: string;
  readonly action: Action;
  readonly status: Status;
  readonly errorCode: string;
  readonly stepList: TextRange | undefined;
  readonly steps: readonly OutlinedStep[];
}

/** One step of an {@link OutlinedEvent}. */
export interface OutlinedStep extends ObjectPlace, Pick<Step, 'name' | 'status'> {}

/** The outline of a document without events. */
export const emptyOutline: TextOutline = { events: [], inner: [] };

/**
 * Outlines a document: the events that begin on a line of their own, read as the index reads them. What is no event is
 * left out. Takes any text, in linear time. `contentOf` gives what a record says as an object with the names of Graph; of
 * a row, `columns` are what its columns are called.
 */
export function outlineText(
  text: string,
  contentOf: (record: Uint8Array, columns?: Uint8Array) => Uint8Array = envelopeContent,
): TextOutline {
  const { events, inner } = scanOutline(text);
  const keys = new DocumentKeys();
  const headers = new Map<TextRange, Uint8Array>();
  const outlined = events.flatMap((place) => {
    const { columns } = place;
    if (columns !== undefined && !headers.has(columns)) {
      headers.set(columns, encoder.encode(text.slice(columns.start, columns.end)));
    }
    const header = columns && headers.get(columns);
    return outlinedEvent(text, place, (record) => contentOf(record, header), keys) ?? [];
  });
  return { events: outlined, inner };
}

const encoder = new TextEncoder();

function outlinedEvent(
  text: string,
  place: EventPlace,
  contentOf: (record: Uint8Array) => Uint8Array,
  keys: DocumentKeys,
): OutlinedEvent | undefined {
  const record = text.slice(place.start, place.end);
  const event = readEvent({ bytes: contentOf(encoder.encode(record)), key: '', file: 0, byteOffset: 0 });
  if (event.id === '' && event.changeId === '' && event.time === '') return undefined;
  return {
    start: place.start,
    end: place.end,
    head: place.head,
    key: keys.keyOf(keyBase(event), record),
    identity: event.identity,
    action: event.action,
    status: event.status,
    errorCode: event.errorCode ?? '',
    stepList: place.stepList,
    steps: place.steps.map(({ start, end, head, index }) => {
      const { name = '', status = 'unknown' } = event.steps[index] ?? {};
      return { start, end, head, name, status };
    }),
  };
}

/** Numbers events that share a key, as the index does: the same record once more is the same event. */
class DocumentKeys {
  private readonly recordsOf = new Map<string, Map<string, number>>();

  keyOf(base: string, record: string): string {
    const records = this.recordsOf.get(base) ?? new Map<string, number>();
    this.recordsOf.set(base, records);
    const number = records.get(record) ?? records.size + 1;
    records.set(record, number);
    return number === 1 ? base : `${base}#${number}`;
  }
}
