import type { ComponentType } from 'preact';
import type { Sort } from '../../core/analysis/sortRows';
import type { FieldId } from '../../core/columns/derivedColumns';
import type { Overview } from '../../protocol/analysisApi';
import type { LogPageHost } from '../../protocol/logPageApi';
import type { FollowedEvent } from '../grid/useGridSelection';
import type { Layout } from './layout';
import type { Ask } from './logPage';

/** One way to look at the events that the filter lets through: a tab of the page. */
export interface Section {
  readonly id: string;
  readonly title: string;
  Content: ComponentType<SectionProps>;
  /** Stands in the line of tabs while the section is selected. */
  Extra?: ComponentType<Pick<SectionProps, 'layout' | 'onLayout'>>;
}

/** The last answer, and what it was asked about: by then the page may want something else. */
export interface ShownOverview {
  readonly overview: Overview;
  readonly query: string;
  readonly columns: readonly FieldId[];
  readonly sort: Sort | undefined;
  readonly revision: number;
  /** The event that the keyboard of the table was at, by its row, and where it is now, or what comes nearest. */
  readonly followed: FollowedEvent | undefined;
}

/** What every section is given. */
export interface SectionProps {
  /** Without faults. */
  readonly query: string;
  readonly revision: number;
  readonly shown: ShownOverview;
  /** Whether `shown` is about this query, not the one before. */
  readonly isUpToDate: boolean;
  readonly layout: Layout;
  readonly host: LogPageHost;
  readonly ask: Ask;
  readonly onLayout: (change: Partial<Layout>) => void;
  /** Replaces the filter. */
  readonly onQuery: (query: string) => void;
  /** Narrows the filter down to a value of a field. */
  readonly onValue: (field: FieldId, value: string) => void;
  /** Excludes a value of a field. */
  readonly onExclude: (field: FieldId, value: string) => void;
  /** The event that the event panel shows, by its row. */
  readonly shownRow: number | undefined;
  /** Takes the event that is to be found again when the filter changes, by its row. */
  readonly onFollow: (row: number | undefined) => void;
  /** Narrows the filter down to the events with all of these values. */
  readonly onValues: (values: readonly (readonly [field: FieldId, value: string])[]) => void;
}
