import type { EventView } from '../core/text/eventView';
import type { ObjectEvents } from './logApi';
import type { Reply } from './reply';

/** What the event panel asks its host (the extension) to do. Only ids and rows cross, never commands. */
export interface EventPanelHost {
  /** The panel is drawn and wants its content. */
  ready(): Promise<Reply<EventPanelState>>;
  go(direction: 'next' | 'previous', failuresOnly: boolean): Promise<Reply<EventPanelState>>;
  copy(what: 'changeId' | 'json'): Promise<Reply<void>>;
  /** Copies one value of the summary, by the positions of its group and row in `EventView.summary`. */
  copySummaryValue(group: number, row: number): Promise<Reply<void>>;
  /** Selects the record in the file, or opens its pretty document. */
  reveal(): Promise<Reply<void>>;
  /**
   * Opens the documentation of the shown error code, or of the mark at a position in `Troubleshooting.marks`; the host
   * looks the address up.
   */
  openDocumentation(mark?: number): Promise<Reply<void>>;
  /** Lists the events with the same error code. */
  showSameCode(): Promise<Reply<void>>;
  /** Shows another event of the same object, one of `EventPanelState.sameObject`. */
  showRow(row: number): Promise<Reply<EventPanelState>>;
}

/** What the host tells the event panel. */
export interface EventPanelView {
  show(state: EventPanelState): void;
}

/** Everything the event panel draws. */
export interface EventPanelState {
  /** Undefined when there is nothing to show; `notice` then says why. */
  readonly event?: EventView;
  readonly notice?: string | undefined;
  /** The events of the shown event's object, itself included; absent when no event is shown. */
  readonly sameObject?: ObjectEvents;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly hasNextFailure: boolean;
  readonly hasPreviousFailure: boolean;
  /** What the panel needs to be shown again after a reload of the window. */
  readonly saved: { readonly log: readonly string[]; readonly key: string };
}
