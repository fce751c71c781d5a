import type { Disposable } from 'vscode';
import { registerReported } from '../report';
import { analyze } from './analyze';
import { clearFilter } from './clearFilter';
import { clearStoredIndexes } from './clearStoredIndexes';
import { close } from './close';
import { compareLogs } from './compareLogs';
import type { Command, Services } from './command';
import { copyChangeId } from './copyChangeId';
import { copyEventJson } from './copyEventJson';
import { copyChangeIds, copyJobIds } from './copyIds';
import { copyQueryAs } from './copyQueryAs';
import { createSupportPack } from './createSupportPack';
import { exportEvents } from './exportEvents';
import { openInAdminCenter } from './openInAdminCenter';
import { previewRedaction } from './previewRedaction';
import { setRedactionSecret } from './setRedactionSecret';
import { explainErrorCode } from './explainErrorCode';
import { filterEvents } from './filterEvents';
import { forgetColumns } from './forgetColumns';
import { goToEvent } from './goToEvent';
import { groupBy } from './groupBy';
import { nextEvent, nextFailure, previousEvent, previousFailure } from './neighbours';
import { open } from './open';
import { openEventAsText } from './openEventAsText';
import { openSample } from './openSample';
import { prettify } from './prettify';
import { reload } from './reload';
import { revealInFile } from './revealInFile';
import { saveFilter } from './saveFilter';
import { showAnalysis } from './showAnalysis';
import { showBytes } from './showBytes';
import { showEvent } from './showEvent';
import { showEvents } from './showEvents';
import { showJobs } from './showJobs';
import { showMore } from './showMore';
import { showObjectHistory } from './showObjectHistory';
import { showOutput } from './showOutput';
import { showProblems } from './showProblems';
import { showSavedFilters } from './showSavedFilters';

/** Every command, in the manifest's order. A rule test compares the two. */
export const allCommands: readonly Command[] = [
  analyze,
  prettify,
  open,
  openSample,
  reload,
  close,
  showEvent,
  showEvents,
  revealInFile,
  showBytes,
  openEventAsText,
  copyChangeId,
  copyEventJson,
  nextEvent,
  previousEvent,
  nextFailure,
  previousFailure,
  showJobs,
  showProblems,
  showMore,
  showAnalysis,
  filterEvents,
  clearFilter,
  saveFilter,
  showSavedFilters,
  groupBy,
  goToEvent,
  showObjectHistory,
  compareLogs,
  exportEvents,
  copyQueryAs,
  copyJobIds,
  copyChangeIds,
  createSupportPack,
  previewRedaction,
  setRedactionSecret,
  openInAdminCenter,
  explainErrorCode,
  clearStoredIndexes,
  forgetColumns,
  showOutput,
];

/** Registers them all; none throws. */
export function registerCommands(services: Services): Disposable[] {
  return allCommands.map((command) =>
    registerReported(services.report, command.id, command.doing, (...args) => command.run(services, ...args)),
  );
}
