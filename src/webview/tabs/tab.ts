import type { FunctionComponent } from 'preact';
import type { EventView } from '../../core/text/eventView';
import type { ObjectEvents } from '../../protocol/logApi';

/** One tab of the event panel. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Shown instead where there is little room. It is the beginning of the title. */
  readonly shortTitle?: string;
  /** What stands behind the title where a number helps. */
  count?(event: EventView): number;
  readonly Content: FunctionComponent<TabContent>;
}

/** What a tab draws, and what it may ask for. */
export interface TabContent {
  readonly event: EventView;
  /** The events of the same object, this one included; absent when they are not known. */
  readonly sameObject: ObjectEvents | undefined;
  readonly actions: TabActions;
}

/** What can be asked for from inside a tab. */
export interface TabActions {
  copySummaryValue(group: number, row: number, name: string): void;
  /** Of the error code, or of the mark at a position. */
  openDocumentation(mark?: number): void;
  showSameCode(): void;
  showRow(row: number): void;
}
