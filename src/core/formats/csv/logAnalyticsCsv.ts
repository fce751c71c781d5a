import { csvFormat } from './csvFormat';

/**
 * What Log Analytics exports of its table AADProvisioningLogs. Nested columns are texts that hold JSON:
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadprovisioninglogs
 */
export const logAnalyticsCsv = csvFormat({
  id: 'log-analytics-csv',
  title: 'Log Analytics export (CSV)',
  matches: ({ table }) => table?.part === 'events' && table.columns.some((column) => column?.path === 'timegenerated'),
});
