import type { Event } from 'vscode';
import type { OpenLog } from './openLog';

/** The type of the panel's web view, as in the manifest's activation events. */
export const eventPanelType = 'provisioningLog.eventDetails';

/** One event of an open log. */
export interface EventOfLog {
  readonly log: OpenLog;
  readonly row: number;
}

/** The panel that shows one event beside the editor. */
export interface EventPanel {
  /** Shows an event; the one panel is made, or used again. */
  show(log: OpenLog, row: number): Promise<void>;
  /** What the panel shows; undefined when it is closed or empty. */
  readonly current: EventOfLog | undefined;
  /** `current` is another one. */
  readonly onDidChange: Event<void>;
}
