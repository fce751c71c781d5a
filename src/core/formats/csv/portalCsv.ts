import { csvFormat } from './csvFormat';

/**
 * What "Download CSV" in the Entra admin center gives: three files that are joined by the change ID,
 * https://learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-provisioning-logs
 */
export const portalCsvEvents = csvFormat({
  id: 'portal-csv',
  title: 'Provisioning log (CSV)',
  matches: ({ table }) => table?.part === 'events',
});

/** The steps of the portal's CSV download: a row for each. */
export const portalCsvSteps = csvFormat({
  id: 'portal-csv-steps',
  title: 'Provisioning steps (CSV)',
  matches: ({ table }) => table?.part === 'steps' && table.hasChange,
  addsTo: 'provisioningsteps',
});

/** The modified properties of the portal's CSV download: a row for each. */
export const portalCsvProperties = csvFormat({
  id: 'portal-csv-properties',
  title: 'Modified properties (CSV)',
  matches: ({ table }) => table?.part === 'modifiedProperties' && table.hasChange,
  addsTo: 'modifiedproperties',
});
