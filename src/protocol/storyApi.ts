import type { ObjectIds } from '../core/analysis/story/objectIds';
import type { Status } from '../core/model';
import type { Reply } from './reply';

/** What the page of an object's story asks its host to do. */
export interface StoryHost {
  ready(): Promise<Reply<StoryState>>;
  /** Shows one of the events in the event panel, by its place in `StoryState.events`. */
  showEvent(place: number): Promise<Reply<void>>;
  /** Shows only the events of the object in each log that has some. */
  filterLogs(): Promise<Reply<void>>;
  /** Copies all sentences. */
  copy(): Promise<Reply<void>>;
}

/** What the host tells the page. */
export interface StoryView {
  show(state: StoryState): void;
}

/** Everything the page draws. Texts hold log text. */
export interface StoryState {
  /** The object's name in its newest event. */
  readonly name: string;
  /** While the events are being read. */
  readonly isReading: boolean;
  /** Why the story could not be told. */
  readonly failure?: string;
  /** What must be known before the story is trusted. */
  readonly notice?: string | undefined;
  /** What the object is known by, and how its events were joined. */
  readonly ids: readonly { readonly kind: 'id' | 'reportable' | 'name'; readonly value: string }[];
  /** How many events the logs hold. */
  readonly total: number;
  /** In the order in which they happened; the newest where there are too many. */
  readonly events: readonly StoryLine[];
  /** What the page needs to be shown again after a reload of the window; undefined while nothing was read. */
  readonly saved?: SavedStory | undefined;
}

/** Whose story a page told, and out of which logs. */
export interface SavedStory {
  /** The files of each log. */
  readonly logs: readonly (readonly string[])[];
  readonly object: ObjectIds;
}

/** One event of the story. */
export interface StoryLine {
  /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; `""` without a time. */
  readonly time: string;
  readonly status: Status;
  readonly job: string;
  /** The name of its log, where there are several. */
  readonly log?: string;
  readonly sentence: string;
}
