import {
  azureMonitorLines,
  azureMonitorList,
  azureMonitorMessageList,
  azureMonitorMessages,
  azureMonitorTextLines,
  azureMonitorTextList,
  azureMonitorTextMessageList,
  azureMonitorTextMessages,
} from './azureMonitor';
import { logAnalyticsCsv } from './csv/logAnalyticsCsv';
import { portalCsvEvents, portalCsvProperties, portalCsvSteps } from './csv/portalCsv';
import { graphPage, graphPageList } from './graphPages';
import { jsonLines } from './jsonLines';
import { logAnalyticsLines, logAnalyticsRows } from './logAnalyticsRows';
import { logAnalyticsTables } from './logAnalyticsTables';
import type { LogFormat } from './logFormat';
import { portalJson } from './portalJson';
import { cutLines, cutList, cutPages } from './powerShellCut';
import { powerShellLines, powerShellList, powerShellPages } from './powerShellJson';
import { onDemandLines, onDemandList, onDemandValueLines, onDemandValueList } from './provisionOnDemand';

/** Every shape that can be read, most specific first: the first that matches is taken. */
export const formats: readonly LogFormat[] = [
  onDemandLines,
  onDemandList,
  logAnalyticsTables,
  azureMonitorTextMessages,
  azureMonitorTextMessageList,
  azureMonitorTextLines,
  azureMonitorTextList,
  azureMonitorMessages,
  azureMonitorMessageList,
  azureMonitorLines,
  azureMonitorList,
  cutList,
  cutPages,
  cutLines,
  logAnalyticsRows,
  logAnalyticsLines,
  powerShellList,
  powerShellPages,
  powerShellLines,
  graphPage,
  graphPageList,
  onDemandValueLines,
  onDemandValueList,
  portalJson,
  jsonLines,
  logAnalyticsCsv,
  portalCsvEvents,
  portalCsvSteps,
  portalCsvProperties,
];
